"""What ``q`` finds: words in a case's title, or in the names of what it is tied to."""

from django.db.models import Q

from casebook.core.filters.filterset import every
from casebook.core.filters.value_resolver import fold
from cases.models import CasePlace, CaseTheme, Critique, Place, Theme
from experts.models import Expert

Names = dict[int, str]
"""A row's names, folded, one a line."""


def conditions(texts: list[str]) -> list[Q]:
    """For each text the condition that all its words are found; three queries in all."""
    places, experts, themes = place_names(), expert_names(), theme_names()

    def finds(word: str) -> Q:
        return (
            Q(title__icontains=word)
            | Q(pk__in=CasePlace.objects.filter(place__in=having(word, places)).values("case"))
            | Q(pk__in=Critique.objects.filter(expert__in=having(word, experts)).values("case"))
            | Q(pk__in=CaseTheme.objects.filter(theme__in=having(word, themes)).values("case"))
        )

    return [every(finds(word) for word in text.split()) for text in texts]


def having(word: str, names: Names) -> list[int]:
    """The keys of the rows that have the word in a name."""
    wanted = fold(word)
    return [key for key, text in names.items() if wanted in text]


def place_names() -> Names:
    """Places under their own names and those of all places they lie in."""
    places = list(Place.objects.all())
    own = {place.slug: folded(place.known_names) for place in places}
    return {
        place.pk: "\n".join(own.get(slug, "") for slug in place.path.strip("/").split("/"))
        for place in places
    }


def expert_names() -> Names:
    """Those who reviewed a case."""
    critics = Expert.objects.filter(critiques__isnull=False).distinct()
    return {expert.pk: folded([expert.name, *expert.aliases]) for expert in critics}


def theme_names() -> Names:
    return {theme.pk: folded([theme.name, theme.english_name]) for theme in Theme.objects.all()}


def folded(names: list[str]) -> str:
    return "\n".join(fold(name) for name in names)
