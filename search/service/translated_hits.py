"""Translation of hits for English pages: English names, and URLs of English pages.

The index has one language; names are looked up for the hits of one page only.
"""

from collections.abc import Iterable, Mapping

from casebook.core.records import indexed_types
from casebook.core.web.languages import in_this_language, is_english, name_of
from casebook.core.web.marked_text import Marked
from search.query.results import Hit, Reason, Snippet


def for_reader(hits: Iterable[Hit]) -> list[Hit]:
    """The hits in the reader's language; at most one query for each kind among them."""
    hits = reasons_for_reader(hits)
    if not is_english():
        return hits
    names = english_names(hits)
    return [in_english(hit, *names.get(hit.document_id, ("", ""))) for hit in hits]


def reasons_for_reader(hits: Iterable[Hit]) -> list[Hit]:
    """The hits with the names in their reasons in the reader's language.

    A name of two records that differ in English stays as it is.
    """
    hits = list(hits)
    if not is_english():
        return hits
    found = {(hit.reason.field, hit.reason.snippet.text) for hit in hits if hit.reason}
    english: dict[tuple[str, str], set[str]] = {}
    for record_type in indexed_types().values():
        for field in record_type.name_fields:
            names = {name for each, name in found if each == field}
            for row in record_type.rows.filter(name__in=names) if names else ():
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


def english_names(hits: Iterable[Hit]) -> dict[str, tuple[str, str]]:
    """The title and the context of each hit in English, by document id; empty as indexed."""
    names: dict[str, tuple[str, str]] = {}
    for kind, each in indexed_types().items():
        if keys := {hit.key: hit.document_id for hit in hits if hit.kind == kind}:
            for row in each.rows.select_related(*each.english_related).filter(pk__in=keys):
                names[keys[row.pk]] = each.english_title(row), each.english_context(row)
    return names


def in_english(hit: Hit, title: str, context: str) -> Hit:
    """A hit with its English name as title, and the found title in ``extra``."""
    extra = dict(hit.extra)
    if url := extra.get("url"):
        extra["url"] = in_this_language(str(url))
    if context:
        extra["context"] = context
    if not title or title == hit.title:
        return hit._replace(extra=extra)
    extra["original"] = Marked(hit.title, hit.title_highlights)
    return hit._replace(title=title, title_highlights=(), extra=extra)
