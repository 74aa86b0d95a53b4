"""Search by name in the database: words in titles and in names of places, experts, themes."""

from django.db.models import Q

from casebook.core.filters.filterset import every
from casebook.core.filters.value_resolver import normalize_value
from cases.models import CasePlace, CaseTheme, Critique, Place, Theme
from experts.models import Expert

Names = dict[int, str]
"""The normalised names of each row by its key, one per line."""


def conditions(texts: list[str]) -> list[Q]:
    """For each text the condition that all its words match; three queries in all."""
    places, experts, themes = place_names(), expert_names(), theme_names()

    def condition_of(word: str) -> Q:
        return (
            Q(title__icontains=word)
            | Q(pk__in=CasePlace.objects.filter(place__in=having(word, places)).values("case"))
            | Q(pk__in=Critique.objects.filter(expert__in=having(word, experts)).values("case"))
            | Q(pk__in=CaseTheme.objects.filter(theme__in=having(word, themes)).values("case"))
        )

    return [every(condition_of(word) for word in text.split()) for text in texts]


def having(word: str, names: Names) -> list[int]:
    """The keys of the rows with a name that contains the word."""
    wanted = normalize_value(word)
    return [key for key, text in names.items() if wanted in text]


def place_names() -> Names:
    """Places by their own names and those of their ancestors."""
    places = list(Place.objects.all())
    own = {place.slug: normalized_names(place.known_names) for place in places}
    return {
        place.pk: "\n".join(own.get(slug, "") for slug in place.path.strip("/").split("/"))
        for place in places
    }


def expert_names() -> Names:
    """Experts who reviewed a case."""
    critics = Expert.objects.filter(critiques__isnull=False).distinct()
    return {expert.pk: normalized_names([expert.name, *expert.aliases]) for expert in critics}


def theme_names() -> Names:
    return {
        theme.pk: normalized_names([theme.name, theme.english_name])
        for theme in Theme.objects.all()
    }


def normalized_names(names: list[str]) -> str:
    return "\n".join(normalize_value(name) for name in names)
