"""Models of the search: the outbox and the indexes, the editors' words, failed searches."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from casebook.core.cache import revision
from casebook.core.errors.error_line import MAX_ERROR_LENGTH


class OutboxEntry(models.Model):
    """What changed in the database, written in the transaction of the change.

    ``kind`` is that of a document; or the label of a model, where each index finds the documents
    that show the row. One without is no change, but the beginning of a rebuild.
    """

    kind = models.CharField(max_length=40, blank=True)
    object_id = models.BigIntegerField(default=0)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("待索引项")
        verbose_name_plural = _("待索引项")
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.kind} {self.object_id}"


class SearchIndex(models.Model):
    """The index of a machine, and the key of the last outbox entry that it holds."""

    name = models.CharField(max_length=300, unique=True)
    applied = models.BigIntegerField()
    seen_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name


class FailedDocument(models.Model):
    """A document that an index does not hold because of an error, and when it is tried again."""

    index = models.ForeignKey(SearchIndex, models.CASCADE, related_name="failures")
    kind = models.CharField(max_length=20)
    object_id = models.BigIntegerField()
    attempts = models.PositiveIntegerField(default=0)
    error = models.CharField(max_length=MAX_ERROR_LENGTH)
    retry_at = models.DateTimeField()

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("index", "kind", "object_id"), name="one_failure_a_document"
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.object_id}"

    @property
    def document(self) -> tuple[str, int]:
        return self.kind, self.object_id


class DictionaryWord(models.Model):
    """A word (词典词) that the tokenizer does not split, added by an editor to the dictionary."""

    word = models.CharField(_("词"), max_length=40, unique=True)
    note = models.CharField(_("说明"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("词典词")
        verbose_name_plural = _("词典词")
        ordering = ("word",)

    def __str__(self) -> str:
        return self.word

    def clean(self) -> None:
        """Raise ValidationError for a word with spaces, at which a dictionary line is split."""
        if self.word != "".join(self.word.split()):
            raise ValidationError({"word": _("词中不能有空格。")})


class StopWord(models.Model):
    """A word (停用词) that a query leaves out unless nothing else is left."""

    word = models.CharField(_("词"), max_length=40, unique=True)

    class Meta:
        verbose_name = _("停用词")
        verbose_name_plural = _("停用词")
        ordering = ("word",)

    def __str__(self) -> str:
        return self.word


class Synonym(models.Model):
    """A curated synonym (同义词): a search for the term also finds the other wording."""

    term = models.CharField(_("检索词"), max_length=40)
    also = models.CharField(_("同时查找"), max_length=40)
    both_ways = models.BooleanField(_("双向"), default=True)

    class Meta:
        verbose_name = _("同义词")
        verbose_name_plural = _("同义词")
        ordering = ("term", "also")
        constraints = (
            models.UniqueConstraint(fields=("term", "also"), name="one_row_a_synonym"),
            models.CheckConstraint(
                condition=~models.Q(term=models.F("also")), name="a_synonym_is_another_word"
            ),
        )

    def __str__(self) -> str:
        return f"{self.term} {'↔' if self.both_ways else '→'} {self.also}"


class FailedSearch(models.Model):
    """A search without hits (无结果检索): the words and how often, nothing about who searched."""

    words = models.CharField(_("检索内容"), max_length=100, unique=True)
    count = models.PositiveIntegerField(_("次数"), default=0)
    last_seen = models.DateField(_("最近一次"), auto_now=True)

    class Meta:
        verbose_name = _("无结果检索")
        verbose_name_plural = _("无结果检索")
        ordering = ("-count", "words")

    def __str__(self) -> str:
        return self.words


class VocabularyRevision(models.Model):
    """A counter in one row, raised whenever an editor changes a word."""

    number = models.PositiveBigIntegerField(default=0)

    def __str__(self) -> str:
        return str(self.number)

    @classmethod
    def advance(cls) -> None:
        """Raise the number in the transaction of the change; no process sees only one of both."""
        revision.move()
        row, _ = cls.objects.get_or_create(pk=1)
        cls.objects.filter(pk=row.pk).update(number=models.F("number") + 1)
