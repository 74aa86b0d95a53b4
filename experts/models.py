"""Models of people, the organisations they work for, and the affiliations the books print."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import CASCADE, PROTECT, Case, Exists, OuterRef, Subquery, Value, When
from django.db.models.functions import Coalesce, NullIf
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casebook.core.content import ContentQuerySet
from casebook.core.provenance import Source, Sourced, by_editors
from casebook.core.web.languages import is_english, name_of

POST_RULE = _("由所印职务拆出机构与职务")


class Organisation(Sourced):
    """An organisation (机构) that employs, publishes, recommends or is written about.

    Its origin is the first source of its name: a line of the book, or public sources.
    """

    class Kind(models.TextChoices):
        """The kind of an organisation."""

        GOVERNMENT = "government", _("政府部门")
        ACADEMIA = "academia", _("高校与科研院所")
        COMPANY = "company", _("企业")
        ASSOCIATION = "association", _("学会协会与联盟")
        MEDIA = "media", _("媒体与出版")

    slug = models.SlugField(_("网址名"), max_length=200, unique=True)
    name = models.CharField(_("名称"), max_length=200, unique=True)
    kind = models.CharField(_("类别"), max_length=20, choices=Kind, blank=True)
    english_name = models.CharField(_("英文名"), max_length=300, blank=True)
    aliases = models.JSONField(_("别名"), default=list, blank=True)

    objects = ContentQuerySet["Organisation"].as_manager()
    own_fields: ClassVar[tuple[str, ...]] = ("english_name",)
    in_english: ClassVar[dict[str, str]] = dict.fromkeys(("", "name"), "english_name")
    added_fields: ClassVar[tuple[str, ...]] = ("aliases",)

    class Meta:
        verbose_name = _("机构")
        verbose_name_plural = _("机构")
        ordering = ("slug",)

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("experts:organisation-detail", args=[self.slug])

    def source_of(self, field: str) -> Source:
        """The source of a value; a kind that does not follow from the name is an editor's."""
        if field != "kind" or "kind" in self.edited_fields:
            return super().source_of(field)
        return (
            self.derived(_("按名称中的字样归类"))
            if self.kind == kind_of(self.name)
            else by_editors()
        )


KIND_PATTERNS = {
    Organisation.Kind.MEDIA: "出版社|杂志社|报社|电视台|通讯社",
    Organisation.Kind.COMPANY: "公司|集团",
    Organisation.Kind.ASSOCIATION: "协会|学会|联盟|研究会|商会|促进会",
    Organisation.Kind.ACADEMIA: "大学|学院|科学院|工程院|研究院|研究所|党校",
    Organisation.Kind.GOVERNMENT: "国务院|人民政府|人大常委会|政协|管理委员会|(?<![书邮])局"
    "|(?<!城)[省市区县](?!.*(?:专家|专业|咨询|顾问)).*委员会",
}
"""The first that fits decides: a company's research institute is a company."""


def kind_of(name: str) -> str:
    """The kind, or an empty string: 清华大学 → academia, 国家信息中心 → nothing certain."""
    kinds = (kind.value for kind, pattern in KIND_PATTERNS.items() if re.search(pattern, name))
    return next(kinds, "")


class ExpertQuerySet(ContentQuerySet["Expert"]):
    """The ways in which the site selects and loads experts."""

    def with_posts(self) -> Self:
        """Load each expert's affiliations and the organisations they are at."""
        return self.prefetch_related("affiliations__organisation")

    def with_distinction(self) -> Self:
        """Add ``distinction``, which distinguishes people of the same name; empty for others.

        It is the organisation of the person's first affiliation with one, else a book's title.
        """
        this = Expert.objects.filter(pk=OuterRef("pk"))
        posts = Affiliation.objects.filter(expert=OuterRef("pk"), organisation__isnull=False)
        names = [NullIf("organisation__english_name", Value(""))] if is_english() else []
        body = posts.order_by("pk").values(shown=Coalesce(*names, "organisation__name", Value("")))
        shown = Coalesce(
            Subquery(body[:1]),
            Subquery(this.values("contributions__book__title")[:1]),
            Subquery(this.values("critiques__case__book__title")[:1]),
            Value(""),
        )
        others = Expert.objects.filter(name=OuterRef("name")).exclude(pk=OuterRef("pk"))
        return self.annotate(distinction=Case(When(Exists(others), then=shown), default=Value("")))


class Expert(Sourced):
    """A person (专家) named in a book: one row a person, however often and however printed."""

    slug = models.SlugField(_("网址名"), max_length=100, unique=True)
    name = models.CharField(_("姓名"), max_length=100, db_index=True)
    pinyin = models.CharField(_("拼音"), max_length=200, blank=True)
    aliases = models.JSONField(_("别名"), default=list, blank=True)

    distinction = ""
    """Distinguishes the person from others of the name; set by ``with_distinction``."""

    objects = ExpertQuerySet.as_manager()
    derived_fields: ClassVar[dict[str, Any]] = {
        "name": _("所印署名略去空格"),
        "pinyin": _("按姓名注音，姓氏取其专门读音"),
    }
    added_fields: ClassVar[tuple[str, ...]] = ("aliases",)
    in_english: ClassVar[dict[str, str]] = dict.fromkeys(("", "name"), "english_name")

    class Meta:
        verbose_name = _("专家")
        verbose_name_plural = _("专家")
        ordering = ("slug",)

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("experts:expert-detail", args=[self.slug])

    @property
    def english_name(self) -> str:
        return latin_name(self.pinyin, self.slug)

    @property
    def distinct_name(self) -> str:
        """The name in the reader's language, with the ``distinction`` of ``with_distinction``."""
        names = {"name": name_of(self), "distinction": self.distinction}
        return gettext("%(name)s（%(distinction)s）") % names if self.distinction else names["name"]


def latin_name(pinyin: str, slug: str) -> str:
    """``xu zhen qiang`` → Xu Zhenqiang, family name first; nothing without pinyin.

    The slug, ``ouyang-ming``, distinguishes a family name of two syllables from one of one.
    """
    syllables = pinyin.replace("v", "ü").split()
    family = slug.partition("-")[0].replace("v", "ü")
    length = 2 if "".join(syllables[:2]) == family else 1
    return " ".join(map(as_name, filter(None, (syllables[:length], syllables[length:]))))


def as_name(syllables: list[str]) -> str:
    """``hai ou`` → Hai'ou: an apostrophe keeps a vowel from the syllable before."""
    first, *others = syllables
    joined = first + "".join(f"'{each}" if each[0] in "aeo" else each for each in others)
    return joined.capitalize()


class Affiliation(Sourced):
    """An affiliation (任职): one person's job title, at an organisation if the book names one."""

    expert = models.ForeignKey(Expert, CASCADE, related_name="affiliations", verbose_name=_("专家"))
    organisation = models.ForeignKey(
        Organisation,
        PROTECT,
        null=True,
        blank=True,
        related_name="affiliations",
        verbose_name=_("机构"),
    )
    job_title = models.CharField(_("职务"), max_length=200, blank=True)
    as_printed = models.CharField(_("原书写法"), max_length=300, blank=True)

    objects = ContentQuerySet["Affiliation"].as_manager()
    touches: ClassVar[tuple[str, ...]] = ("expert", "organisation")
    derived_fields: ClassVar[dict[str, Any]] = {"organisation": POST_RULE, "job_title": POST_RULE}

    class Meta:
        verbose_name = _("任职")
        verbose_name_plural = _("任职")
        ordering = ("expert", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("expert", "organisation", "job_title"), name="one_row_per_post"
            ),
            models.UniqueConstraint(
                fields=("expert", "job_title"),
                condition=models.Q(organisation__isnull=True),
                name="one_row_per_post_without_a_body",
            ),
        )

    def __str__(self) -> str:
        return f"{self.organisation or ''}{self.job_title}"


@dataclass(slots=True)
class Tie:
    """One case, its critics with an affiliation at the organisation, and the facts that name it."""

    case: Any
    critics: list[Expert] = field(default_factory=list)
    facts: list[Any] = field(default_factory=list)


def ties(affiliations: Iterable[Affiliation], facts: Iterable[Any]) -> list[Tie]:
    """The cases that an organisation is tied to, in book order; no queries on prefetched rows.

    Critiques and facts belong to the app above; they are read through reverse relations.
    """
    found: dict[int, Tie] = {}
    for affiliation in affiliations:
        for critique in affiliation.critiques.all():
            tie = found.setdefault(critique.case.pk, Tie(critique.case))
            if affiliation.expert not in tie.critics:
                tie.critics.append(affiliation.expert)
    for fact in facts:
        if fact.case:
            found.setdefault(fact.case.pk, Tie(fact.case)).facts.append(fact)
    return sorted(found.values(), key=lambda tie: (tie.case.book_id, tie.case.number))
