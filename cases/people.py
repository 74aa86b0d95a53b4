"""The people and bodies of one book as fixture rows: who is the same, and where they work."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings

from cases.parsing.records import PostRecord
from cases.romanisation import person_pinyin, person_slug, word_slug
from experts.kinds import kind_of

Fixture = dict[str, Any]
Key = list[Any]

BODIES = settings.BASE_DIR / "fixtures" / "bodies.json"
LONGEST_BODY_SLUG = 190


def row(model: str, **fields: Any) -> Fixture:
    """One object of a fixture, named by its natural key alone."""
    return {"model": model, "fields": fields}


def printed(line: int | None) -> Fixture:
    """What all that was read from the source has in common."""
    return {"origin": "book", "source_line": line}


@dataclass(slots=True)
class Names:
    """One row a name: the first slug made from it, or the next free one after a collision."""

    make_slug: Callable[[str], str]
    slugs: dict[str, str] = field(default_factory=dict)
    uses: Counter[str] = field(default_factory=Counter)
    lines: dict[str, int] = field(default_factory=dict)

    def slug(self, name: str, line: int) -> str:
        """The slug of a name, ``…-2`` if another name has the plain one; the first line counts."""
        self.lines[name] = min(line, self.lines.get(name, line))
        if name not in self.slugs:
            stem = self.make_slug(name)
            self.uses[stem] += 1
            self.slugs[name] = stem if self.uses[stem] == 1 else f"{stem}-{self.uses[stem]}"
        return self.slugs[name]


def known_bodies() -> dict[str, dict[str, str]]:
    """What is kept by hand of bodies: our English name, and the kind that no rule tells."""
    bodies: dict[str, dict[str, str]] = json.loads(BODIES.read_text("utf-8"))
    return bodies


class People:
    """Collects who is named while the rows of a book are written."""

    def __init__(self) -> None:
        self.experts = Names(person_slug)
        self.bodies = Names(_body_slug)
        self.affiliations: dict[tuple[str, str | None, str], Fixture] = {}
        self.known_bodies = known_bodies()

    def expert(self, name: str, line: int) -> str:
        """The slug of a person; the same name is the same person."""
        return self.experts.slug(name, line)

    def body(self, name: str, line: int) -> str:
        """The slug of a body."""
        return self.bodies.slug(name, line)

    def posts(
        self, name: str, posts: Iterable[PostRecord], as_printed: str, line: int
    ) -> list[Key]:
        """Note the posts of a person; return their keys, each once."""
        keys = dict.fromkeys(self._affiliation(name, post, as_printed, line) for post in posts)
        return [list(key) for key in keys]

    def rows(self) -> list[Fixture]:
        """Bodies, people and posts, in the order in which the book names them."""
        return [*self._organisations(), *self._experts(), *self.affiliations.values()]

    def _affiliation(
        self, name: str, post: PostRecord, as_printed: str, line: int
    ) -> tuple[str, str | None, str]:
        expert = self.expert(name, line)
        body = self.body(post.organisation, line) if post.organisation else None
        self.affiliations.setdefault(
            (expert, body, post.job_title),
            row(
                "experts.affiliation",
                expert=[expert],
                organisation=[body] if body else None,
                job_title=post.job_title,
                as_printed=as_printed,
                **printed(line),
            ),
        )
        return expert, body, post.job_title

    def _organisations(self) -> Iterator[Fixture]:
        for name, slug in self.bodies.slugs.items():
            by_hand = self.known_bodies.get(name, {})
            yield row(
                "experts.organisation",
                slug=slug,
                name=name,
                **{"kind": kind_of(name)} | by_hand,
                **printed(self.bodies.lines[name]),
            )

    def _experts(self) -> Iterator[Fixture]:
        for name, slug in self.experts.slugs.items():
            yield row(
                "experts.expert",
                slug=slug,
                name=name,
                pinyin=person_pinyin(name),
                **printed(self.experts.lines[name]),
            )


def _body_slug(name: str) -> str:
    return word_slug(name, LONGEST_BODY_SLUG) or "organisation"
