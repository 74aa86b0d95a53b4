"""Facts as a table: one row for each fact, with its complete source."""

from collections.abc import Callable

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from casebook.core.downloads.tables import (
    EDITED,
    LINE,
    WHOLE_ROW,
    Cell,
    Column,
    addresses,
    choice,
    field,
    fields,
    join_texts,
    origin_of,
    yes_no,
)
from cases.api.serializers import FactSerializer
from cases.filters.fact_filter import FactFilter
from cases.models import Book, Fact
from search.downloads import IndexedTable

JUDGED = _("本站编辑判断")
OWN_STATEMENT = _("本站以自己的话写成，所据见“来源”及其后各列")


def of(relation: str, name: str) -> Callable[[Fact], Cell]:
    """Makes a reader of an attribute of a related row; None where a fact has no such row."""

    def read(fact: Fact) -> Cell:
        other = getattr(fact, relation)
        value: Cell = getattr(other, name) if other else None
        return value

    return read


def of_source(name: str) -> Callable[[Fact], Cell]:
    """Makes a reader of one attribute of a fact's source."""
    return lambda fact: getattr(fact.own_source(), name)


def facts_in_order() -> QuerySet[Fact]:
    """Facts with their labels, those of the book before those of public pages."""
    return Fact.objects.with_labels().order_by("origin", "slug")


FACTS = IndexedTable(
    name="facts",
    label=_("事实"),
    columns=(
        field(Fact, "slug", _("编号")),
        field(Fact, "statement", origin=OWN_STATEMENT),
        choice(Fact, "kind", origin=EDITED),
        choice(Fact, "qualifier"),
        *fields(Fact, "value", "value_to", "unit", "period"),
        field(Fact, "year", origin=_("“时间”的起始年；起始未详的为终止年")),
        Column(_("地点"), lambda fact: join_texts(fact.places.all()), _("陈述中提到的地点")),
        Column(_("机构"), lambda fact: join_texts(fact.organisations.all()), _("陈述中提到的机构")),
        Column(_("案例序号"), of("case", "number")),
        Column(_("案例"), of("case", "title")),
        field(Fact, "section_title", _("书中小节")),
        choice(Fact, "about", origin=JUDGED),
        Column(_("成书之后"), lambda fact: yes_no(fact.after_book), _("按所述日期推得")),
        Column(_("自报数据"), lambda fact: yes_no(fact.self_reported), JUDGED),
        choice(Fact, "confidence", origin=JUDGED),
        field(Fact, "caveat", origin=_("本站编辑所加")),
        Column(_("勘误"), of("erratum", "subject"), _("书中两处说法不一，两种都保留")),
        Column(_("来源"), origin_of, WHOLE_ROW),
        Column(_("原文行号"), of_source("line"), LINE),
        Column(_("参考资料"), of_source("title")),
        Column(_("发布者"), of_source("publisher")),
        Column(_("发布日期"), of_source("date")),
        Column(_("查阅日期"), of_source("read_on")),
        Column(_("网址"), of_source("link")),
        field(Fact, "support"),
        Column(_("图书"), of("book", "full_title")),
        *addresses("fact"),
    ),
    queryset=facts_in_order,
    filterset_class=FactFilter,
    serializer_class=FactSerializer,
    books=Book.objects.all,
)
