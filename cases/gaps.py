"""What cases and facts may lack: named gaps, for the filter 缺少字段 and the editors' overview."""

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from casebook.provenance import Origin
from casebook.vocabulary import Choice, Terms

from .models import CasePlace, CaseTheme, Critique, Fact, Passage


def none_of(rows: QuerySet[Any], case: str = "case") -> Q:
    """No such row belongs to the case."""
    return ~Q(Exists(rows.filter(**{case: OuterRef("pk")})))


def some_of(rows: QuerySet[Any]) -> Q:
    return Q(Exists(rows.filter(case=OuterRef("pk"))))


def case_gaps() -> list[Choice]:
    """Each gap, with the condition under which a case has it."""
    text = Passage.objects.standing()
    gaps = (
        ("part", _("篇"), Q(part=None)),
        ("start_page", _("起始页"), Q(start_page=None)),
        ("end_page", _("终止页"), Q(end_page=None)),
        ("place", _("地点"), none_of(CasePlace.objects.all())),
        ("city", _("城市"), none_of(CasePlace.objects.filter(place__city__isnull=False))),
        ("theme", _("主题"), none_of(CaseTheme.objects.all())),
        ("critique", _("专家点评"), none_of(Critique.objects.all())),
        ("post", _("点评专家职务"), some_of(Critique.objects.filter(affiliation_as_printed=""))),
        ("text", _("正文"), none_of(text, "section__case")),
        ("critique_text", _("点评正文"), none_of(text, "section__critique__case")),
        ("project_facts", _("项目资料"), none_of(Fact.objects.filter(about=Fact.About.PROJECT))),
        ("english_title", _("英文标题"), Q(english_title="")),
    )
    return [Choice(name, str(label), (), condition) for name, label, condition in gaps]


def fact_gaps() -> list[Choice]:
    """Each gap, with the condition under which a fact has it."""
    places, bodies = Fact.places.through.objects.all(), Fact.organisations.through.objects.all()
    public = Q(origin=Origin.PUBLIC)
    gaps = (
        ("period", _("时间"), Q(period="")),
        ("value", _("数值"), Q(value=None)),
        ("place", _("地点"), none_of(places, "fact")),
        ("organisation", _("机构"), none_of(bodies, "fact")),
        ("section", _("书中小节"), Q(origin=Origin.BOOK, section_title="")),
        ("confidence", _("可信度"), Q(confidence="")),
        ("support", _("网页中的依据"), public & Q(support="")),
        ("publisher", _("发布者"), public & Q(reference__publisher="")),
        ("published", _("发布日期"), public & Q(reference__published="")),
        ("read_on", _("查阅日期"), public & Q(reference__read_on=None)),
        ("after_book", _("与成书先后"), public & Q(after_book=None)),
    )
    return [Choice(name, str(label), (), condition) for name, label, condition in gaps]


CASE_GAPS = Terms(case_gaps)
FACT_GAPS = Terms(fact_gaps)
