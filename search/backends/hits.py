"""Stored values → hits: snippets, highlights and reasons."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from search.query.query_plan import QueryPlan
from search.query.results import Hit, Reason, Snippet, Span
from search.text.analyzer import QueryTerm
from search.text.normalisation import normalize

from .base import FoundDocument
from .document_fields import KEY_BITS
from .snippets import Alone, Printed, highlights, snippet, stands_in

read_json = json.JSONDecoder().raw_decode


class HitMaker:
    """Makes hits for one query plan, of what was read: keys, records, texts for excerpts."""

    def __init__(self, plan: QueryPlan) -> None:
        self._asked = tuple(dict.fromkeys(map(_as_marked, plan.terms)))
        phrases = (query_term.characters for query_term in plan.phrases)
        self._targets = tuple(dict.fromkeys([*phrases, *self._asked]))

    def hit(self, document: FoundDocument, *, is_full: bool) -> Hit:
        if not document.stored:
            key = document.order & (1 << KEY_BITS) - 1
            return Hit(key=key, score=document.score, is_full=is_full)
        record, *texts = [read_json(stored.decode())[0] for stored in document.stored]
        values = [*record, document.score, is_full]
        if texts:
            values += self._excerpts(*texts[0])
        return Hit(*values)

    def _excerpts(
        self, title: Any, body: Any, names: Mapping[str, Sequence[Any]]
    ) -> tuple[Snippet, tuple[Span, ...], Reason | None]:
        """The snippet of the body, the highlights of the title, and the reason."""
        title = Printed.read(title)
        in_title = highlights(title, self._targets)
        missing = _lacking(title, self._asked)
        reason, wanted = self._named(names, missing)
        in_body = snippet(Printed.read(body), self._targets, wanted)
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
        self, names: Mapping[str, Sequence[Any]], missing: Sequence[str]
    ) -> tuple[Reason | None, Sequence[str]]:
        """The name that has most of what the title lacks, and what it lacks, too."""
        best: Reason | None = None
        least = missing
        for field, values in names.items() if missing else ():
            for value in map(Printed.read, values):
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
