"""Places and themes as kinds of record."""

from collections.abc import Iterable

from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from casebook.core.records import Data, IndexDocument, JsonLinks, RecordType, join_lines
from casebook.core.web.languages import name_of, sentence
from cases.models import Case, Place, Theme
from cases.models.place import slugs_on
from experts.record_types import english_names


def with_ancestors(places: Iterable[Place]) -> list[Place]:
    """The places, each followed by its ancestors, from the nearest outwards."""
    chain = []
    for place in places:
        at: Place | None = place
        while at:
            chain.append(at)
            at = at.parent
    return chain


def place_facets(places: Iterable[Place]) -> dict[str, list[str]]:
    """The facet values of places: provinces, cities, and all ancestors, each once."""
    places = list(places)
    return {
        "place": sorted({slug for place in places for slug in slugs_on(place.path)}),
        "province": sorted({place.province.slug for place in places if place.province}),
        "city": sorted({place.city.slug for place in places if place.city}),
    }


class PlaceType(RecordType):
    rows = Place.objects.select_related("province", "city")
    words = ("地点", "place", "places")
    rank = 6
    label_of_one = pgettext_lazy("one", "地点")
    text_label = _("代码")
    name_fields = ("place", "city", "province")
    shows = ("parent",)
    suggestion_rank = 2
    has_short_names = True
    json_ld_type = "Place"
    markdown_rows = Place.objects.select_related("parent").prefetch_related("children")

    def document(self, place: Place) -> IndexDocument:
        """A place, with the names of its ancestors: 湖北省武汉市."""
        chain = with_ancestors([place])
        names = [name for each in chain for name in each.known_names]
        own = (*place.known_names, place.english_name, place.english_short_name)
        return IndexDocument(
            title=place.name,
            body=place.code or "",
            names={"place": [*filter(None, (*names, place.english_name))]},
            english={"place": english_names(chain[1:])},
            exact_names=[*filter(None, own)],
            facets={"level": [place.level], **place_facets([place])},
            sort_keys={"place": place.path},
            order=place.pk,
        )

    def suggested_rows(self) -> list[Place]:
        """Places by their depth in the place tree, provinces first."""
        return sorted(self.rows.all(), key=lambda place: place.path.count("/"))

    def suggested_names(self, place: Place) -> list[str]:
        return [place.short_name, *place.known_names, place.english_name]

    def json_ld(self, place: Place, links: JsonLinks) -> Data:
        at = {"@type": "GeoCoordinates", "latitude": place.latitude, "longitude": place.longitude}
        return {
            "alternateName": [name for name in place.known_names if name != place.name],
            "identifier": place.code,
            "geo": at if place.latitude is not None else None,
            "containedInPlace": links.to(place.parent) if place.parent else None,
        }

    def summary(self, place: Place) -> str:
        names = {"text": name_of(place), "note": place.get_level_display()}
        return sentence(gettext("%(text)s（%(note)s）") % names, place.note.rstrip("。"))

    def markdown_context(self, place: Place) -> Data:
        return {"cases": Case.objects.in_place(place)}


class ThemeType(RecordType):
    rows = Theme.objects.all()
    words = ("主题", "theme", "themes")
    rank = 7
    label_of_one = pgettext_lazy("one", "主题")
    text_label = _("释义")
    name_fields = ("theme",)
    suggestion_rank = 3
    json_ld_type = "DefinedTerm"
    markdown_rows = Theme.objects.prefetch_related("case_themes__case")

    def document(self, theme: Theme) -> IndexDocument:
        names = [theme.name, theme.english_name]
        return IndexDocument(
            title=theme.name,
            body=join_lines([theme.definition, theme.scope]),
            names={"theme": names},
            exact_names=names,
            facets={"theme": [theme.slug]},
            order=theme.order,
        )

    def suggested_names(self, theme: Theme) -> list[str]:
        return [theme.name, theme.english_name]

    def json_ld(self, theme: Theme, _links: JsonLinks) -> Data:
        return {"description": theme.definition}

    def summary(self, theme: Theme) -> str:
        return sentence(f"{name_of(theme)}：{theme.definition.rstrip('。')}")
