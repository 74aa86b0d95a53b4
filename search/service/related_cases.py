"""Related cases: a few that share something with a case, each with what it shares."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.core.cache import caches
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from casebook.core.cache import revision
from casebook.core.cache.revision import mark_no_store, no_store
from casebook.core.web.languages import listed, name_of
from cases.models import Case, CasePlace, CaseTheme, Critique
from search.backends.base import IndexMissingError
from search.query.query import Query
from search.text.analyzer import Analyzer
from search.text.normalisation import normalize

from .active_index import get_index

MOST = 5
CRITIC, CITY, THEME, PROVINCE, WORD = 4.0, 3.0, 3.0, 1.0, 0.5
"""Weights of what cases share; a theme weighs less, the more cases have it."""

LONG_WORD = 3
"""Minimum characters of a shared word; shorter ones (智慧, 数据) are in too many titles."""


@dataclass(frozen=True, slots=True)
class Related:
    """A case and why it is shown beside another."""

    case: Case
    reasons: list[str]


class Ties:
    """The weights and the reasons that relate other cases to one."""

    def __init__(self) -> None:
        self.weights: dict[int, float] = defaultdict(float)
        self.reasons: dict[int, dict[str, list[str]]] = defaultdict(dict)

    def add(self, case: int, kind: str, name: str, weight: float) -> None:
        names = self.reasons[case].setdefault(kind, [])
        if name not in names:
            names.append(name)
            self.weights[case] += weight

    def best(self, count: int) -> list[int]:
        """The keys of the cases with the highest weights; among equals the lower keys."""
        return sorted(self.weights, key=lambda key: (-self.weights[key], key))[:count]

    def in_words(self, case: int) -> list[str]:
        """The reasons as labels: 同一主题：智慧农业."""
        return [
            _("%(kind)s：%(names)s") % {"kind": kind, "names": listed(names)}
            for kind, names in self.reasons[case].items()
        ]


def related_cases(case: Case) -> list[Related]:
    """Up to five cases, the most closely related first; searched for once a content revision."""
    cache = caches["related_cases"]
    stored_as = f"{revision.current().mark:x}:{case.pk}:{get_language()}"
    reasons: dict[int, list[str]] | None = cache.get(stored_as)
    if reasons is None:
        reasons = reasons_by_case(case)
        if not no_store.get():
            cache.set(stored_as, reasons)
    rows = Case.objects.select_related("book").in_bulk(reasons)
    return [Related(rows[key], words) for key, words in reasons.items() if key in rows]


def reasons_by_case(case: Case) -> dict[int, list[str]]:
    """The keys of the related cases, the most closely related first, with the reasons of each."""
    ties = Ties()
    tie_by_critics(ties, case)
    tie_by_themes(ties, case)
    tie_by_places(ties, case)
    if len(ties.weights) < MOST:
        tie_by_words(ties, case)
    return {key: ties.in_words(key) for key in ties.best(MOST)}


def tie_by_critics(ties: Ties, case: Case) -> None:
    experts = [critique.expert_id for critique in case.critiques.all()]
    others = Critique.objects.filter(expert__in=experts).exclude(case=case)
    for critique in others.order_by("pk").select_related("expert"):
        ties.add(critique.case_id, _("同一点评专家"), name_of(critique.expert), CRITIC)


def tie_by_themes(ties: Ties, case: Case) -> None:
    themes = [link.theme_id for link in case.case_themes.all()]
    others = CaseTheme.objects.filter(theme__in=themes).exclude(case=case)
    links = others.order_by("theme__order", "pk").select_related("theme")
    rows = [(link.case_id, name_of(link.theme)) for link in links]
    common = counted(name for _key, name in rows)
    for key, name in rows:
        ties.add(key, _("同一主题"), name, THEME / common[name] + 1)


def tie_by_places(ties: Ties, case: Case) -> None:
    """Relate by a common city, else by a common province."""
    mine = [link.place for link in case.case_places.all()]
    cities = {place.city_id for place in mine if place.city_id}
    provinces = {place.province_id for place in mine if place.province_id}
    others = CasePlace.objects.filter(place__province__in=provinces).exclude(case=case)
    for link in others.order_by("pk").select_related("place__city", "place__province"):
        city, province = link.place.city, link.place.province
        if city and city.pk in cities:
            ties.add(link.case_id, _("同在一市"), name_of(city, "short_name"), CITY)
        elif province:
            ties.add(link.case_id, _("同在一省"), name_of(province, "short_name"), PROVINCE)


def tie_by_words(ties: Ties, case: Case) -> None:
    """Relate cases whose titles have longer words in common."""
    index = get_index()
    query = Query(text=case.title, filters={"kind": ("case",)}, page_size=MOST * 4, snippets=False)
    try:
        hits = index.search(query).hits
    except IndexMissingError:
        mark_no_store()
        return
    mine = long_words(case.title, index.analyzer)
    for hit in hits:
        if hit.slug != case.slug:
            common = mine & long_words(hit.title, index.analyzer)
            for word in sorted(common, key=case.title.find):
                ties.add(hit.key, _("标题用词相近"), word, WORD)


def long_words(title: str, analyzer: Analyzer) -> set[str]:
    """The words of a title from ``LONG_WORD`` characters on, without those inside others."""
    words = {word for word in analyzer.index_terms(normalize(title)) if len(word) >= LONG_WORD}
    return {word for word in words if not any(word != other and word in other for other in words)}


def counted(names: Iterable[str]) -> dict[str, int]:
    counts: dict[str, int] = defaultdict(int)
    for name in names:
        counts[name] += 1
    return counts
