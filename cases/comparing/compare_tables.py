"""A comparison as rows of plain text, for spreadsheets."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _

from cases.models import Case

from .compare_rows import Group, Row


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
