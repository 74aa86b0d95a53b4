"""The people and organisations of one book as fixture rows: identity and affiliations."""

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain, product
from typing import Any

from django.conf import settings
from rapidfuzz.distance import Indel

from cases.importing.anchors import UniqueNames
from cases.importing.objects import Fixture, printed, row
from cases.importing.romanisation import person_pinyin, person_slug, word_slug
from cases.parsing.book_records import AffiliationRecord
from cases.parsing.tokens.people import names_organisation
from experts.models import kind_of

ORGANISATIONS = settings.BASE_DIR / "fixtures" / "bodies.json"
"""Data set by hand for organisations: our English name, and the kind that no rule gives."""
MAX_ORGANISATION_SLUG = 190
LONG_NAME = 10
MAX_LEFT_OUT = 2
"""Maximum number of characters by which two printed forms of one long name differ."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention of a person in a book, with the affiliations printed there or elsewhere."""

    name: str
    line: int
    affiliations: tuple[AffiliationRecord, ...]
    as_printed: str
    """The text of the affiliations."""
    as_printed_line: int

    @property
    def organisations(self) -> frozenset[str]:
        return frozenset(each.organisation for each in self.affiliations if each.organisation)


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
        self.organisation_slugs = UniqueNames()
        self.affiliations: dict[tuple[str, str | None, str], Fixture] = {}
        by_name: dict[str, list[Mention]] = {}
        for mention in mentions:
            by_name.setdefault(mention.name, []).append(mention)
        slugs = UniqueNames()
        for name, named in by_name.items():
            for person in [named] if name in one_person else persons(named):
                slug = slugs.give(person_slug(name))
                self.experts[slug] = min(person, key=lambda mention: mention.line)
                self.slugs |= {(name, mention.organisations): slug for mention in person}

    def expert(self, mention: Mention) -> str:
        """The slug of the person mentioned."""
        return self.slugs[mention.name, mention.organisations]

    def organisation(self, name: str, line: int) -> str:
        """The slug of an organisation; records the first source line that names it."""
        if name in self.organisations:
            slug, first = self.organisations[name]
        else:
            stem = word_slug(name, MAX_ORGANISATION_SLUG) or "organisation"
            slug, first = self.organisation_slugs.give(stem), line
        self.organisations[name] = slug, min(first, line)
        return slug

    def affiliation_keys(self, mention: Mention) -> list[list[Any]]:
        """Add the affiliations of a person; return their natural keys without duplicates."""
        expert, line, keys = self.expert(mention), mention.as_printed_line, []
        for affiliation in mention.affiliations:
            name, job_title = affiliation.organisation, affiliation.job_title
            organisation = self.organisation(name, line) if name else None
            key = expert, organisation, job_title
            keys.append(key)
            self.affiliations.setdefault(
                key,
                row(
                    "experts.affiliation",
                    expert=[expert],
                    organisation=[organisation] if organisation else None,
                    job_title=job_title,
                    as_printed=mention.as_printed,
                    **printed(line),
                ),
            )
        return [list(key) for key in dict.fromkeys(keys)]

    def rows(self) -> list[Fixture]:
        """Organisations, people and affiliations, in the order in which the book names them."""
        by_hand: dict[str, dict[str, str]] = json.loads(ORGANISATIONS.read_text("utf-8"))
        organisations = [
            row(
                "experts.organisation",
                slug=slug,
                name=name,
                **{"kind": kind_of(name)} | by_hand.get(name, {}),
                **printed(line),
            )
            for name, (slug, line) in self.organisations.items()
        ]
        experts = [
            row(
                "experts.expert",
                slug=slug,
                name=first.name,
                pinyin=person_pinyin(first.name),
                **printed(first.line),
            )
            for slug, first in self.experts.items()
        ]
        return [*organisations, *experts, *self.affiliations.values()]


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
    pairs = product(one.organisations, other.organisations)
    return any(organisations_agree(*pair) for pair in pairs)


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
