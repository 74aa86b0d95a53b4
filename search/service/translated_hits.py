"""Translation of hits for English pages: English names, and URLs of English pages.

The index has one language; names are looked up for the hits of one page only.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.db.models import QuerySet

from casebook.core.web.languages import in_this_language, is_english, name_of
from cases.filters.matches import Marked
from cases.models import Case, Critique, Fact, Passage, Place, Theme
from experts.models import Expert, Organisation
from search.query.results import Hit, Reason, Snippet

Rows = Callable[[], QuerySet[Any]]


def critique_name(critique: Critique) -> str:
    return f"{name_of(critique.expert)}: {name_of(critique.case)}"


NAMED: dict[str, tuple[Rows, Callable[[Any], str]]] = {
    "case": (Case.objects.all, name_of),
    "critique": (lambda: Critique.objects.select_related("expert", "case"), critique_name),
    "expert": (Expert.objects.all, name_of),
    "organisation": (Organisation.objects.all, name_of),
    "place": (Place.objects.all, name_of),
    "theme": (Theme.objects.all, name_of),
}
"""The kinds that have English names: their rows, and the function that returns a name."""


def of_fact(fact: Fact) -> str:
    """The name of the case or book that a fact is about."""
    owner = fact.case or fact.book
    return name_of(owner) if owner else ""


def of_passage(passage: Passage) -> str:
    """The name of the case, part or book that a passage is from."""
    section = passage.section
    case = section and (section.critique.case if section.critique else section.case)
    return name_of(case or (section and section.part) or passage.book)


FIELDS: dict[str, Rows] = {
    **dict.fromkeys(("place", "city", "province"), Place.objects.all),
    "theme": Theme.objects.all,
    "expert": Expert.objects.all,
    "organisation": Organisation.objects.all,
}
"""The rows whose names the fields contain in which words are found."""

WITHIN: dict[str, tuple[Rows, Callable[[Any], str]]] = {
    "fact": (lambda: Fact.objects.select_related("case", "book"), of_fact),
    "passage": (
        lambda: Passage.objects.select_related(
            "book", "section__case", "section__part", "section__critique__case"
        ),
        of_passage,
    ),
}
"""The kinds that are Chinese text: their rows, and the function that returns their context."""


def for_reader(hits: Iterable[Hit]) -> list[Hit]:
    """The hits in the reader's language; at most one query for each kind among them."""
    hits = reasons_for_reader(hits)
    if not is_english():
        return hits
    names, contexts = words_of(hits, NAMED), words_of(hits, WITHIN)
    return [
        in_english(hit, names.get(hit.document_id, ""), contexts.get(hit.document_id, ""))
        for hit in hits
    ]


def reasons_for_reader(hits: Iterable[Hit]) -> list[Hit]:
    """The hits with the names in their reasons in the reader's language.

    A name of two records that differ in English stays as it is.
    """
    hits = list(hits)
    if not is_english():
        return hits
    english: dict[tuple[str, str], set[str]] = {}
    for field, rows in FIELDS.items():
        found = {
            hit.reason.snippet.text for hit in hits if hit.reason and hit.reason.field == field
        }
        for row in rows().filter(name__in=found) if found else ():
            english.setdefault((field, row.name), set()).add(name_of(row))
    return [hit._replace(reason=reason_in_english(hit.reason, english)) for hit in hits]


def reason_in_english(
    reason: Reason | None, english: Mapping[tuple[str, str], set[str]]
) -> Reason | None:
    names = english.get((reason.field, reason.snippet.text), set()) if reason else set()
    if not reason or len(names) != 1 or reason.snippet.text in names:
        return reason
    (name,) = names
    return Reason(reason.field, Snippet(name))


def words_of(
    hits: list[Hit], names: dict[str, tuple[Rows, Callable[[Any], str]]]
) -> dict[str, str]:
    """The text that the functions in ``told`` return for each hit, by document id."""
    words: dict[str, str] = {}
    for kind, (rows, name_of_row) in names.items():
        keys = {hit.key: hit.document_id for hit in hits if hit.kind == kind}
        if keys:
            words |= {keys[row.pk]: name_of_row(row) for row in rows().filter(pk__in=keys)}
    return words


def in_english(hit: Hit, name: str, context: str) -> Hit:
    """A hit with its English name as title, and the found title in ``extra``."""
    extra = dict(hit.extra)
    if url := extra.get("url"):
        extra["url"] = in_this_language(str(url))
    if context:
        extra["context"] = context
    if not name or name == hit.title:
        return hit._replace(extra=extra)
    extra["original"] = Marked(hit.title, hit.title_highlights)
    return hit._replace(title=name, title_highlights=(), extra=extra)
