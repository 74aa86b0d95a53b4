"""Models of the search: the outbox, the editors' words, failed searches."""

import datetime as dt
from collections.abc import Iterable
from functools import reduce
from operator import or_
from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from casebook.core.cache import revision


class OutboxQuerySet(models.QuerySet["OutboxEntry"]):
    """The ways in which entries are selected."""

    def due(self, moment: dt.datetime) -> Self:
        """Entries to apply at a moment: new ones, and failed ones that are due for a retry."""
        return self.filter(Q(retry_at=None) | Q(retry_at__lte=moment))

    def failing(self) -> Self:
        return self.filter(attempts__gt=0)

    def of_documents(self, documents: Iterable[tuple[str, int]]) -> Self:
        """All entries of some documents, each a kind and a key."""
        keys: dict[str, list[int]] = {}
        for kind, key in documents:
            keys.setdefault(kind, []).append(key)
        wanted = [Q(kind=kind, object_id__in=found) for kind, found in keys.items()]
        return self.filter(reduce(or_, wanted)) if wanted else self.none()


class OutboxEntry(models.Model):
    """A document that changed: written with the change, applied on commit or by the worker.

    An entry that has been applied is deleted. ``object_id`` is the row's key. One that failed has
    its number of attempts, the error, and the time at which the worker tries it again.
    """

    kind = models.CharField(max_length=20)
    object_id = models.BigIntegerField()
    created_at = models.DateTimeField(default=timezone.now)
    attempts = models.PositiveIntegerField(default=0)
    error = models.CharField(max_length=300, blank=True)
    retry_at = models.DateTimeField(null=True)

    objects = OutboxQuerySet.as_manager()

    class Meta:
        verbose_name = _("待索引项")
        verbose_name_plural = _("待索引项")
        ordering = ("pk",)
        indexes = (models.Index(fields=("kind", "object_id"), name="outbox_by_document"),)

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
    def current(cls) -> int:
        return cls.objects.values_list("number", flat=True).first() or 0

    @classmethod
    def advance(cls) -> None:
        """Raise the number in the transaction of the change; no process sees only one of both."""
        revision.move()
        row, _ = cls.objects.get_or_create(pk=1)
        cls.objects.filter(pk=row.pk).update(number=models.F("number") + 1)
