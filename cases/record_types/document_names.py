"""The names and the facet values of a case, which its critiques, facts and paragraphs share."""

from collections.abc import Iterable

from django.db.models import Prefetch

from casebook.core.records import Lookup, merged
from cases.models import Book, Case, Fact, Passage, Place, Theme
from experts.models import Affiliation
from experts.record_types import english_names, organisation_names, organisations_of, person_names

PLACES = Place.objects.select_related("province", "city")
CASE_NAMES: tuple[Lookup, ...] = (
    "book",
    "part",
    Prefetch("case_places__place", PLACES),
    "case_places__place__parent",
    "case_themes__theme",
    "critiques__expert",
    "critiques__affiliations__organisation",
)
"""Lookups of the rows that the names and the facet values of a case are read from."""

TEXT = Prefetch(
    "text_sections__passages", Passage.objects.standing().order_by("order").only("text", "section")
)


def below(path: str, *lookups: Lookup) -> list[Lookup]:
    """The lookups from the other end of a path: ``case__book`` for ``book``."""
    return [
        Prefetch(f"{path}__{lookup.prefetch_through}", lookup.queryset)
        if isinstance(lookup, Prefetch)
        else f"{path}__{lookup}"
        for lookup in lookups
    ]


def theme_names(theme: Theme) -> list[str]:
    return [theme.name, theme.english_name]


def with_ancestors(places: Iterable[Place]) -> list[Place]:
    """The places, each followed by its ancestors, from the nearest outwards."""
    chain = []
    for place in places:
        at: Place | None = place
        while at:
            chain.append(at)
            at = at.parent
    return chain


def level_words(place: Place) -> str:
    """The label of a place's level; a county that is a city is a 县级市."""
    if place.level == Place.Level.COUNTY:
        return "县级市" if place.name.endswith("市") else "县"
    return str(place.get_level_display())


def case_names(case: Case) -> dict[str, list[str]]:
    """The names by which a case is found: places, themes, people, organisations, part."""
    links = list(case.case_places.all())
    places = [link.place for link in links]
    critiques = list(case.critiques.all())
    cities = [place.city for place in places if place.city]
    provinces = [place.province for place in places if place.province]
    names = {
        "place": [name for place in with_ancestors(places) for name in place.known_names],
        "city": [name for city in cities for name in (city.name, city.short_name)],
        "province": [name for place in provinces for name in (place.name, place.short_name)],
        "level": [level_words(link.place) for link in links if link.is_primary],
        "theme": [name for link in case.case_themes.all() for name in theme_names(link.theme)],
        "expert": [name for row in critiques for name in person_names(row.expert)],
        "organisation": organisation_names(organisations_of(case_posts(case))),
        "part": [str(case.part)] if case.part else [],
    }
    return {field: list(dict.fromkeys(values)) for field, values in names.items()}


def case_posts(case: Case) -> list[Affiliation]:
    """The affiliations of the critics of a case."""
    return [post for row in case.critiques.all() for post in row.affiliations.all()]


def case_english(case: Case) -> dict[str, list[str]]:
    """The names of a case as English pages print them; a theme has its own among the others."""
    places = [link.place for link in case.case_places.all()]
    return {
        "place": english_names(with_ancestors(places)),
        "city": english_names(place.city for place in places),
        "province": english_names(place.province for place in places),
        "expert": english_names(row.expert for row in case.critiques.all()),
        "organisation": english_names(organisations_of(case_posts(case))),
    }


def case_labels(case: Case) -> dict[str, list[str]]:
    """The names by which a case is found only where their field is asked for: ``城市:武汉``.

    The book's title tells no case from another; and critiques, facts and paragraphs of a case
    are found by 武汉 alone only where the word stands in them.
    """
    places = with_ancestors(link.place for link in case.case_places.all())
    codes = [place.code for place in places if place.code]
    more = {"place": codes, "book": [case.book.full_title]}
    return merged(case_names(case), case_english(case), more)


def case_facets(case: Case) -> dict[str, list[str]]:
    """The facet values of a case, and of its critiques, facts and paragraphs."""
    links = list(case.case_places.all())
    return {
        "case": [case.slug],
        "book": [case.book.slug],
        "part": [case.part.slug] if case.part else [],
        **place_facets(link.place for link in links),
        "level": [link.place.level for link in links if link.is_primary],
        "theme": [link.theme.slug for link in case.case_themes.all()],
        "expert": [row.expert.slug for row in case.critiques.all()],
        "organisation": sorted(body.slug for body in organisations_of(case_posts(case))),
    }


def place_facets(places: Iterable[Place]) -> dict[str, list[str]]:
    """The facet values of places: provinces, cities, and all ancestors, each once."""
    places = list(places)
    return {
        "place": sorted({slug for place in places for slug in place.path.strip("/").split("/")}),
        "province": sorted({place.province.slug for place in places if place.province}),
        "city": sorted({place.city.slug for place in places if place.city}),
    }


def case_sort_keys(case: Case, page: int | None) -> dict[str, str]:
    """The sort keys of a case, and of its critiques, facts and paragraphs."""
    keys = {"number": f"{case.book.slug} {case.number:06}"}
    if page is not None:
        keys["page"] = page_key(case.book, page)
    if place := case.primary_place:
        keys["place"] = place.path
    return keys


def page_key(book: Book, page: int) -> str:
    return f"{book.slug} {page:06}"


def fact_years(facts: Iterable[Fact]) -> list[str]:
    """The years of facts, each once."""
    return sorted({str(fact.year) for fact in facts if fact.year})
