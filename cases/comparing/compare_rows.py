"""The rows of a comparison: for each property its label, values, sources and links."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext

from casebook.core.provenance import Origin, Source
from casebook.core.web.languages import name_of
from cases.models import Case, Critique, Fact
from cases.models.evidence import in_time

MOST_CASES = 4
"""The largest number of columns that can be read side by side."""

PAGES_RULE = gettext_lazy("终止页减起始页再加一")
ABOVE_RULE = gettext_lazy("所在地点的上级区划")
LEVEL_RULE = gettext_lazy("主要地点的行政层级")
COUNT_RULE = gettext_lazy("本站收录的条数")


@dataclass(frozen=True, slots=True)
class Line:
    """One value of a cell, with its source and its link."""

    text: str
    source: Source
    url: str = ""
    note: str = ""

    @property
    def words(self) -> str:
        """The value with its note: 武汉市（武汉）."""
        return (
            _("%(text)s（%(note)s）") % {"text": self.text, "note": self.note}
            if self.note
            else self.text
        )


@dataclass(frozen=True, slots=True)
class Row:
    """One property of the cases: a cell of lines for each, in the order of the cases."""

    label: str
    cells: tuple[tuple[Line, ...], ...]
    nothing: str

    @property
    def differs(self) -> bool:
        """Whether two cases have different values; an empty cell is no difference."""
        return len({frozenset(line.text for line in cell) for cell in self.cells if cell}) > 1

    @property
    def shared(self) -> frozenset[str]:
        """The values that occur in every cell."""
        return frozenset.intersection(
            *(frozenset(line.text for line in cell) for cell in self.cells)
        )


@dataclass(frozen=True, slots=True)
class Group:
    """Rows that belong together, under one heading."""

    label: str
    rows: list[Row]


Reader = Callable[[Case], Iterable[Line]]


def load_cases(slugs: Sequence[str]) -> list[Case]:
    """The cases in the order of the slugs, loaded for a comparison in a fixed number of queries."""
    cases = Case.objects.with_labels().prefetch_related(
        "case_places__place__parent", "critiques__affiliations__organisation"
    )
    found = cases.in_bulk(slugs, field_name="slug")
    return [found[slug] for slug in slugs if slug in found]


def compare(cases: Sequence[Case]) -> list[Group]:
    """Everything known of the cases, row by row."""
    return [
        Group(_("书中位置"), [row(cases, *each) for each in IN_THE_BOOK]),
        Group(_("地点与主题"), [row(cases, *each) for each in WHERE_AND_WHAT]),
        Group(_("专家点评"), [row(cases, *each) for each in WHO]),
        Group(pgettext("several", "公开资料"), evidence_rows(cases)),
    ]


def row(cases: Sequence[Case], label: object, read: Reader, nothing: str = "") -> Row:
    """One row with its cells; ``nothing`` is the text of an empty cell."""
    return Row(str(label), tuple(tuple(read(case)) for case in cases), nothing or _("未载明"))


def fields(case: Case, *names: str) -> Iterable[Line]:
    """The values of a case from its own model fields."""
    for name in names:
        if value := getattr(case, name):
            yield Line(str(value), case.source_of(name))


def derived(rule: object) -> Source:
    """The source of a value that is derived by a rule."""
    return Source(Origin.DERIVED, rule=str(rule))


def book(case: Case) -> Iterable[Line]:
    title = _("《%(title)s》") % {"title": name_of(case.book, "title")}
    yield Line(title, case.book.source_of("title"), case.book.get_absolute_url())


def part(case: Case) -> Iterable[Line]:
    if case.part:
        address = reverse("cases:part-detail", args=[case.book.slug, case.part.number])
        yield Line(name_of(case.part), case.part.source_of("title"), address)


def pages(case: Case) -> Iterable[Line]:
    for name, wording in (
        ("start_page", _("起 第 %(page)s 页")),
        ("end_page", _("止 第 %(page)s 页")),
    ):
        if page := getattr(case, name):
            yield Line(wording % {"page": page}, case.source_of(name))


def length(case: Case) -> Iterable[Line]:
    if case.start_page and case.end_page:
        count = case.end_page - case.start_page + 1
        yield Line(
            ngettext("%(count)s 页", "%(count)s 页", count) % {"count": count}, derived(PAGES_RULE)
        )


def places(case: Case) -> Iterable[Line]:
    for link in case.case_places.all():
        yield Line(
            name_of(link.place), link.own_source(), link.place.get_absolute_url(), link.evidence
        )


def levels(case: Case) -> Iterable[Line]:
    for link in case.case_places.all():
        if link.is_primary:
            yield Line(link.place.get_level_display(), derived(LEVEL_RULE))


def above(column: str, case: Case) -> Iterable[Line]:
    """The cities or provinces (``column``) of the places, each once."""
    found = {getattr(link.place, column) for link in case.case_places.all()} - {None}
    for place in sorted(found, key=lambda place: place.path):
        yield Line(name_of(place), derived(ABOVE_RULE), place.get_absolute_url())


def themes(case: Case) -> Iterable[Line]:
    for link in case.case_themes.all():
        yield Line(
            name_of(link.theme), link.own_source(), link.theme.get_absolute_url(), link.evidence
        )


def critics(case: Case) -> Iterable[Line]:
    for critique in case.critiques.all():
        source = critique.source_of("name_as_printed")
        yield Line(name_of(critique.expert), source, critique.expert.get_absolute_url())


def affiliations(case: Case) -> Iterable[Line]:
    for critique in case.critiques.all():
        if critique.affiliation_as_printed:
            source = critique.source_of("affiliation_as_printed")
            yield Line(critique.affiliation_as_printed, source)


def organisations(case: Case) -> Iterable[Line]:
    """The organisations of the critics, each once even with several affiliations."""
    found = {line.url: line for each in case.critiques.all() for line in organisations_of(each)}
    return found.values()


def organisations_of(critique: Critique) -> Iterable[Line]:
    source = critique.source_of("affiliation_as_printed")
    for affiliation in critique.affiliations.all():
        if body := affiliation.organisation:
            yield Line(name_of(body), source, body.get_absolute_url())


IN_THE_BOOK: tuple[tuple[object, Reader], ...] = (
    (gettext_lazy("标题"), lambda case: fields(case, "title")),
    (gettext_lazy("英文标题"), lambda case: fields(case, "english_title")),
    (gettext_lazy("图书"), book),
    (gettext_lazy("篇"), part),
    (gettext_lazy("页码"), pages),
    (gettext_lazy("篇幅"), length),
)
WHERE_AND_WHAT: tuple[tuple[object, Reader], ...] = (
    (gettext_lazy("地点"), places),
    (gettext_lazy("层级"), levels),
    (gettext_lazy("城市"), partial(above, "city")),
    (gettext_lazy("省份"), partial(above, "province")),
    (gettext_lazy("主题"), themes),
)
WHO: tuple[tuple[object, Reader], ...] = (
    (gettext_lazy("点评专家"), critics),
    (gettext_lazy("所印职务"), affiliations),
    (gettext_lazy("所在机构"), organisations),
)


def evidence_rows(cases: Sequence[Case]) -> list[Row]:
    """Facts from public sources: on the projects a row for each kind, on the places a count."""
    facts = in_time(Fact.objects.filter(case__in=cases, origin=Origin.PUBLIC).with_labels())
    about_places = [fact for fact in facts if fact.about == Fact.About.PLACE]
    projects = [fact for fact in facts if fact.about != Fact.About.PLACE]
    nothing = _("未找到公开的项目资料")
    kinds = [kind for kind in Fact.Kind if any(fact.kind == kind for fact in projects)]
    rows = [
        row(cases, str(kind.label), partial(of_kind, projects, kind), _("未找到")) for kind in kinds
    ] or [row(cases, _("项目"), lambda _case: (), nothing)]
    background = row(cases, _("所在地背景"), partial(how_many, about_places), _("未找到"))
    return [*rows, background]


def of_kind(facts: list[Fact], kind: str, case: Case) -> Iterable[Line]:
    for fact in facts:
        if (fact.case_id, fact.kind) == (case.pk, kind):
            address = fact.get_absolute_url()
            yield Line(fact.statement, fact.own_source(), address, fact.period_in_words)


def how_many(facts: list[Fact], case: Case) -> Iterable[Line]:
    """The number of facts about a case's place, with a link to them."""
    if count := sum(fact.case_id == case.pk for fact in facts):
        address = f"{reverse('cases:fact-list')}?case={case.slug}&about={Fact.About.PLACE.value}"
        yield Line(
            ngettext("%(count)s 条", "%(count)s 条", count) % {"count": count},
            derived(COUNT_RULE),
            address,
        )


def as_rows(cases: Sequence[Case], groups: Sequence[Group]) -> Iterator[list[str]]:
    """The header, then a row for each property, with the values and sources of each case."""
    titles = [heading_of(case) for case in cases]
    columns = [
        text for title in titles for text in (title, _("来源：%(title)s") % {"title": title})
    ]
    yield [_("类别"), _("项目"), _("是否不同"), *columns]
    for group in groups:
        for row in group.rows:
            yield [group.label, row.label, _("是") if row.differs else _("否"), *cells(row)]


def heading_of(case: Case) -> str:
    return _("案例 %(number)s %(name)s") % {"number": case.number, "name": case.name}


def cells(row: Row) -> Iterator[str]:
    """For each case its values, one per line, and their sources in the same order."""
    for lines in row.cells:
        yield "\n".join(line.words for line in lines) or row.nothing
        yield "\n".join(str(line.source) for line in lines)
