"""Stored values → hits: snippets, highlights and reasons."""

from collections.abc import Sequence

from search.query.query_plan import QueryPlan
from search.query.results import Hit, Reason, Snippet, Span
from search.text.analyzer import QueryTerm
from search.text.normalisation import normalize

from .base import FoundDocument
from .document_fields import StoredRecord, StoredTexts, printed, read_stored
from .snippets import Alone, Printed, highlights, snippet, stands_in


class HitMaker:
    """Makes hits for one query plan; of documents without stored texts, without excerpts."""

    def __init__(self, plan: QueryPlan) -> None:
        self._asked = tuple(dict.fromkeys(map(_as_marked, plan.terms)))
        phrases = (query_term.characters for query_term in plan.phrases)
        self._targets = tuple(dict.fromkeys([*phrases, *self._asked]))

    def hit(self, document: FoundDocument, *, is_full: bool) -> Hit:
        record = StoredRecord(*read_stored(document.stored[0]))
        title = printed(record.title)
        excerpts: tuple[Snippet, tuple[Span, ...], Reason | None] = Snippet(), (), None
        if len(document.stored) > 1:
            excerpts = self._excerpts(title, StoredTexts(*read_stored(document.stored[1])))
        return Hit(
            record.id,
            record.kind,
            record.key,
            record.slug,
            title.text,
            document.score,
            is_full,
            record.extra,
            *excerpts,
        )

    def _excerpts(
        self, title: Printed, texts: StoredTexts
    ) -> tuple[Snippet, tuple[Span, ...], Reason | None]:
        """The snippet of the body, the highlights of the title, and the reason."""
        in_title = highlights(title, self._targets)
        missing = _lacking(title, self._asked)
        reason, wanted = self._named(texts, missing)
        in_body = snippet(printed(texts.body), self._targets, wanted)
        if not reason and in_body.highlights and self._tells(in_body, missing, in_title):
            reason = Reason("body", in_body)
        return in_body, in_title, reason

    @staticmethod
    def _tells(found: Snippet, missing: Sequence[str], in_title: Sequence[Span]) -> bool:
        """Whether a snippet highlights something that the title lacks."""
        if not in_title:
            return True
        marked = [normalize(found.text[start:end]).characters for start, end in found.highlights]
        return any(stretch in text for text in marked for stretch in missing)

    def _named(
        self, texts: StoredTexts, missing: Sequence[str]
    ) -> tuple[Reason | None, Sequence[str]]:
        """The name that has most of what the title lacks, and what it lacks, too."""
        best: Reason | None = None
        least = missing
        if not missing:
            return best, least
        for field, values in texts.names.items():
            for value in map(printed, values):
                still = _lacking(value, missing)
                if len(still) < len(least):
                    best = Reason(field, Snippet(value.text, highlights(value, self._targets)))
                    least = still
                if not least:
                    return best, least
        return best, least


def _as_marked(query_term: QueryTerm) -> str:
    return Alone(query_term.characters) if query_term.is_alone else query_term.characters


def _lacking(text: Printed, stretches: Sequence[str]) -> list[str]:
    return [stretch for stretch in stretches if not stands_in(stretch, text.characters)]
