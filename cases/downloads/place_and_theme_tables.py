"""Places and themes as tables."""

from collections.abc import Callable

from django.utils.translation import gettext_lazy as _

from casebook.core.downloads.tables import (
    EDITED,
    Column,
    Table,
    addresses,
    choice,
    field,
    join_texts,
    own_translation,
)
from cases.api.serializers import PlaceSerializer, ThemeSerializer
from cases.filters.record_filters import PlaceListFilter, ThemeFilter
from cases.models import Book, Place, Theme

PUBLIC_LISTS = _("本站编辑据行政区划等公开资料整理")


def name_of(relation: str) -> Callable[[Place], str]:
    """Makes a reader of the name of a related place; empty where there is none."""
    return lambda place: str(getattr(place, relation) or "")


PLACES = Table(
    name="places",
    label=_("地点"),
    columns=(
        field(Place, "name", origin=PUBLIC_LISTS),
        field(Place, "short_name", origin=PUBLIC_LISTS),
        choice(Place, "level", origin=PUBLIC_LISTS),
        field(Place, "code", origin=PUBLIC_LISTS),
        Column(_("上级"), name_of("parent"), PUBLIC_LISTS),
        Column(_("城市"), name_of("city"), PUBLIC_LISTS),
        Column(_("省份"), name_of("province"), PUBLIC_LISTS),
        own_translation("english_name", _("英文名（本站译）")),
        field(Place, "pinyin", origin=PUBLIC_LISTS),
        Column(_("别名"), lambda place: join_texts(place.aliases), PUBLIC_LISTS),
        *(
            field(Place, name, origin=PUBLIC_LISTS)
            for name in ("longitude", "latitude", "coordinate_quality", "note")
        ),
        field(Place, "slug", origin=EDITED),
        *addresses("place"),
    ),
    queryset=lambda: Place.objects.select_related("province", "city", "parent"),
    filterset_class=PlaceListFilter,
    serializer_class=PlaceSerializer,
    books=Book.objects.all,
)

THEMES = Table(
    name="themes",
    label=_("主题"),
    columns=(
        field(Theme, "name", origin=EDITED),
        own_translation("english_name", _("英文名（本站译）")),
        field(Theme, "definition", origin=EDITED),
        field(Theme, "scope", origin=EDITED),
        Column(_("标题用词"), lambda theme: join_texts(theme.title_words), EDITED),
        field(Theme, "slug", origin=EDITED),
        *addresses("theme"),
    ),
    queryset=Theme.objects.all,
    filterset_class=ThemeFilter,
    serializer_class=ThemeSerializer,
    books=Book.objects.all,
)
