"""Data quality checks: missing fields, contradictions, missing sources, unchecked links."""

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
from experts.models import Affiliation, Expert, Organisation

from .missing_fields import CASE_FIELDS, EXPERT_FIELDS, FACT_FIELDS, ORGANISATION_FIELDS

MOST_SHOWN = 30
"""Rows listed for a check; its ``count`` is that of all rows."""

SOURCED = (
    *(Book, Part, Case, Critique, Contribution, Erratum, Fact),
    *(Expert, Organisation, Affiliation),
)
ASSIGNED = (CasePlace, CaseTheme, Seat)
"""Relations that need evidence: words of a title or name, or an editor's reason."""


@dataclass(frozen=True, slots=True)
class QualityIssue:
    """The result of a check: its label, the number of rows found, and the first ones with links."""

    label: str
    count: int
    rows: list[tuple[str, str]]
    whole_list: str = ""
    """The URL of all its rows, where a list of the admin can filter them."""

    @property
    def unlisted(self) -> int:
        return self.count - len(self.rows)


@dataclass(frozen=True, slots=True)
class QualitySection:
    """Checks of one category."""

    title: str
    issues: list[QualityIssue]


def report() -> list[QualitySection]:
    """The results of every check, including those that found no row."""
    return [
        QualitySection(str(_("案例缺少的内容")), missing_fields(Case, CASE_FIELDS)),
        QualitySection(str(_("事实缺少的内容")), missing_fields(Fact, FACT_FIELDS)),
        QualitySection(str(_("专家缺少的内容")), missing_fields(Expert, EXPERT_FIELDS)),
        QualitySection(str(_("机构缺少的内容")), missing_fields(Organisation, ORGANISATION_FIELDS)),
        QualitySection(str(_("前后不一")), contradictions()),
        QualitySection(str(_("没有来源的值")), unsourced()),
        QualitySection(str(_("参考资料与链接")), references()),
        QualitySection(str(_("机构与地点")), organisations_and_places()),
    ]


def missing_fields(model: type[Model], fields: Iterable[MissingField]) -> list[QualityIssue]:
    """One check for each field that rows of the model may lack."""
    rows = model._default_manager.order_by("slug")
    options = model._meta
    changelist = reverse(f"admin:{options.app_label}_{options.model_name}_changelist")
    return [
        replace(
            quality_issue(field.label, rows.filter(field.condition)),
            whole_list=f"{changelist}?missing={field.name}",
        )
        for field in fields
    ]


def contradictions() -> list[QualityIssue]:
    errata = Erratum.objects.order_by("book", "order")
    facts = Fact.objects.order_by("slug")
    return [
        quality_issue(_("书中两处说法不一"), errata),
        quality_issue(_("其中没有编者说明的"), errata.filter(note="")),
        quality_issue(_("事实取其中一种说法"), facts.exclude(erratum=None)),
        quality_issue(_("可信度不高的事实"), facts.filter(confidence__in=NOT_SURE)),
    ]


NOT_SURE = ("", Confidence.MEDIUM, Confidence.LOW)


def unsourced() -> list[QualityIssue]:
    """Rows of the book without a line number, and rows without evidence or reference."""
    found: list[QualityIssue] = [
        quality_issue(
            _("%(rows)s：记为书中载明，但没有行号") % {"rows": model._meta.verbose_name_plural},
            with_owners(model).filter(origin=Origin.BOOK, source_line=None).order_by("pk"),
        )
        for model in SOURCED
    ]
    found += [
        quality_issue(
            _("%(rows)s：没有写明依据") % {"rows": model._meta.verbose_name_plural},
            with_owners(model).filter(evidence="").order_by("pk"),
        )
        for model in ASSIGNED
    ]
    facts = Fact.objects.order_by("slug")
    nothing = Q(origin__in=(Origin.EDITOR, Origin.DERIVED), reference=None)
    undated = Q(origin=Origin.PUBLIC, after_book=None)
    return [
        *found,
        quality_issue(_("事实：编辑补充，没有参考资料"), facts.filter(nothing)),
        quality_issue(_("公开事实：不知在成书之前还是之后"), facts.filter(undated)),
        quality_issue(
            _("公开事实：没有摘录网页中的依据"), facts.filter(origin=Origin.PUBLIC, support="")
        ),
    ]


def references() -> list[QualityIssue]:
    pages = Reference.objects.order_by("title", "pk")
    return [
        quality_issue(_("链接从未核对"), pages.filter(read_on=None)),
        quality_issue(_("发布者未知"), pages.filter(publisher="")),
        quality_issue(_("发布日期未知"), pages.filter(published="")),
        quality_issue(_("没有事实用到"), pages.filter(facts=None)),
        quality_issue(
            _("只是转载，原始发布页待找"), pages.filter(quality=Reference.Quality.REPOST)
        ),
    ]


def organisations_and_places() -> list[QualityIssue]:
    bodies = Organisation.objects.order_by("slug")
    untied = Q(affiliations=None, contributions=None, facts=None)
    return [
        quality_issue(_("机构没有人、贡献或事实"), bodies.filter(untied)),
        quality_issue(
            _("地点没有坐标"), Place.objects.filter(Q(latitude=None) | Q(longitude=None))
        ),
    ]


def quality_issue(label: Any, rows: QuerySet[Any]) -> QualityIssue:
    """The first rows of a check with their URLs in the admin; one query, two for long lists."""
    found = list(rows[: MOST_SHOWN + 1])
    count = len(found) if len(found) <= MOST_SHOWN else rows.count()
    return QualityIssue(
        str(label), count, [(str(row), admin_url(row)) for row in found[:MOST_SHOWN]]
    )


def with_owners(model: type[Model]) -> QuerySet[Any]:
    """Rows with the related objects that their names need."""
    owners = [field.name for field in model._meta.concrete_fields if field.related_model]
    return model._default_manager.select_related(*owners)


def admin_url(row: Model) -> str:
    """The admin URL of the row; for places and themes of a case, that of the case."""
    owner = row.case if isinstance(row, CasePlace | CaseTheme) else row
    options = owner._meta
    return reverse(f"admin:{options.app_label}_{options.model_name}_change", args=[owner.pk])
