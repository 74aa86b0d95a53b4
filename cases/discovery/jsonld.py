"""The rows in the words of schema.org, for search engines."""

import json
from collections.abc import Callable
from functools import singledispatch
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from cases import citations
from cases.citing import Name
from cases.models import Book, Case, Fact, Part, Place, Theme
from experts.models import Expert, Organisation

LARGEST = 8_000
"""Bytes that a page may carry; of a longer one the lists are shortened from the end."""

Link = Callable[[str], str]
"""From a path to the full address."""

Data = dict[str, Any]
ESCAPES = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}
"""So that no text can end the element in which the data stands."""


def script(row: Any, link: Link) -> SafeString:
    """The data block of a page, to stand between its tags."""
    data = {"@context": "https://schema.org"} | known(describe(row, link))
    return written(fitting(data))


def written(data: Data) -> SafeString:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return mark_safe(text.translate(ESCAPES))  # noqa: S308


def fitting(data: Data) -> Data:
    """The data within the limit: lists lose their last items, the longest list first."""
    while len(written(data).encode()) > LARGEST:
        name = max(data, key=lambda name: len(data[name]) if isinstance(data[name], list) else 0)
        if not isinstance(data[name], list) or not data[name]:
            break
        data = data | {name: data[name][: len(data[name]) * 3 // 4]}
    return data


def known(data: Data) -> Data:
    """Without what is empty."""
    return {name: value for name, value in data.items() if value not in (None, "", [], {})}


@singledispatch
def describe(row: Any, link: Link) -> Data:  # noqa: ARG001
    """A row as schema.org sees it."""
    raise TypeError(row)


@describe.register
def _book(book: Book, link: Link) -> Data:
    volume = citations.volume_of(book)
    date = volume.year_and_month
    cases = book.cases.order_by("number")
    return brief_book(book, link) | {
        "editor": [named(name) for name in volume.editors],
        "publisher": known({"@type": "Organization", "name": volume.publisher}),
        "datePublished": "{}-{:02}".format(*date) if date else "",
        "inLanguage": book.language,
        "hasPart": [brief("Chapter", case, case.title, link) for case in cases],
    }


@describe.register
def _part(part: Part, link: Link) -> Data:
    return brief("CreativeWork", part, part.title, link) | {
        "position": part.number,
        "isPartOf": brief_book(part.book, link),
        "hasPart": [brief("Chapter", case, case.title, link) for case in part.cases.all()],
    }


@describe.register
def _case(case: Case, link: Link) -> Data:
    volume = citations.volume_of(case.book)
    book = brief_book(case.book, link) | {"editor": [named(name) for name in volume.editors]}
    address = link(case.get_absolute_url())
    return brief("Chapter", case, case.title, link) | known(
        {
            "position": case.number,
            "pageStart": case.start_page,
            "pageEnd": case.end_page,
            "inLanguage": case.book.language,
            "isPartOf": book,
            "contentLocation": [
                brief("Place", each.place, each.place.name, link) for each in case.case_places.all()
            ],
            "about": [
                brief("DefinedTerm", each.theme, each.theme.name, link)
                for each in case.case_themes.all()
            ],
            "review": [
                {
                    "@type": "Review",
                    "@id": link(critique.get_absolute_url()),
                    "author": brief("Person", critique.expert, critique.expert.name, link),
                    "itemReviewed": {"@type": "Chapter", "@id": address, "name": case.title},
                }
                for critique in case.critiques.all()
            ],
        }
    )


@describe.register
def _fact(fact: Fact, link: Link) -> Data:
    page = fact.reference
    source = {"@type": "WebPage", "name": page.title, "url": page.url} if page else None
    return brief("Claim", fact, fact.statement, link) | known(
        {
            "text": fact.statement,
            "appearance": source or (brief_book(fact.book, link) if fact.book else None),
            "about": [brief("Place", place, place.name, link) for place in fact.places.all()],
        }
    )


@describe.register
def _place(place: Place, link: Link) -> Data:
    geo = {"@type": "GeoCoordinates", "latitude": place.latitude, "longitude": place.longitude}
    parent = place.parent
    return brief("Place", place, place.name, link) | known(
        {
            "alternateName": [name for name in place.known_names if name != place.name],
            "identifier": place.code,
            "geo": geo if place.latitude is not None else None,
            "containedInPlace": brief("Place", parent, parent.name, link) if parent else None,
        }
    )


@describe.register
def _theme(theme: Theme, link: Link) -> Data:
    return brief("DefinedTerm", theme, theme.name, link) | {"description": theme.definition}


@describe.register
def _expert(expert: Expert, link: Link) -> Data:
    posts = list(expert.affiliations.all())
    bodies = {post.organisation_id: post.organisation for post in posts if post.organisation}
    return brief("Person", expert, expert.name, link) | known(
        {
            "alternateName": expert.aliases,
            "jobTitle": list(dict.fromkeys(post.job_title for post in posts if post.job_title)),
            "affiliation": [
                brief("Organization", body, body.name, link) for body in bodies.values()
            ],
        }
    )


@describe.register
def _organisation(organisation: Organisation, link: Link) -> Data:
    names = [*organisation.aliases, organisation.english_name]
    return brief("Organization", organisation, organisation.name, link) | known(
        {"alternateName": [name for name in names if name]}
    )


def brief(kind: str, row: Any, name: str, link: Link) -> Data:
    """A row as others mention it; its page is its identity."""
    address = link(row.get_absolute_url())
    return {"@type": kind, "@id": address, "url": address, "name": name}


def brief_book(book: Book, link: Link) -> Data:
    return brief("Book", book, book.full_title, link) | known({"isbn": book.isbn})


def named(name: Name) -> Data:
    return {"@type": "Organization" if name.is_body else "Person", "name": name.text}
