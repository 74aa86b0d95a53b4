"""The people and organisations of one book as fixture rows: identity and affiliations."""

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
from cases.parsing.book_records import AffiliationRecord
from cases.parsing.tokens.people import names_organisation
from experts.models import kind_of

Fixture = dict[str, Any]
Key = list[Any]

ORGANISATIONS = settings.BASE_DIR / "fixtures" / "bodies.json"
MAX_ORGANISATION_SLUG = 190
LONG_NAME = 10
MAX_LEFT_OUT = 2
"""Maximum number of characters by which two printed forms of one long name differ."""


def row(model: str, **fields: Any) -> Fixture:
    """One object of a fixture, with its natural key alone."""
    return {"model": model, "fields": fields}


def printed(line: int | None) -> Fixture:
    """The provenance fields of all rows read from the source."""
    return {"origin": "book", "source_line": line}


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention of a person in a book: name, organisations printed there, source line."""

    name: str
    organisations: frozenset[str]
    line: int

    @classmethod
    def of(cls, name: str, affiliations: Iterable[AffiliationRecord], line: int) -> "Mention":
        return cls(
            name,
            frozenset(
                affiliation.organisation for affiliation in affiliations if affiliation.organisation
            ),
            line,
        )


@dataclass(slots=True)
class Slugs:
    """Slugs that are unique in the book: the stem, or ``…-2`` where another row has it."""

    uses: Counter[str] = field(default_factory=Counter)

    def free(self, stem: str) -> str:
        self.uses[stem] += 1
        return stem if self.uses[stem] == 1 else f"{stem}-{self.uses[stem]}"


def known_organisations() -> dict[str, dict[str, str]]:
    """Data set by hand for organisations: our English name, and the kind that no rule gives."""
    organisations: dict[str, dict[str, str]] = json.loads(ORGANISATIONS.read_text("utf-8"))
    return organisations


class People:
    """The people and organisations of one book: which mentions are one person, and their slugs.

    A name is one person where its mentions agree on an organisation (``organisations_agree``). A
    mention without an organisation belongs to the only person of that name; where there are
    several or none, such mentions are a person of their own. ``one_person`` lists names that an
    editor has found to be one person.
    """

    def __init__(self, mentions: Iterable[Mention], one_person: Collection[str] = ()) -> None:
        self.slugs: dict[tuple[str, frozenset[str]], str] = {}
        self.experts: dict[str, Mention] = {}
        self.organisations: dict[str, tuple[str, int]] = {}
        self.organisation_slugs = Slugs()
        self.affiliations: dict[tuple[str, str | None, str], Fixture] = {}
        self.known_organisations = known_organisations()
        self._settle(mentions, one_person)

    def _settle(self, mentions: Iterable[Mention], one_person: Collection[str]) -> None:
        """Assign each person a slug, in the order of their first mentions."""
        by_name: dict[str, list[Mention]] = {}
        for mention in mentions:
            by_name.setdefault(mention.name, []).append(mention)
        slugs = Slugs()
        for name, named in by_name.items():
            for person in [named] if name in one_person else persons(named):
                slug = slugs.free(person_slug(name))
                self.experts[slug] = min(person, key=lambda mention: mention.line)
                self.slugs |= {(name, mention.organisations): slug for mention in person}

    def expert(self, name: str, affiliations: Iterable[AffiliationRecord]) -> str:
        """The slug of the person whom a mention with these affiliations means."""
        return self.slugs[name, Mention.of(name, affiliations, 0).organisations]

    def organisation(self, name: str, line: int) -> str:
        """The slug of an organisation; records the first source line that names it."""
        slug, first = self.organisations.get(name) or (
            self.organisation_slugs.free(_organisation_slug(name)),
            line,
        )
        self.organisations[name] = slug, min(first, line)
        return slug

    def affiliation_keys(
        self, name: str, affiliations: Sequence[AffiliationRecord], as_printed: str, line: int
    ) -> list[Key]:
        """Add the affiliations of a person; return their natural keys without duplicates."""
        expert = self.expert(name, affiliations)
        keys = dict.fromkeys(
            self._affiliation(expert, affiliation, as_printed, line) for affiliation in affiliations
        )
        return [list(key) for key in keys]

    def rows(self) -> list[Fixture]:
        """Organisations, people and affiliations, in the order in which the book names them."""
        return [*self._organisations(), *self._experts(), *self.affiliations.values()]

    def _affiliation(
        self, expert: str, affiliation: AffiliationRecord, as_printed: str, line: int
    ) -> tuple[str, str | None, str]:
        organisation = (
            self.organisation(affiliation.organisation, line) if affiliation.organisation else None
        )
        self.affiliations.setdefault(
            (expert, organisation, affiliation.job_title),
            row(
                "experts.affiliation",
                expert=[expert],
                organisation=[organisation] if organisation else None,
                job_title=affiliation.job_title,
                as_printed=as_printed,
                **printed(line),
            ),
        )
        return expert, organisation, affiliation.job_title

    def _organisations(self) -> Iterator[Fixture]:
        for name, (slug, line) in self.organisations.items():
            by_hand = self.known_organisations.get(name, {})
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
    """Mentions of one name, grouped by person, in the order of first mentions."""
    groups: list[list[Mention]] = []
    for mention in mentions:
        if not mention.organisations:
            continue
        joined = [group for group in groups if any(map(partial(agree, mention), group))]
        groups = [group for group in groups if group not in joined]
        groups.append([*chain.from_iterable(joined), mention])
    without = [mention for mention in mentions if not mention.organisations]
    if without and len(groups) == 1:
        groups[0] += without
    elif without:
        groups.append(without)
    return sorted(groups, key=lambda group: min(map(mentions.index, group)))


def agree(one: Mention, other: Mention) -> bool:
    """Whether two mentions share an organisation."""
    return any(
        organisations_agree(organisation, another)
        for organisation in one.organisations
        for another in other.organisations
    )


def organisations_agree(one: str, other: str) -> bool:
    """Whether two printed names mean one organisation, or an organisation and a unit of it.

    Equal; or one continues the other with a unit (中国浦东干部学院, 中国浦东干部学院教学研究部); or
    one leaves out up to two characters of a long name (专家委员会, 专家咨询委员会).
    """
    short, long = sorted((one, other), key=len)
    if long.startswith(short):
        return short == long or (names_organisation(short) and names_organisation(long))
    left_out = len(long) - len(short)
    return (
        len(short) >= LONG_NAME
        and left_out <= MAX_LEFT_OUT
        and Indel.distance(short, long) == left_out
    )


def _organisation_slug(name: str) -> str:
    return word_slug(name, MAX_ORGANISATION_SLUG) or "organisation"
