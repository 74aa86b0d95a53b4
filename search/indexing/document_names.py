"""The names and the facet values that documents share: of a case, a person, a place."""

from collections.abc import Iterable

from cases.models import Case, Place, Theme
from experts.models import Affiliation, Expert, Organisation
from search.backends.base import merged


def joined(texts: Iterable[str]) -> str:
    """Texts as lines of one body; a search never runs over a line's end."""
    return "\n".join(text for text in texts if text)


def words(texts: Iterable[str]) -> str:
    return "、".join(text for text in texts if text)


def person_names(expert: Expert) -> list[str]:
    return [expert.name, *expert.aliases]


def post_names(posts: Iterable[Affiliation]) -> list[str]:
    """The bodies where somebody has a post, each once."""
    bodies = [post.organisation for post in posts if post.organisation]
    return list(dict.fromkeys(name for body in bodies for name in (body.name, *body.aliases)))


def theme_names(theme: Theme) -> list[str]:
    return [theme.name, theme.english_name]


def english_names(rows: Iterable[Expert | Organisation | Place | None]) -> list[str]:
    """What English pages call these, each once; nothing where we know no English name."""
    return list(dict.fromkeys(row.english_name for row in rows if row and row.english_name))


def post_english_names(posts: Iterable[Affiliation]) -> list[str]:
    return english_names(post.organisation for post in posts)


def with_ancestors(places: Iterable[Place]) -> list[Place]:
    """The places, each followed by those it lies in, from the nearest outwards."""
    chain = []
    for place in places:
        at: Place | None = place
        while at:
            chain.append(at)
            at = at.parent
    return chain


def level_words(place: Place) -> str:
    """What a place's rank is called; a county that is a city is a 县级市."""
    if place.level == Place.Level.COUNTY:
        return "县级市" if place.name.endswith("市") else "县"
    return str(place.get_level_display())


def case_names(case: Case) -> dict[str, list[str]]:
    """Who, where and what a case is about, as words to find it by."""
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
        "organisation": [name for row in critiques for name in post_names(row.affiliations.all())],
        "part": [str(case.part)] if case.part else [],
    }
    return {field: list(dict.fromkeys(values)) for field, values in names.items()}


def case_english(case: Case) -> dict[str, list[str]]:
    """The same names as English pages print them; a theme has its own among the others."""
    places = [link.place for link in case.case_places.all()]
    critiques = list(case.critiques.all())
    posts = [post for row in critiques for post in row.affiliations.all()]
    return {
        "place": english_names(with_ancestors(places)),
        "city": english_names(place.city for place in places),
        "province": english_names(place.province for place in places),
        "expert": english_names(row.expert for row in critiques),
        "organisation": post_english_names(posts),
    }


def case_labels(case: Case) -> dict[str, list[str]]:
    """What a case is found by only where the field is asked for.

    The book's title says nothing of one case; and what is filed under a case is found by
    ``城市:武汉``, but by 武汉 alone only where the word stands in it.
    """
    places = with_ancestors(link.place for link in case.case_places.all())
    codes = [place.code for place in places if place.code]
    more = {"place": codes, "book": [case.book.full_title]}
    return merged(case_names(case), case_english(case), more)


def case_facets(case: Case) -> dict[str, list[str]]:
    """Under what a case, and all that is filed under it, is counted."""
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
    """The provinces and the cities that places lie in, and every place on the way, each once."""
    places = list(places)
    return {
        "place": sorted({slug for place in places for slug in place.path.strip("/").split("/")}),
        "province": sorted({place.province.slug for place in places if place.province}),
        "city": sorted({place.city.slug for place in places if place.city}),
    }
