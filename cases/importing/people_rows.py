"""The people and bodies of one book as fixture rows: who is the same, and where they work."""

import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from typing import Any

from django.conf import settings
from rapidfuzz.distance import Indel

from cases.importing.romanisation import person_pinyin, person_slug, word_slug
from cases.parsing.records import PostRecord
from cases.parsing.tokens.job_titles import names_body
from experts.kinds import kind_of

Fixture = dict[str, Any]
Key = list[Any]

BODIES = settings.BASE_DIR / "fixtures" / "bodies.json"
LONGEST_BODY_SLUG = 190
LONG_NAME = 10
MAX_LEFT_OUT = 2
"""Characters that two printings of one long name may differ by."""


def row(model: str, **fields: Any) -> Fixture:
    """One object of a fixture, named by its natural key alone."""
    return {"model": model, "fields": fields}


def printed(line: int | None) -> Fixture:
    """What all that was read from the source has in common."""
    return {"origin": "book", "source_line": line}


@dataclass(frozen=True, slots=True)
class Mention:
    """One naming of a person in a book: the bodies of the posts printed there, and the source line."""

    name: str
    bodies: frozenset[str]
    line: int

    @classmethod
    def of(cls, name: str, posts: Iterable[PostRecord], line: int) -> "Mention":
        return cls(name, frozenset(post.organisation for post in posts if post.organisation), line)


@dataclass(slots=True)
class Slugs:
    """Slugs that are unique in the book: the stem, or ``…-2`` where another row has it."""

    uses: Counter[str] = field(default_factory=Counter)

    def free(self, stem: str) -> str:
        self.uses[stem] += 1
        return stem if self.uses[stem] == 1 else f"{stem}-{self.uses[stem]}"


def known_bodies() -> dict[str, dict[str, str]]:
    """What is kept by hand of bodies: our English name, and the kind that no rule tells."""
    bodies: dict[str, dict[str, str]] = json.loads(BODIES.read_text("utf-8"))
    return bodies


class People:
    """The people and bodies of one book: which mentions are one person, and everybody's slug.

    A name is one person where its mentions agree on a body (``bodies_agree``). A mention without a
    body belongs to the one bearer of the name; where there are several or none, such mentions are
    a person of their own. ``one_person`` lists names that an editor has found to be one person.
    """

    def __init__(self, mentions: Iterable[Mention], one_person: Collection[str] = ()) -> None:
        self.slugs: dict[tuple[str, frozenset[str]], str] = {}
        self.experts: dict[str, Mention] = {}
        self.bodies: dict[str, tuple[str, int]] = {}
        self.body_slugs = Slugs()
        self.affiliations: dict[tuple[str, str | None, str], Fixture] = {}
        self.known_bodies = known_bodies()
        self._settle(mentions, one_person)

    def _settle(self, mentions: Iterable[Mention], one_person: Collection[str]) -> None:
        """Give each person a slug, in the order of their first mentions."""
        by_name: dict[str, list[Mention]] = {}
        for mention in mentions:
            by_name.setdefault(mention.name, []).append(mention)
        slugs = Slugs()
        for name, named in by_name.items():
            for person in [named] if name in one_person else persons(named):
                slug = slugs.free(person_slug(name))
                self.experts[slug] = min(person, key=lambda mention: mention.line)
                self.slugs |= {(name, mention.bodies): slug for mention in person}

    def expert(self, name: str, posts: Iterable[PostRecord]) -> str:
        """The slug of the person whom a mention with these posts means."""
        return self.slugs[name, Mention.of(name, posts, 0).bodies]

    def body(self, name: str, line: int) -> str:
        """The slug of a body; the first line that names it counts."""
        slug, first = self.bodies.get(name) or (self.body_slugs.free(_body_slug(name)), line)
        self.bodies[name] = slug, min(first, line)
        return slug

    def posts(
        self, name: str, posts: Sequence[PostRecord], as_printed: str, line: int
    ) -> list[Key]:
        """Note the posts of a person; return their keys, each once."""
        expert = self.expert(name, posts)
        keys = dict.fromkeys(self._affiliation(expert, post, as_printed, line) for post in posts)
        return [list(key) for key in keys]

    def rows(self) -> list[Fixture]:
        """Bodies, people and posts, in the order in which the book names them."""
        return [*self._organisations(), *self._experts(), *self.affiliations.values()]

    def _affiliation(
        self, expert: str, post: PostRecord, as_printed: str, line: int
    ) -> tuple[str, str | None, str]:
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
        for name, (slug, line) in self.bodies.items():
            by_hand = self.known_bodies.get(name, {})
            yield row(
                "experts.organisation",
                slug=slug,
                name=name,
                **{"kind": kind_of(name)} | by_hand,
                **printed(line),
            )

    def _experts(self) -> Iterator[Fixture]:
        for slug, first in self.experts.items():
            yield row(
                "experts.expert",
                slug=slug,
                name=first.name,
                pinyin=person_pinyin(first.name),
                **printed(first.line),
            )


def persons(mentions: Sequence[Mention]) -> list[list[Mention]]:
    """Mentions of one name, parted by person, in the order of first mentions."""
    groups: list[list[Mention]] = []
    for mention in mentions:
        if not mention.bodies:
            continue
        joined = [group for group in groups if any(map(partial(agree, mention), group))]
        groups = [group for group in groups if group not in joined]
        groups.append([*chain.from_iterable(joined), mention])
    without = [mention for mention in mentions if not mention.bodies]
    if without and len(groups) == 1:
        groups[0] += without
    elif without:
        groups.append(without)
    return sorted(groups, key=lambda group: min(map(mentions.index, group)))


def agree(one: Mention, other: Mention) -> bool:
    """Whether two mentions share a body."""
    return any(bodies_agree(body, another) for body in one.bodies for another in other.bodies)


def bodies_agree(one: str, other: str) -> bool:
    """Whether two printed names mean one body, or a body and a unit of it.

    Equal; or one continues the other with a unit (中国浦东干部学院, 中国浦东干部学院教学研究部); or
    one leaves out up to two characters of a long name (专家委员会, 专家咨询委员会).
    """
    short, long = sorted((one, other), key=len)
    if long.startswith(short):
        return short == long or (names_body(short) and names_body(long))
    left_out = len(long) - len(short)
    return (
        len(short) >= LONG_NAME
        and left_out <= MAX_LEFT_OUT
        and Indel.distance(short, long) == left_out
    )


def _body_slug(name: str) -> str:
    return word_slug(name, LONGEST_BODY_SLUG) or "organisation"
