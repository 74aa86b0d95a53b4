"""Filters and facets of facts: the query parameters that pages, API and files share."""

import re
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from casebook.core.filters.facets import Facet, PairFacet, TreeFacet, in_book_order, latest_first
from casebook.core.filters.filterset import (
    OrderFilter,
    StrictFilterSet,
    SwitchFilter,
    WordsFilter,
    containing,
)
from casebook.core.filters.value_resolver import (
    ResolvedValue,
    RowValues,
    ValueResolver,
    choice_values,
)
from casebook.core.provenance import Origin
from casebook.core.web.languages import name_of
from cases.models import Case, Fact, Section
from experts.filters import ORGANISATIONS

from .record_filters import BOOKS, BY_BOOK, BY_CASE, BY_PART, PARTS, PLACES, case_words

MARKER = re.compile(r"^([一二三四五六七八九十]+、|\d+[.．])\s*")
ABOVE = ("", "parent__", "parent__parent__", "parent__parent__parent__")
"""Lookup prefixes of a heading and its ancestors: there are four levels."""
YEARS = range(1000, 3000)


@dataclass(frozen=True)
class Years(ValueResolver):
    """Resolver of years: any from 1000 to 2999 is valid, those of facts are proposed."""

    label: str | Promise = "%(year)s"
    example = "2016"

    def named(self, values: list[str]) -> list[ResolvedValue]:
        numbers = (int(value[:5]) for value in values if value.isascii() and value.isdigit())
        return [self.choice(number) for number in numbers if number in YEARS]

    def everything(self) -> list[ResolvedValue]:
        years = Fact.objects.exclude(year=None).order_by("year").values_list("year", flat=True)
        return [self.choice(year) for year in years.distinct() if year]

    def choice(self, year: int) -> ResolvedValue:
        return ResolvedValue(str(year), str(self.label) % {"year": year}, (f"{year}年",), year)


NUMBERED_CASES = RowValues(
    Case.objects.all,
    lambda case: f"{case.number} {name_of(case)}",
    case_words,
    "digital-china-2019-17",
    ("number", "title", "english_title"),
)


class FactHeadings(ValueResolver):
    """Resolver of headings, as printed or without number; each selects all facts below it."""

    example = "一、建设背景"

    def labels(self, values: list[str]) -> dict[str, str]:
        """A heading is its own label, so none is looked up."""
        return dict(zip(values, values, strict=True))

    def named(self, values: list[str]) -> list[ResolvedValue]:
        return [choice for choice in self.everything() if choice.value in values]

    def everything(self) -> list[ResolvedValue]:
        facts = Fact.objects.order_by().values_list("section_title", "part__title").distinct()
        nearest = {title for titles in facts for title in titles if title}
        titles = sorted(nearest.union(*titles_above().values()))
        return [ResolvedValue(title, title, (MARKER.sub("", title),), title) for title in titles]


def titles_above() -> dict[int, set[str]]:
    """The titles of each section with facts and of its ancestors, by the section's key."""
    columns = [f"{above}{name}" for above in ABOVE for name in ("marker", "title")]
    rows = Section.objects.filter(facts__isnull=False).order_by().values_list("pk", *columns)
    found: dict[int, set[str]] = {}
    for key, *words in rows.distinct():
        pairs = zip(words[::2], words[1::2], strict=True)
        found[key] = {f"{marker}{title}" for marker, title in pairs if title}
    return found


class HeadingFacet(Facet):
    """Facts under any of the headings: their nearest one, that of their part, or one above."""

    def matching(self, lookup: str, targets: list[Any]) -> QuerySet[Any]:  # noqa: ARG002
        wanted = set(targets)
        sections = [section for section, titles in titles_above().items() if titles & wanted]
        nearest = Q(section_title__in=wanted) | Q(part__title__in=wanted)
        return Fact.objects.order_by().filter(nearest | Q(section__in=sections)).values("pk")

    def targets(self, row: Any) -> list[Any]:
        found = {row.section_title, row.part.title if row.part else ""}
        section = row.section
        while section:
            found.add(f"{section.marker}{section.title}" if section.title else "")
            section = section.parent
        return sorted(found - {""})


class FactFilter(StrictFilterSet):
    record_kind = "fact"
    q = WordsFilter(
        containing("statement", "section_title", "reference__title", "case__title"),
        label=_("检索词"),
        help_text=_("在陈述、所据资料、所提到的地点与机构中查找；写法同案例的检索词"),
    )
    origin = Facet(
        choice_values(Origin),
        "origin",
        label=_("来源"),
        help_text=_("book 书中载明，public 公开资料"),
    )
    kind = Facet(
        choice_values(Fact.Kind),
        "kind",
        index_field="fact_kind",
        label=_("类别"),
        help_text=_("如 count、数量、regulation"),
    )
    about = Facet(
        choice_values(Fact.About),
        "about",
        label=_("所述对象"),
        help_text=_("project 项目本身，place 所在地背景"),
    )
    year = Facet(
        Years(), "year", order=latest_first, label=_("年份"), help_text=_("事实所述的年份：2016")
    )
    place = TreeFacet(
        PLACES,
        "places",
        index_field="named_place",
        label=_("地点"),
        help_text=_("所提到的地点及其下辖各地：网址名、代码或名称"),
    )
    organisation = Facet(
        ORGANISATIONS,
        "organisations",
        index_field="named_organisation",
        label=_("机构"),
        help_text=_("所提到的机构：网址名或名称"),
    )
    case = Facet(NUMBERED_CASES, "case", order=in_book_order, label=_("案例"), help_text=BY_CASE)
    part = Facet(
        PARTS, *("part", "case__part"), order=in_book_order, label=_("篇"), help_text=BY_PART
    )
    section = HeadingFacet(
        FactHeadings(),
        "section_title",
        index_field="section",
        label=_("书中小节"),
        help_text=_("小节标题，可略去序号；含其下各级小节"),
    )
    book = Facet(BOOKS, *("book", "case__book"), label=_("图书"), help_text=BY_BOOK)
    synonyms = SwitchFilter(label=_("同义词"), on=_("同时查找"), off=_("不查找"))
    ordering = OrderFilter(
        {
            "origin": (_("来源"), ("origin", "slug")),
            "case": (_("案例"), ("case__book__slug", "case__number", "slug")),
            "year": (_("年份"), ("year", "period", "slug")),
            "value": (_("数值"), ("value", "slug")),
        },
        ties=("slug",),
        ranked=True,
    )


FactFilter.counted_only = {
    "origin_year": PairFacet(
        FactFilter.base_filters["origin"], FactFilter.base_filters["year"], "origin_year"
    )
}
