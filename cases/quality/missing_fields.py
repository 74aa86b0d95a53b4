"""Fields that rows may lack, for the admin's lists and the editors' quality page."""

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from casebook.core.admin import MissingField
from casebook.core.provenance import Origin
from cases.models import CasePlace, CaseTheme, Critique, Fact, Passage
from experts.models import Affiliation


def none_of(rows: QuerySet[Any], case: str = "case") -> Q:
    """The condition that no such row refers to the record, by the lookup ``case``."""
    return ~Q(Exists(rows.filter(**{case: OuterRef("pk")})))


def some_of(rows: QuerySet[Any]) -> Q:
    return Q(Exists(rows.filter(case=OuterRef("pk"))))


TEXT = Passage.objects.standing()

CASE_FIELDS = (
    MissingField("part", _("篇"), Q(part=None)),
    MissingField("start_page", _("起始页"), Q(start_page=None)),
    MissingField("end_page", _("终止页"), Q(end_page=None)),
    MissingField("place", _("地点"), none_of(CasePlace.objects.all())),
    MissingField("city", _("城市"), none_of(CasePlace.objects.filter(place__city__isnull=False))),
    MissingField("theme", _("主题"), none_of(CaseTheme.objects.all())),
    MissingField("critique", _("专家点评"), none_of(Critique.objects.all())),
    MissingField(
        "post", _("点评专家职务"), some_of(Critique.objects.filter(affiliation_as_printed=""))
    ),
    MissingField("text", _("正文"), none_of(TEXT, "section__case")),
    MissingField("critique_text", _("点评正文"), none_of(TEXT, "section__critique__case")),
    MissingField(
        "project_facts",
        _("项目资料"),
        none_of(Fact.objects.filter(about=Fact.About.PROJECT)),
    ),
    MissingField("english_title", _("英文标题"), Q(english_title="")),
)
"""Each field with the condition under which a case lacks it."""

PUBLIC = Q(origin=Origin.PUBLIC)

FACT_FIELDS = (
    MissingField("period", _("时间"), Q(period="")),
    MissingField("value", _("数值"), Q(value=None)),
    MissingField("place", _("地点"), none_of(Fact.places.through.objects.all(), "fact")),
    MissingField(
        "organisation", _("机构"), none_of(Fact.organisations.through.objects.all(), "fact")
    ),
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

POSTS = Affiliation.objects.all()

EXPERT_FIELDS = (
    MissingField("post", _("任职"), none_of(POSTS, "expert")),
    MissingField(
        "organisation", _("任职机构"), none_of(POSTS.exclude(organisation=None), "expert")
    ),
    MissingField("job_title", _("职务"), none_of(POSTS.exclude(job_title=""), "expert")),
    MissingField("pinyin", _("拼音"), Q(pinyin="", name__regex=HAN)),
)
"""Each field with the condition under which a person lacks it."""

ORGANISATION_FIELDS = (
    MissingField("kind", _("类别"), Q(kind="")),
    MissingField("place", _("所在地"), Q(seat=None)),
    MissingField("english_name", _("英文名"), Q(english_name="")),
    MissingField("people", _("任职的专家"), none_of(POSTS, "organisation")),
)
"""Each field with the condition under which an organisation lacks it."""
