"""Document addresses → hits: stored values with snippets, highlights and reasons."""

from collections.abc import Iterable, Sequence

import tantivy

from search.backends.snippets import Alone, Printed, highlights, snippet, stands_in
from search.query.query_plan import QueryPlan
from search.query.results import Hit, Reason, Snippet, Span
from search.text.analyzer import QueryTerm
from search.text.normalisation import normalize

from .index_fields import StoredDocument, from_tantivy, printed
from .searcher import ScoredAddress


class HitMaker:
    """Makes hits for one query plan."""

    def __init__(self, plan: QueryPlan, *, snippets: bool = True) -> None:
        self._snippets = snippets
        self._asked = tuple(dict.fromkeys(map(_as_marked, plan.terms)))
        phrases = (query_term.characters for query_term in plan.phrases)
        self._targets = tuple(dict.fromkeys([*phrases, *self._asked]))

    def hits(self, searcher: tantivy.Searcher, found: Iterable[ScoredAddress]) -> tuple[Hit, ...]:
        return tuple([self._hit(from_tantivy(searcher.doc(one.address)), one) for one in found])

    def _hit(self, document: StoredDocument, found: ScoredAddress) -> Hit:
        title = printed(document.title)
        in_title = highlights(title, self._targets)
        missing = _lacking(title, self._asked)
        reason, wanted = self._named(document, missing)
        in_body = Snippet()
        if self._snippets:
            in_body = snippet(printed(document.body), self._targets, wanted)
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
        """Whether a snippet highlights something that the title lacks."""
        if not in_title:
            return True
        marked = [normalize(found.text[start:end]).characters for start, end in found.highlights]
        return any(stretch in text for text in marked for stretch in missing)

    def _named(
        self, document: StoredDocument, missing: Sequence[str]
    ) -> tuple[Reason | None, Sequence[str]]:
        """The name that has most of what the title lacks, and what it lacks, too."""
        best: Reason | None = None
        least = missing
        if not missing:
            return best, least
        for field, values in document.names.items():
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
