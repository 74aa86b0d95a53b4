"""The names and the facet values that documents share: of a case, a person, a place."""

from collections.abc import Iterable

from casebook.core.records import merged
from cases.models import Case, Place, Theme
from experts.models import Affiliation, Expert, Organisation


def join_lines(texts: Iterable[str]) -> str:
    """Texts as lines of one body; a match never crosses a line end."""
    return "\n".join(text for text in texts if text)


def name_words(texts: Iterable[str]) -> str:
    return "、".join(text for text in texts if text)


def person_names(expert: Expert) -> list[str]:
    return [expert.name, *expert.aliases]


def organisation_names(posts: Iterable[Affiliation]) -> list[str]:
    """The names of the organisations of affiliations, each once."""
    bodies = [post.organisation for post in posts if post.organisation]
    return list(dict.fromkeys(name for body in bodies for name in (body.name, *body.aliases)))


def theme_names(theme: Theme) -> list[str]:
    return [theme.name, theme.english_name]


def english_names(rows: Iterable[Expert | Organisation | Place | None]) -> list[str]:
    """The English names of rows, each once; rows without one are skipped."""
    return list(dict.fromkeys(row.english_name for row in rows if row and row.english_name))


def organisation_english_names(posts: Iterable[Affiliation]) -> list[str]:
    return english_names(post.organisation for post in posts)


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
        "organisation": [
            name for row in critiques for name in organisation_names(row.affiliations.all())
        ],
        "part": [str(case.part)] if case.part else [],
    }
    return {field: list(dict.fromkeys(values)) for field, values in names.items()}


def case_english(case: Case) -> dict[str, list[str]]:
    """The names of a case as English pages print them; a theme has its own among the others."""
    places = [link.place for link in case.case_places.all()]
    critiques = list(case.critiques.all())
    posts = [post for row in critiques for post in row.affiliations.all()]
    return {
        "place": english_names(with_ancestors(places)),
        "city": english_names(place.city for place in places),
        "province": english_names(place.province for place in places),
        "expert": english_names(row.expert for row in critiques),
        "organisation": organisation_english_names(posts),
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
    primary = [link.place for link in links if link.is_primary]
    critiques = list(case.critiques.all())
    return {
        "case": [case.slug],
        "book": [case.book.slug],
        "part": [case.part.slug] if case.part else [],
        **in_places([link.place for link in links]),
        "level": [place.level for place in primary],
        "theme": [link.theme.slug for link in case.case_themes.all()],
        "expert": [row.expert.slug for row in critiques],
        "organisation": sorted(
            {
                post.organisation.slug
                for row in critiques
                for post in row.affiliations.all()
                if post.organisation
            }
        ),
    }


def in_places(places: Iterable[Place]) -> dict[str, list[str]]:
    """The facet values of places: provinces, cities, and all ancestors, each once."""
    places = list(places)
    return {
        "place": sorted({slug for place in places for slug in place.path.strip("/").split("/")}),
        "province": sorted({place.province.slug for place in places if place.province}),
        "city": sorted({place.city.slug for place in places if place.city}),
    }
