"""The rows of a comparison: for each property its label, values, sources and links."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from operator import attrgetter
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext

from casebook.core.provenance import Origin, Source
from casebook.core.web.languages import name_of
from cases.models import Case, Fact
from cases.models.evidence import in_time

MOST_CASES = 4
"""The largest number of columns that can be read side by side."""


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
        both = {"text": self.text, "note": self.note}
        return _("%(text)s（%(note)s）") % both if self.note else self.text


@dataclass(frozen=True, slots=True)
class Row:
    """One property of the cases: a cell of lines for each, in the order of the cases."""

    label: str
    cells: Sequence[Sequence[Line]]
    nothing: str

    @property
    def texts(self) -> list[frozenset[str]]:
        """The values of each case."""
        return [frozenset(line.text for line in cell) for cell in self.cells]

    @property
    def differs(self) -> bool:
        """Whether two cases have different values; an empty cell is no difference."""
        return len(set(filter(None, self.texts))) > 1

    @property
    def shared(self) -> frozenset[str]:
        """The values that occur in every cell."""
        return frozenset.intersection(*self.texts)


@dataclass(frozen=True, slots=True)
class Group:
    """Rows that belong together, under one heading."""

    label: str
    rows: list[Row]


IN_THE_BOOK = {
    "title": gettext_lazy("标题"),
    "english_title": gettext_lazy("英文标题"),
    "book": gettext_lazy("图书"),
    "part": gettext_lazy("篇"),
    "pages": gettext_lazy("页码"),
    "length": gettext_lazy("篇幅"),
}
WHERE_AND_WHAT = {
    "place": gettext_lazy("地点"),
    "level": gettext_lazy("层级"),
    "city": gettext_lazy("城市"),
    "province": gettext_lazy("省份"),
    "theme": gettext_lazy("主题"),
}
WHO = {
    "critic": gettext_lazy("点评专家"),
    "affiliation": gettext_lazy("所印职务"),
    "organisation": gettext_lazy("所在机构"),
}
"""The properties of a case, each with its label."""

Values = Iterator[tuple[str, Line]]
"""Values of a case, each with the name of its property."""


def load_cases(slugs: Sequence[str]) -> list[Case]:
    """The cases in the order of the slugs, loaded for a comparison in a fixed number of queries."""
    cases = Case.objects.with_labels().prefetch_related(
        "case_places__place__parent", "critiques__affiliations__organisation"
    )
    found = cases.in_bulk(slugs, field_name="slug")
    return [found[slug] for slug in slugs if slug in found]


def compare(cases: Sequence[Case]) -> list[Group]:
    """Everything known of the cases, row by row."""
    values = [values_of(case) for case in cases]
    return [
        Group(_("书中位置"), property_rows(IN_THE_BOOK, values)),
        Group(_("地点与主题"), property_rows(WHERE_AND_WHAT, values)),
        Group(_("专家点评"), property_rows(WHO, values)),
        Group(pgettext("several", "公开资料"), evidence_rows(cases)),
    ]


def property_rows(labels: dict[str, Any], values: Sequence[dict[str, list[Line]]]) -> list[Row]:
    return [
        Row(str(label), [each[name] for each in values], _("未载明"))
        for name, label in labels.items()
    ]


def values_of(case: Case) -> dict[str, list[Line]]:
    """The values of a case by the names of the properties."""
    found: dict[str, list[Line]] = defaultdict(list)
    for name, line in chain(place_in_book(case), places_and_themes(case), critiques_of(case)):
        found[name].append(line)
    return found


def place_in_book(case: Case) -> Values:
    for name in ("title", "english_title"):
        if text := getattr(case, name):
            yield name, Line(text, case.source_of(name))
    title = _("《%(title)s》") % {"title": name_of(case.book, "title")}
    yield "book", Line(title, case.book.source_of("title"), case.book.get_absolute_url())
    if case.part:
        address = reverse("cases:part-detail", args=[case.book.slug, case.part.number])
        yield "part", Line(name_of(case.part), case.part.source_of("title"), address)
    first, last = case.start_page, case.end_page
    if first:
        text = _("起 第 %(page)s 页") % {"page": first}
        yield "pages", Line(text, case.source_of("start_page"))
    if last:
        yield "pages", Line(_("止 第 %(page)s 页") % {"page": last}, case.source_of("end_page"))
    if first and last:
        count = last - first + 1
        text = ngettext("%(count)s 页", "%(count)s 页", count) % {"count": count}
        yield "length", Line(text, derived(_("终止页减起始页再加一")))


def places_and_themes(case: Case) -> Values:
    links = case.case_places.all()
    for link in links:
        yield "place", linked(link.place, link.own_source(), link.evidence)
        if link.is_primary:
            level = link.place.get_level_display()
            yield "level", Line(level, derived(_("主要地点的行政层级")))
    for name in ("city", "province"):
        above = {getattr(link.place, name) for link in links} - {None}
        for place in sorted(above, key=attrgetter("path")):
            yield name, linked(place, derived(_("所在地点的上级区划")))
    for assigned in case.case_themes.all():
        yield "theme", linked(assigned.theme, assigned.own_source(), assigned.evidence)


def critiques_of(case: Case) -> Values:
    """Each organisation once, even of several affiliations."""
    organisations = {}
    for critique in case.critiques.all():
        yield "critic", linked(critique.expert, critique.source_of("name_as_printed"))
        source = critique.source_of("affiliation_as_printed")
        if critique.affiliation_as_printed:
            yield "affiliation", Line(critique.affiliation_as_printed, source)
        for affiliation in critique.affiliations.all():
            if body := affiliation.organisation:
                organisations[body] = linked(body, source)
    for line in organisations.values():
        yield "organisation", line


def derived(rule: str) -> Source:
    """The source of a value that is derived by a rule."""
    return Source(Origin.DERIVED, rule=rule)


def linked(record: Any, source: Source, note: str = "") -> Line:
    """The name of a record as a value, with a link to its page."""
    return Line(name_of(record), source, record.get_absolute_url(), note)


def evidence_rows(cases: Sequence[Case]) -> list[Row]:
    """Facts from public sources: on the projects a row for each kind, on the places a count."""
    facts = in_time(Fact.objects.filter(case__in=cases, origin=Origin.PUBLIC).with_labels())
    projects = [fact for fact in facts if fact.about != Fact.About.PLACE]
    rows = []
    for kind in Fact.Kind:
        cells = [
            [as_line(fact) for fact in projects if (fact.case_id, fact.kind) == (case.pk, kind)]
            for case in cases
        ]
        if any(cells):
            rows.append(Row(str(kind.label), cells, _("未找到")))
    if not rows:
        rows.append(Row(_("项目"), [[] for _case in cases], _("未找到公开的项目资料")))
    about_places = Counter(fact.case_id for fact in facts if fact.about == Fact.About.PLACE)
    counts = [how_many(case, about_places[case.pk]) for case in cases]
    return [*rows, Row(_("所在地背景"), counts, _("未找到"))]


def as_line(fact: Fact) -> Line:
    return Line(fact.statement, fact.own_source(), fact.get_absolute_url(), fact.period_in_words)


def how_many(case: Case, count: int) -> list[Line]:
    """The number of facts about a case's place, with a link to them."""
    if not count:
        return []
    text = ngettext("%(count)s 条", "%(count)s 条", count) % {"count": count}
    address = f"{reverse('cases:fact-list')}?case={case.slug}&about={Fact.About.PLACE.value}"
    return [Line(text, derived(_("本站收录的条数")), address)]


def as_rows(cases: Sequence[Case], groups: Sequence[Group]) -> Iterator[list[str]]:
    """The header, then a row for each property, with the values and sources of each case.

    Of several values of a case each has a line, and so have their sources, in the same order.
    """
    header = [_("类别"), _("项目"), _("是否不同")]
    for case in cases:
        title = heading_of(case)
        header += [title, _("来源：%(title)s") % {"title": title}]
    yield header
    for group in groups:
        for row in group.rows:
            written = [group.label, row.label, _("是") if row.differs else _("否")]
            for lines in row.cells:
                written.append("\n".join(line.words for line in lines) or row.nothing)
                written.append("\n".join(str(line.source) for line in lines))
            yield written


def heading_of(case: Case) -> str:
    return _("案例 %(number)s %(name)s") % {"number": case.number, "name": case.name}
