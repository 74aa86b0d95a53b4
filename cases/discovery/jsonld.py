"""JSON-LD: records in the vocabulary of schema.org, for search engines."""

import json
from collections.abc import Callable, Iterable
from functools import singledispatch
from typing import Any

from django.db.models import Model
from django.utils.safestring import SafeString, mark_safe

from cases.citations import cited_rows as citations
from cases.citations.formats import Name
from cases.models import Book, Case, Fact, Part, Place, Theme
from experts.models import Expert, Organisation

MAX_BYTES = 8_000
"""The size limit of the JSON-LD; in longer data the lists are shortened from the end."""
ESCAPES = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}
"""Escapes, so that no text can close the ``script`` element."""

Link = Callable[[str], str]
"""Makes an absolute URL from a path."""
Data = dict[str, Any]

TYPES: dict[type[Model], str] = {
    Book: "Book",
    Case: "Chapter",
    Expert: "Person",
    Fact: "Claim",
    Organisation: "Organization",
    Part: "CreativeWork",
    Place: "Place",
    Theme: "DefinedTerm",
}


def script(record: Any, link: Link) -> SafeString:
    """The content of the ``script`` element of a record's page."""
    data = {"@context": "https://schema.org"} | reference(record, link) | properties(record, link)
    data = {name: value for name, value in data.items() if value not in (None, "", [], {})}
    return serialize(shorten(data))


def serialize(data: Data) -> SafeString:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return mark_safe(text.translate(ESCAPES))  # noqa: S308


def shorten(data: Data) -> Data:
    """The data within the limit: lists lose their last items, the longest list first."""
    while len(serialize(data).encode()) > MAX_BYTES:
        lists = {name: value for name, value in data.items() if value and isinstance(value, list)}
        if not lists:
            break
        name = max(lists, key=lambda name: len(lists[name]))
        data = data | {name: data[name][: len(data[name]) * 3 // 4]}
    return data


def reference(record: Any, link: Link) -> Data:
    """A reference to a record: type, name and URL; the URL of its page is its ``@id``."""
    address = link(record.get_absolute_url())
    name = record.title if isinstance(record, Part) else str(record)
    data = {"@type": TYPES[type(record)], "@id": address, "url": address, "name": name}
    if isinstance(record, Book) and record.isbn:
        data["isbn"] = record.isbn
    return data


def references(records: Iterable[Any], link: Link) -> list[Data]:
    return [reference(record, link) for record in records]


def contributor(name: Name) -> Data:
    """An editor or a publisher, without a URL because they may have no page here."""
    return {"@type": "Organization" if name.is_body else "Person", "name": name.text}


@singledispatch
def properties(record: Any, link: Link) -> Data:  # noqa: ARG001
    """The properties of this kind of record only; values may be empty."""
    raise TypeError(record)


@properties.register
def _book(book: Book, link: Link) -> Data:
    volume = citations.volume_of(book)
    date = volume.year_and_month
    publisher = Name(volume.publisher, is_body=True)
    return {
        "editor": [contributor(name) for name in volume.editors],
        "publisher": contributor(publisher) if volume.publisher else None,
        "datePublished": "{}-{:02}".format(*date) if date else "",
        "inLanguage": book.language,
        "hasPart": references(book.cases.order_by("number"), link),
    }


@properties.register
def _part(part: Part, link: Link) -> Data:
    return {
        "position": part.number,
        "isPartOf": reference(part.book, link),
        "hasPart": references(part.cases.all(), link),
    }


@properties.register
def _case(case: Case, link: Link) -> Data:
    editors = [contributor(name) for name in citations.volume_of(case.book).editors]
    reviewed = {"@type": "Chapter", "@id": link(case.get_absolute_url()), "name": case.title}
    return {
        "position": case.number,
        "pageStart": case.start_page,
        "pageEnd": case.end_page,
        "inLanguage": case.book.language,
        "isPartOf": reference(case.book, link) | {"editor": editors},
        "contentLocation": references((each.place for each in case.case_places.all()), link),
        "about": references((each.theme for each in case.case_themes.all()), link),
        "review": [
            {
                "@type": "Review",
                "@id": link(critique.get_absolute_url()),
                "author": reference(critique.expert, link),
                "itemReviewed": reviewed,
            }
            for critique in case.critiques.all()
        ],
    }


@properties.register
def _fact(fact: Fact, link: Link) -> Data:
    page = fact.reference
    source = {"@type": "WebPage", "name": page.title, "url": page.url} if page else None
    return {
        "text": fact.statement,
        "appearance": source or (reference(fact.book, link) if fact.book else None),
        "about": references(fact.places.all(), link),
    }


@properties.register
def _place(place: Place, link: Link) -> Data:
    geo = {"@type": "GeoCoordinates", "latitude": place.latitude, "longitude": place.longitude}
    return {
        "alternateName": [name for name in place.known_names if name != place.name],
        "identifier": place.code,
        "geo": geo if place.latitude is not None else None,
        "containedInPlace": reference(place.parent, link) if place.parent else None,
    }


@properties.register
def _theme(theme: Theme, link: Link) -> Data:  # noqa: ARG001
    return {"description": theme.definition}


@properties.register
def _expert(expert: Expert, link: Link) -> Data:
    posts = list(expert.affiliations.all())
    bodies = {post.organisation_id: post.organisation for post in posts if post.organisation}
    return {
        "alternateName": expert.aliases,
        "jobTitle": list(dict.fromkeys(post.job_title for post in posts if post.job_title)),
        "affiliation": references(bodies.values(), link),
    }


@properties.register
def _organisation(organisation: Organisation, link: Link) -> Data:  # noqa: ARG001
    names = [*organisation.aliases, organisation.english_name]
    return {"alternateName": [name for name in names if name]}
