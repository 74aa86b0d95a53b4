"""Data quality checks: missing fields, contradictions, missing sources, unchecked links."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, Model, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext
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
    Passage,
    Place,
    Reference,
    Seat,
)
from experts.models import Affiliation, Expert, Organisation

MOST_SHOWN = 30
"""Rows listed for a check; its ``count`` is that of all rows."""
SOURCED = (
    *(Book, Part, Case, Critique, Contribution, Erratum, Fact),
    *(Expert, Organisation, Affiliation),
)
ASSIGNED = (CasePlace, CaseTheme, Seat)
"""Relations that need evidence: words of a title or name, or an editor's reason."""


def none_of(rows: QuerySet[Any], owner: str) -> Q:
    """The condition that none of the rows belongs to the record by the lookup ``owner``."""
    return ~Q(Exists(rows.filter(**{owner: OuterRef("pk")})))


TEXT = Passage.objects.standing()
UNSIGNED = Critique.objects.filter(case=OuterRef("pk"), affiliation_as_printed="")

CASE_FIELDS = (
    MissingField("part", _("篇"), Q(part=None)),
    MissingField("start_page", _("起始页"), Q(start_page=None)),
    MissingField("end_page", _("终止页"), Q(end_page=None)),
    MissingField("place", _("地点"), Q(places=None)),
    MissingField("city", _("城市"), ~Q(places__city__isnull=False)),
    MissingField("theme", _("主题"), Q(themes=None)),
    MissingField("critique", _("专家点评"), Q(critiques=None)),
    MissingField("post", _("点评专家职务"), Q(Exists(UNSIGNED))),
    MissingField("text", _("正文"), none_of(TEXT, "section__case")),
    MissingField("critique_text", _("点评正文"), none_of(TEXT, "section__critique__case")),
    MissingField("project_facts", _("项目资料"), ~Q(facts__about=Fact.About.PROJECT)),
    MissingField("english_title", _("英文标题"), Q(english_title="")),
)
"""Each field with the condition under which a case lacks it."""

PUBLIC = Q(origin=Origin.PUBLIC)

FACT_FIELDS = (
    MissingField("period", _("时间"), Q(period="")),
    MissingField("value", _("数值"), Q(value=None)),
    MissingField("place", _("地点"), Q(places=None)),
    MissingField("organisation", _("机构"), Q(organisations=None)),
    MissingField("section", _("书中小节"), Q(origin=Origin.BOOK, section_title="")),
    MissingField("confidence", _("可信度"), Q(confidence="")),
    MissingField("support", _("网页中的依据"), PUBLIC & Q(support="")),
    MissingField("publisher", _("发布者"), PUBLIC & Q(reference__publisher="")),
    MissingField("published", _("发布日期"), PUBLIC & Q(reference__published="")),
    MissingField("read_on", _("查阅日期"), PUBLIC & Q(reference__read_on=None)),
    MissingField("after_book", _("与成书先后"), PUBLIC & Q(after_book=None)),
)
"""Each field with the condition under which a fact lacks it."""

HAN = "[一-龥]"
"""A name in Latin letters needs no pinyin."""
TITLED = Affiliation.objects.exclude(job_title="")

EXPERT_FIELDS = (
    MissingField("post", _("任职"), Q(affiliations=None)),
    MissingField("organisation", _("任职机构"), ~Q(affiliations__organisation__isnull=False)),
    MissingField("job_title", _("职务"), none_of(TITLED, "expert")),
    MissingField("pinyin", _("拼音"), Q(pinyin="", name__regex=HAN)),
)
"""Each field with the condition under which a person lacks it."""

ORGANISATION_FIELDS = (
    MissingField("kind", _("类别"), Q(kind="")),
    MissingField("place", _("所在地"), Q(seat=None)),
    MissingField("english_name", _("英文名"), Q(english_name="")),
    MissingField("people", _("任职的专家"), Q(affiliations=None)),
)
"""Each field with the condition under which an organisation lacks it."""


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


def report() -> dict[str, list[QualityIssue]]:
    """The results of every check by category, including those that found no row."""
    errata = Erratum.objects.order_by("book", "order")
    facts = Fact.objects.order_by("slug")
    pages = Reference.objects.order_by("title", "pk")
    return {
        gettext("案例缺少的内容"): missing_fields(Case, CASE_FIELDS),
        gettext("事实缺少的内容"): missing_fields(Fact, FACT_FIELDS),
        gettext("专家缺少的内容"): missing_fields(Expert, EXPERT_FIELDS),
        gettext("机构缺少的内容"): missing_fields(Organisation, ORGANISATION_FIELDS),
        gettext("前后不一"): issues(
            {
                gettext("书中两处说法不一"): errata,
                gettext("其中没有编者说明的"): errata.filter(note=""),
                gettext("事实取其中一种说法"): facts.exclude(erratum=None),
                gettext("可信度不高的事实"): facts.filter(
                    confidence__in=("", Confidence.MEDIUM, Confidence.LOW)
                ),
            }
        ),
        gettext("没有来源的值"): issues(unsourced()),
        gettext("参考资料与链接"): issues(
            {
                gettext("链接从未核对"): pages.filter(read_on=None),
                gettext("发布者未知"): pages.filter(publisher=""),
                gettext("发布日期未知"): pages.filter(published=""),
                gettext("没有事实用到"): pages.filter(facts=None),
                gettext("只是转载，原始发布页待找"): pages.filter(quality=Reference.Quality.REPOST),
            }
        ),
        gettext("机构与地点"): issues(
            {
                gettext("机构没有人、贡献或事实"): Organisation.objects.order_by("slug").filter(
                    affiliations=None, contributions=None, facts=None
                ),
                gettext("地点没有坐标"): Place.objects.filter(Q(latitude=None) | Q(longitude=None)),
            }
        ),
    }


def missing_fields(model: type[Model], fields: Sequence[MissingField]) -> list[QualityIssue]:
    """One check for each field that rows of the model may lack."""
    rows = model._default_manager.order_by("slug")
    options = model._meta
    changelist = reverse(f"admin:{options.app_label}_{options.model_name}_changelist")
    return [
        quality_issue(
            field.label, rows.filter(field.condition), f"{changelist}?missing={field.name}"
        )
        for field in fields
    ]


def unsourced() -> dict[str, QuerySet[Any]]:
    """Rows of the book without a line number, and rows without evidence or reference."""
    found: dict[str, QuerySet[Any]] = {}
    for models, wording, lacking in (
        (SOURCED, _("%(rows)s：记为书中载明，但没有行号"), Q(origin=Origin.BOOK, source_line=None)),
        (ASSIGNED, _("%(rows)s：没有写明依据"), Q(evidence="")),
    ):
        for model in models:
            named = [each.name for each in model._meta.concrete_fields if each.related_model]
            rows = model._default_manager.select_related(*named).filter(lacking).order_by("pk")
            found[wording % {"rows": model._meta.verbose_name_plural}] = rows
    facts = Fact.objects.order_by("slug")
    own = Q(origin__in=(Origin.EDITOR, Origin.DERIVED))
    return found | {
        gettext("事实：编辑补充，没有参考资料"): facts.filter(own, reference=None),
        gettext("公开事实：不知在成书之前还是之后"): facts.filter(PUBLIC, after_book=None),
        gettext("公开事实：没有摘录网页中的依据"): facts.filter(PUBLIC, support=""),
    }


def issues(checks: Mapping[str, QuerySet[Any]]) -> list[QualityIssue]:
    return [quality_issue(label, rows) for label, rows in checks.items()]


def quality_issue(label: Any, rows: QuerySet[Any], whole_list: str = "") -> QualityIssue:
    """The first rows of a check with their URLs in the admin; one query, two for long lists."""
    found = list(rows[: MOST_SHOWN + 1])
    count = len(found) if len(found) <= MOST_SHOWN else rows.count()
    shown = [(str(row), admin_url(row)) for row in found[:MOST_SHOWN]]
    return QualityIssue(str(label), count, shown, whole_list)


def admin_url(row: Model) -> str:
    """The admin URL of the row; for places and themes of a case, that of the case."""
    owner = row.case if isinstance(row, CasePlace | CaseTheme) else row
    options = owner._meta
    return reverse(f"admin:{options.app_label}_{options.model_name}_change", args=[owner.pk])
