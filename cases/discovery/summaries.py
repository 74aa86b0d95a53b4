"""A one-sentence summary of a record, made of its fields; for link previews and feeds."""

from functools import singledispatch
from typing import Any

from django.utils.translation import gettext as _

from casebook.core.web.languages import listed, name_of
from cases.models import Book, Case, Fact, Part, Place, Theme
from experts.models import Expert, Organisation


@singledispatch
def summary(row: Any) -> str:
    """A record in one sentence."""
    raise TypeError(row)


@summary.register
def _book(book: Book) -> str:
    return join_clauses(
        _("案例集《%(title)s》") % {"title": name_of(book, "full_title")},
        _("ISBN %(isbn)s") % {"isbn": book.isbn} if book.isbn else "",
    )


@summary.register
def _part(part: Part) -> str:
    return join_clauses(
        _("《%(book)s》%(part)s")
        % {"book": name_of(part.book, "full_title"), "part": name_of(part)}
    )


@summary.register
def _case(case: Case) -> str:
    number = _("案例 %(number)s") % {"number": case.number}
    places = listed(name_of(link.place) for link in case.case_places.all())
    themes = listed(name_of(link.theme) for link in case.case_themes.all())
    critics = listed(name_of(critique.expert) for critique in case.critiques.all())
    return join_clauses(
        _("《%(book)s》%(part)s") % {"book": name_of(case.book, "full_title"), "part": number},
        page_range(case),
        _("地点：%(places)s") % {"places": places} if places else "",
        _("主题：%(themes)s") % {"themes": themes} if themes else "",
        _("点评：%(critics)s") % {"critics": critics} if critics else "",
    )


@summary.register
def _fact(fact: Fact) -> str:
    return join_clauses(fact.statement.rstrip("。"))


@summary.register
def _place(place: Place) -> str:
    return join_clauses(
        _("%(text)s（%(note)s）") % {"text": name_of(place), "note": place.get_level_display()},
        place.note.rstrip("。"),
    )


@summary.register
def _theme(theme: Theme) -> str:
    return join_clauses(f"{name_of(theme)}：{theme.definition.rstrip('。')}")


@summary.register
def _expert(expert: Expert) -> str:
    posts = "；".join(dict.fromkeys(str(post) for post in expert.affiliations.all()))
    return join_clauses(name_of(expert), posts)


@summary.register
def _organisation(organisation: Organisation) -> str:
    return join_clauses(name_of(organisation), organisation.get_kind_display())


def join_clauses(*clauses: str) -> str:
    """Clauses that are not empty, as one sentence."""
    return _("，").join(clause for clause in clauses if clause) + _("。")


def page_range(row: Case | Part) -> str:
    """第 363—390 页; empty where the book prints no page."""
    if not row.start_page:
        return ""
    last = f"—{row.end_page}" if row.end_page and row.end_page != row.start_page else ""
    return _("第 %(pages)s 页") % {"pages": f"{row.start_page}{last}"}
