"""What a case may lack: named gaps, for the filter 缺少字段 and for the editors' overview."""

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from casebook.vocabulary import Choice, Terms

from .models import CasePlace, CaseTheme, Critique, Fact, Passage


def none_of(rows: QuerySet[Any], case: str = "case") -> Q:
    """No such row belongs to the case."""
    return ~Q(Exists(rows.filter(**{case: OuterRef("pk")})))


def some_of(rows: QuerySet[Any]) -> Q:
    return Q(Exists(rows.filter(case=OuterRef("pk"))))


def gap_choices() -> list[Choice]:
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


GAPS = Terms(gap_choices)
