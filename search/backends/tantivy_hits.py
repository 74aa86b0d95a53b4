"""Addresses → hits: read what is stored and show where the words are."""

from collections.abc import Iterable

import tantivy

from search.reading import Reading
from search.results import Hit, Reason, Snippet
from search.snippets import highlights, snippet

from .tantivy_documents import StoredDocument, from_tantivy, printed
from .tantivy_search import Found


class HitMaker:
    """Makes hits for one reading."""

    def __init__(self, reading: Reading, *, snippets: bool = True) -> None:
        self._snippets = snippets
        units = [*reading.runs, *reading.units]
        self._literals = tuple(dict.fromkeys(unit.literal for unit in units))

    def hits(self, searcher: tantivy.Searcher, found: Iterable[Found]) -> tuple[Hit, ...]:
        return tuple([self._hit(from_tantivy(searcher.doc(one.address)), one) for one in found])

    def _hit(self, document: StoredDocument, found: Found) -> Hit:
        title = printed(document.title)
        in_title = highlights(title, self._literals)
        in_body = Snippet()
        if self._snippets:
            in_body = snippet(printed(document.body), self._literals)
        return Hit(
            document.id,
            document.kind,
            document.key,
            document.slug,
            title.text,
            found.score,
            found.is_full,
            document.extra,
            in_body,
            in_title,
            None if in_title else self._reason(document, in_body),
        )

    def _reason(self, document: StoredDocument, in_body: Snippet) -> Reason | None:
        """The first name that shows the words, else the text."""
        for field, values in document.names.items():
            for value in map(printed, values):
                if spans := highlights(value, self._literals):
                    return Reason(field, Snippet(value.text, spans))
        return Reason("body", in_body) if in_body.highlights else None
