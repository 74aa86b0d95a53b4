"""Facts as a table: one row a fact, with the whole of its source."""

from collections.abc import Iterable, Iterator

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from cases.models import Fact
from cases.models.evidence import plain_number

HEADER = (
    *(_("编号"), _("陈述"), _("类别"), _("限定"), _("数值"), _("数值上限"), _("单位"), _("时间")),
    *(_("年份"), _("地点"), _("机构"), _("案例"), _("书中小节"), _("所述对象"), _("成书之后")),
    *(_("自报数据"), _("可信度"), _("提示"), _("勘误"), _("来源"), _("原文行号"), _("参考资料")),
    *(_("发布者"), _("发布日期"), _("查阅日期"), _("网址")),
)


def fact_rows(facts: QuerySet[Fact]) -> Iterator[list[object]]:
    """The cells of each fact, in the order of the header."""
    for fact in facts.with_labels():  # type: ignore[attr-defined]
        yield [*what(fact), *about_what(fact), *how_sure(fact), *whence(fact)]


def what(fact: Fact) -> list[object]:
    kind, qualifier = fact.get_kind_display(), fact.get_qualifier_display()
    numbers = [n if n is None else plain_number(n) for n in (fact.value, fact.value_to)]
    figure = [*numbers, fact.unit]
    return [fact.slug, fact.statement, kind, qualifier, *figure, fact.period, fact.year]


def about_what(fact: Fact) -> list[object]:
    return [
        names(place.name for place in fact.places.all()),
        names(body.name for body in fact.organisations.all()),
        fact.case.title if fact.case else "",
        fact.section_title,
        fact.get_about_display(),
    ]


def how_sure(fact: Fact) -> list[object]:
    """Empty where nobody knows whether the book could have told it."""
    after = "" if fact.after_book is None else yes_no(true=fact.after_book)
    own = yes_no(true=fact.self_reported)
    erratum = fact.erratum.subject if fact.erratum else ""
    return [after, own, fact.get_confidence_display(), fact.caveat, erratum]


def whence(fact: Fact) -> list[object]:
    source = fact.own_source()
    page = [source.title, source.publisher, source.date, source.read_on, source.link]
    return [source.origin.label, source.line, *page]


def yes_no(*, true: bool) -> str:
    return str(_("是") if true else _("否"))


def names(words: Iterable[str]) -> str:
    return "；".join(words)
