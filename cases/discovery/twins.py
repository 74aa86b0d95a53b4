"""The Markdown twin of each record page: the same values, each with its provenance."""

from collections.abc import Iterable, Iterator
from functools import singledispatch
from typing import Any

from django.utils.translation import gettext as _

from cases import citations
from cases.citing import Work, cite
from cases.evidence import evidence_of
from cases.imprint import board, colophon
from cases.models import Book, Case, Critique, Fact, Part, Place, Theme
from experts.models import Expert, Organisation

from .links import json_path
from .markdown import Link, anchor, entry, mark, page, section, text


@singledispatch
def twin(row: Any, link: Link) -> str:  # noqa: ARG001
    """A row as a Markdown document."""
    raise TypeError(row)


@twin.register
def _book(book: Book, link: Link) -> str:
    contributions = list(book.contributions.with_people())
    return page(
        book.full_title,
        [entry(row.label, text(row.value), row.source) for row in colophon(book, contributions)],
        section(_("目录"), contents(book, link)),
        *(
            section(role.label, (contributor(person, link) for person in role.people))
            for role in board(contributions)
        ),
        section(_("勘误"), (erratum(row) for row in book.errata.all())),
        section(_("引用"), [text(cite(citations.of_book(book)))]),
        ways(book, link),
    )


@twin.register
def _part(part: Part, link: Link) -> str:
    return page(
        part,
        [
            entry(_("所在图书"), anchor(part.book, link(part.book.get_absolute_url()))),
            *pages(part),
        ],
        section(_("案例"), (case_line(case, link) for case in part.cases.all())),
        section(_("引用"), [text(cite(citations.of_part(part)))]),
        ways(part, link),
    )


@twin.register
def _case(case: Case, link: Link) -> str:
    evidence = evidence_of(case)
    critiques = case.critiques.with_labels()
    return page(
        case.title,
        [
            entry(_("标题"), text(case.title), case.source_of("title")),
            entry(_("英文标题"), text(case.english_title), case.source_of("english_title")),
            entry(_("案例序号"), str(case.number), case.source_of("number")),
            entry(_("所在图书"), anchor(case.book, link(case.book.get_absolute_url()))),
            entry(
                _("所在篇"),
                anchor(case.part, link(case.part.get_absolute_url())) if case.part else "",
            ),
            *pages(case),
        ],
        section(_("地点"), (place_line(each, link) for each in case.case_places.all())),
        section(_("主题"), (theme_line(each, link) for each in case.case_themes.all())),
        section(_("专家点评"), (critique_line(each, link) for each in critiques)),
        section(_("项目的公开资料"), (fact_line(fact, link) for fact in evidence.project)),
        section(_("所在地背景"), (fact_line(fact, link) for fact in evidence.background)),
        section(_("书中所述"), (fact_line(fact, link) for fact in evidence.of_book)),
        section(_("引用"), cited(citations.of_case(case), case)),
        ways(case, link),
    )


@twin.register
def _fact(fact: Fact, link: Link) -> str:
    page_of = fact.reference
    return page(
        fact.statement,
        [
            entry(_("陈述"), text(fact.statement), fact.own_source()),
            entry(_("类别"), text(fact.get_kind_display())),
            entry(_("数值"), text(fact.figure)),
            entry(_("时间"), text(fact.period or fact.year or "")),
            entry(
                _("案例"),
                anchor(fact.case, link(fact.case.get_absolute_url())) if fact.case else "",
            ),
            entry(_("来源网页"), anchor(page_of.title, page_of.url) if page_of else ""),
            *([entry(_("提示"), text(fact.caveat))] if fact.caveat else []),
        ],
        section(_("地点"), (listed(place, link) for place in fact.places.all())),
        section(_("机构"), (listed(body, link) for body in fact.organisations.all())),
        ways(fact, link),
    )


@twin.register
def _place(place: Place, link: Link) -> str:
    cases = Case.objects.in_places([place]).select_related("book")
    return page(
        place.name,
        [
            entry(_("层级"), text(place.get_level_display())),
            entry(_("行政区划代码"), text(place.code or "")),
            entry(
                _("上级"),
                anchor(place.parent, link(place.parent.get_absolute_url())) if place.parent else "",
            ),
            entry(_("英文名"), text(place.english_name)),
        ],
        section(_("案例"), (case_line(case, link) for case in cases)),
        section(_("下级"), (listed(child, link) for child in place.children.all())),
        ways(place, link),
    )


@twin.register
def _theme(theme: Theme, link: Link) -> str:
    ties = theme.case_themes.select_related("case__book").order_by("case__book", "case__number")
    return page(
        theme.name,
        [
            entry(_("定义"), text(theme.definition)),
            entry(_("使用范围"), text(theme.scope)),
            entry(_("标题用词"), text("、".join(theme.title_words))),
        ],
        section(
            _("案例"),
            (
                f"{case_line(each.case, link)}{reason(each.evidence)}{mark(each.own_source())}"
                for each in ties
            ),
        ),
        ways(theme, link),
    )


@twin.register
def _expert(expert: Expert, link: Link) -> str:
    critiques = expert.critiques.select_related("case__book")
    return page(
        expert.name,
        section(_("任职"), (post_line(post, link) for post in expert.affiliations.all())),
        section(_("点评"), (reviewed(each, link) for each in critiques)),
        section(
            _("在书中的角色"),
            (role_line(each, link) for each in expert.contributions.select_related("book")),
        ),
        ways(expert, link),
    )


@twin.register
def _organisation(organisation: Organisation, link: Link) -> str:
    posts = organisation.affiliations.select_related("expert")
    facts = organisation.facts.with_labels()
    return page(
        organisation.name,
        [
            entry(_("类别"), text(organisation.get_kind_display())),
            entry(_("英文名"), text(organisation.english_name)),
        ],
        section(
            _("任职的专家"),
            (f"{listed(post.expert, link)} {text(post.job_title)}" for post in posts),
        ),
        section(
            _("在书中的角色"),
            (role_line(each, link) for each in organisation.contributions.select_related("book")),
        ),
        section(_("提到本机构的事实"), (fact_line(fact, link) for fact in facts)),
        ways(organisation, link),
    )


def pages(row: Case | Part) -> list[str]:
    """Both pages, the derived last one with its rule."""
    return [
        entry(_("起始页"), str(row.start_page or ""), row.source_of("start_page")),
        entry(_("终止页"), str(row.end_page or ""), row.source_of("end_page")),
    ]


def contents(book: Book, link: Link) -> Iterator[str]:
    for part in book.parts.prefetch_related("cases__book"):
        yield listed(part, link)
        yield from (f"  {case_line(case, link)}" for case in part.cases.all())


def case_line(case: Case, link: Link) -> str:
    page_number = _("，第 %(page)s 页") % {"page": case.start_page} if case.start_page else ""
    return f"- {case.number}. {anchor(case.title, link(case.get_absolute_url()))}{page_number}"


def place_line(tie: Any, link: Link) -> str:
    return f"{listed(tie.place, link)}{reason(tie.evidence)}{mark(tie.own_source())}"


def theme_line(tie: Any, link: Link) -> str:
    return f"{listed(tie.theme, link)}{reason(tie.evidence)}{mark(tie.own_source())}"


def critique_line(critique: Critique, link: Link) -> str:
    post = text(critique.affiliation_as_printed) or _("职务未载明")
    return f"{listed(critique.expert, link)}，{post}{mark(critique.own_source())}"


def reviewed(critique: Critique, link: Link) -> str:
    return f"{case_line(critique.case, link)}{mark(critique.own_source())}"


def post_line(post: Any, link: Link) -> str:
    body = post.organisation
    name = anchor(body.name, link(body.get_absolute_url())) if body else ""
    return f"- {name}{text(post.job_title)}"


def role_line(row: Any, link: Link) -> str:
    return f"{listed(row.book, link)}：{text(row.get_role_display())}{mark(row.own_source())}"


def contributor(row: Any, link: Link) -> str:
    who = row.expert or row.organisation
    post = f"，{text(row.affiliation_as_printed)}" if row.affiliation_as_printed else ""
    return f"{listed(who, link)}{post}{mark(row.own_source())}"


def erratum(row: Any) -> str:
    other = f" / {text(row.other_reading)}" if row.other_reading else ""
    return f"- {text(row.subject)}：{text(row.reading)}{other}{mark(row.own_source())}"


def fact_line(fact: Fact, link: Link) -> str:
    return f"- {anchor(fact.statement, link(fact.get_absolute_url()))}{mark(fact.own_source())}"


def listed(row: Any, link: Link) -> str:
    return f"- {anchor(row, link(row.get_absolute_url()))}"


def reason(words: str) -> str:
    return _("，依据：%(words)s") % {"words": text(words)} if words else ""


def cited(work: Work, case: Case) -> list[str]:
    lines = [text(cite(work))]
    if citations.has_derived_last_page(case):
        lines += ["", _("末页由下一篇起始页推得。")]
    return lines


def ways(row: Any, link: Link) -> Iterable[str]:
    """Where the same is found as a page and as JSON."""
    return [
        entry(_("网页"), link(row.get_absolute_url())),
        entry("JSON", link(json_path(row))),
    ]
