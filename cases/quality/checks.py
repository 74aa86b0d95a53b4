"""What editors should look at: gaps, contradictions, values without a source, unchecked links."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Model, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from casebook.core.admin import MissingField
from casebook.core.provenance import Confidence, Origin
from cases.models import (
    Book,
    Case,
    CasePlace,
    CaseTheme,
    Contribution,
    Critique,
    Erratum,
    Fact,
    Part,
    Place,
    Reference,
    Seat,
)
from experts.missing_fields import EXPERT_FIELDS, ORGANISATION_FIELDS
from experts.models import Affiliation, Expert, Organisation

from .missing_fields import CASE_FIELDS, FACT_FIELDS

MOST_SHOWN = 30
"""Rows of a check that are listed; the number says how many there are."""

SOURCED = (
    *(Book, Part, Case, Critique, Contribution, Erratum, Fact),
    *(Expert, Organisation, Affiliation),
)
ASSIGNED = (CasePlace, CaseTheme, Seat)
"""Ties that words of a title or name, or a person's reason, must stand behind."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One check: what it is about, how many rows it found, and the first of them with links."""

    label: str
    count: int
    rows: list[tuple[str, str]]
    whole_list: str = ""
    """The address of all its rows, where a list of the admin can select them."""

    @property
    def unlisted(self) -> int:
        return self.count - len(self.rows)


@dataclass(frozen=True, slots=True)
class Chapter:
    """Checks of one sort."""

    title: str
    findings: list[Finding]


def report() -> list[Chapter]:
    """Every check, those without a finding too: that nothing is wrong is worth knowing."""
    return [
        Chapter(str(_("案例缺少的内容")), missing_fields(Case, CASE_FIELDS)),
        Chapter(str(_("事实缺少的内容")), missing_fields(Fact, FACT_FIELDS)),
        Chapter(str(_("专家缺少的内容")), missing_fields(Expert, EXPERT_FIELDS)),
        Chapter(str(_("机构缺少的内容")), missing_fields(Organisation, ORGANISATION_FIELDS)),
        Chapter(str(_("前后不一")), contradictions()),
        Chapter(str(_("没有来源的值")), unsourced()),
        Chapter(str(_("参考资料与链接")), references()),
        Chapter(str(_("机构与地点")), bodies_and_places()),
    ]


def missing_fields(model: type[Model], fields: Iterable[MissingField]) -> list[Finding]:
    """One check for each field that rows of the model may lack."""
    rows = model._default_manager.order_by("slug")
    options = model._meta
    changelist = reverse(f"admin:{options.app_label}_{options.model_name}_changelist")
    return [
        replace(
            finding(field.label, rows.filter(field.condition)),
            whole_list=f"{changelist}?missing={field.name}",
        )
        for field in fields
    ]


def contradictions() -> list[Finding]:
    errata = Erratum.objects.order_by("book", "order")
    facts = Fact.objects.order_by("slug")
    return [
        finding(_("书中两处说法不一"), errata),
        finding(_("其中没有编者说明的"), errata.filter(note="")),
        finding(_("事实取其中一种说法"), facts.exclude(erratum=None)),
        finding(_("可信度不高的事实"), facts.filter(confidence__in=NOT_SURE)),
    ]


NOT_SURE = ("", Confidence.MEDIUM, Confidence.LOW)


def unsourced() -> list[Finding]:
    """Rows that claim the book without a line, or that nobody and nothing vouches for."""
    found: list[Finding] = [
        finding(
            _("%(rows)s：记为书中载明，但没有行号") % {"rows": model._meta.verbose_name_plural},
            named(model).filter(origin=Origin.BOOK, source_line=None).order_by("pk"),
        )
        for model in SOURCED
    ]
    found += [
        finding(
            _("%(rows)s：没有写明依据") % {"rows": model._meta.verbose_name_plural},
            named(model).filter(evidence="").order_by("pk"),
        )
        for model in ASSIGNED
    ]
    facts = Fact.objects.order_by("slug")
    nothing = Q(origin__in=(Origin.EDITOR, Origin.DERIVED), reference=None)
    undated = Q(origin=Origin.PUBLIC, after_book=None)
    return [
        *found,
        finding(_("事实：编辑补充，没有参考资料"), facts.filter(nothing)),
        finding(_("公开事实：不知在成书之前还是之后"), facts.filter(undated)),
        finding(
            _("公开事实：没有摘录网页中的依据"), facts.filter(origin=Origin.PUBLIC, support="")
        ),
    ]


def references() -> list[Finding]:
    pages = Reference.objects.order_by("title", "pk")
    return [
        finding(_("链接从未核对"), pages.filter(read_on=None)),
        finding(_("发布者未知"), pages.filter(publisher="")),
        finding(_("发布日期未知"), pages.filter(published="")),
        finding(_("没有事实用到"), pages.filter(facts=None)),
        finding(_("只是转载，原始发布页待找"), pages.filter(quality=Reference.Quality.REPOST)),
    ]


def bodies_and_places() -> list[Finding]:
    bodies = Organisation.objects.order_by("slug")
    untied = Q(affiliations=None, contributions=None, facts=None)
    return [
        finding(_("机构没有人、贡献或事实"), bodies.filter(untied)),
        finding(_("地点没有坐标"), Place.objects.filter(Q(latitude=None) | Q(longitude=None))),
    ]


def finding(label: Any, rows: QuerySet[Any]) -> Finding:
    """The first rows of a check with the addresses of their pages on the desk; one query."""
    found = list(rows[: MOST_SHOWN + 1])
    count = len(found) if len(found) <= MOST_SHOWN else rows.count()
    return Finding(str(label), count, [(str(row), desk_url(row)) for row in found[:MOST_SHOWN]])


def named(model: type[Model]) -> QuerySet[Any]:
    """Rows with all that their names are made of."""
    owners = [field.name for field in model._meta.concrete_fields if field.related_model]
    return model._default_manager.select_related(*owners)


def desk_url(row: Model) -> str:
    """Where editors change the row; places and themes of a case are changed with the case."""
    owner = row.case if isinstance(row, CasePlace | CaseTheme) else row
    options = owner._meta
    return reverse(f"admin:{options.app_label}_{options.model_name}_change", args=[owner.pk])
