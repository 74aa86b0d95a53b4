"""Places and themes of cases, and places of bodies, by rule: what titles and names say."""

from collections.abc import Iterable, Iterator

from cases.models import Case, CasePlace, Place, Theme
from cases.people import Fixture, row
from cases.place_names import places_in, seat_in
from experts.models import Organisation

from .comparison import is_edited
from .memory import Memory
from .objects import to_objects
from .references import References
from .report import Report
from .rows import RowLoader

SOURCE = "rules"
PART_EVIDENCE = "篇名“{title}”中的“{words}”"
MOST_THEMES = 4


def assign(references: References, report: Report) -> RowLoader:
    """Bring the rules' assignments up to date; a person's own are not touched."""
    loader = RowLoader(SOURCE, references, report)
    for model in (Organisation, Case, Place, Theme):
        for key, slug in model._default_manager.values_list("pk", "slug"):
            references.note(model._meta.label_lower, (slug,), key)
    loader.load(to_objects(_rows(loader.memory), "the rules for places, themes and seats"))
    return loader


def _rows(memory: Memory) -> Iterator[Fixture]:
    gazetteer, themes = list(Place.objects.all()), list(Theme.objects.all())
    settled = _settled_by_hand(memory)
    for case in Case.objects.select_related("part"):
        yield from _place_rows(case, gazetteer, settled.get(case.pk))
        yield from _theme_rows(case, themes)
    for body in Organisation.objects.all():
        yield from _seat_rows(body, gazetteer)


def _settled_by_hand(memory: Memory) -> dict[int, int]:
    """The primary place of each case where a person chose it, or touched the rule's row."""
    return {
        link.case_id: link.place_id
        for link in CasePlace.objects.filter(is_primary=True)
        if (entry := memory.by_row.get(("cases.caseplace", link.pk))) is None
        or is_edited(link, entry)
    }


def _place_rows(case: Case, gazetteer: list[Place], primary: int | None) -> Iterator[Fixture]:
    """One row a place; the first is the primary one, unless a person settled on another."""
    for mention in places_in(case.title, gazetteer):
        primary = primary or mention.place.pk
        yield row(
            "cases.caseplace",
            case=[case.slug],
            place=[mention.place.slug],
            is_primary=mention.place.pk == primary,
            evidence=mention.words,
            **_derived_from(case),
        )


def _theme_rows(case: Case, themes: Iterable[Theme]) -> Iterator[Fixture]:
    for theme, evidence in themes_of(case, themes)[:MOST_THEMES]:
        yield row(
            "cases.casetheme",
            case=[case.slug],
            theme=[theme.slug],
            evidence=evidence,
            **_derived_from(case),
        )


def _seat_rows(body: Organisation, gazetteer: list[Place]) -> Iterator[Fixture]:
    if seat := seat_in(body.name, gazetteer):
        yield row(
            "cases.seat",
            organisation=[body.slug],
            place=[seat.place.slug],
            evidence=seat.words,
            origin="derived",
            source_line=body.source_line,
        )


def themes_of(case: Case, themes: Iterable[Theme]) -> list[tuple[Theme, str]]:
    """Themes with the title words that led to them; without any, those of the part's title."""
    themes = list(themes)
    if found := _matches(case.title, themes):
        return found
    if case.part is None:
        return []
    title = case.part.title
    return [
        (theme, PART_EVIDENCE.format(title=title, words=words))
        for theme, words in _matches(title, themes)
    ]


def _matches(title: str, themes: list[Theme]) -> list[tuple[Theme, str]]:
    pairs = ((theme, [word for word in theme.title_words if word in title]) for theme in themes)
    return [(theme, "、".join(words)) for theme, words in pairs if words]


def _derived_from(case: Case) -> Fixture:
    return {"origin": "derived", "source_line": case.source_line}
