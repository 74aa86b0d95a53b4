"""Addresses → hits: read what is stored and show where the words are."""

from collections.abc import Iterable, Sequence

import tantivy

from search.backends.snippets import Alone, Printed, highlights, snippet, stands_in
from search.query.query_plan import Reading
from search.query.results import Hit, Reason, Snippet, Span
from search.text.analyzer import Unit
from search.text.normalisation import fold

from .schema import StoredDocument, from_tantivy, printed
from .search import Found


class HitMaker:
    """Makes hits for one reading."""

    def __init__(self, reading: Reading, *, snippets: bool = True) -> None:
        self._snippets = snippets
        self._asked = tuple(dict.fromkeys(map(_as_marked, reading.units)))
        runs = (unit.literal for unit in reading.runs)
        self._literals = tuple(dict.fromkeys([*runs, *self._asked]))

    def hits(self, searcher: tantivy.Searcher, found: Iterable[Found]) -> tuple[Hit, ...]:
        return tuple([self._hit(from_tantivy(searcher.doc(one.address)), one) for one in found])

    def _hit(self, document: StoredDocument, found: Found) -> Hit:
        title = printed(document.title)
        in_title = highlights(title, self._literals)
        missing = _lacking(title, self._asked)
        reason, wanted = self._named(document, missing)
        in_body = Snippet()
        if self._snippets:
            in_body = snippet(printed(document.body), self._literals, wanted)
            if not reason and in_body.highlights and self._tells(in_body, missing, in_title):
                reason = Reason("body", in_body)
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
            reason,
        )

    @staticmethod
    def _tells(found: Snippet, missing: Sequence[str], in_title: Sequence[Span]) -> bool:
        """Whether what is marked in a stretch is something that the title lacks."""
        if not in_title:
            return True
        marked = [fold(found.text[start:end]).literal for start, end in found.highlights]
        return any(stretch in text for text in marked for stretch in missing)

    def _named(
        self, document: StoredDocument, missing: Sequence[str]
    ) -> tuple[Reason | None, Sequence[str]]:
        """The name that shows most of what the title does not, and what it does not show either."""
        best: Reason | None = None
        least = missing
        if not missing:
            return best, least
        for field, values in document.names.items():
            for value in map(printed, values):
                still = _lacking(value, missing)
                if len(still) < len(least):
                    best = Reason(field, Snippet(value.text, highlights(value, self._literals)))
                    least = still
                if not least:
                    return best, least
        return best, least


def _as_marked(unit: Unit) -> str:
    return Alone(unit.literal) if unit.is_alone else unit.literal


def _lacking(text: Printed, stretches: Sequence[str]) -> list[str]:
    return [stretch for stretch in stretches if not stands_in(stretch, text.literal)]
