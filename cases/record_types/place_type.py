"""Places as a kind of record."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from casebook.core.records import IndexDocument, RecordType
from cases.models import Place
from experts.record_types import english_names

from .document_names import PLACES, place_facets, with_ancestors


def place_document(place: Place) -> IndexDocument:
    """A place, with the names of its ancestors: 湖北省武汉市."""
    chain = with_ancestors([place])
    known = [name for each in chain for name in each.known_names]
    own = (*place.known_names, place.english_name, place.english_short_name)
    return IndexDocument(
        title=place.name,
        body=place.code or "",
        names={"place": [*filter(None, (*known, place.english_name))]},
        english={"place": english_names(chain[1:])},
        exact_names=[*filter(None, own)],
        facets={"level": [place.level], **place_facets([place])},
        sort_keys={"place": place.path},
        order=place.pk,
        extra={"url": place.get_absolute_url()},
    )


PLACE = RecordType(
    kind="place",
    label=_("地点"),
    label_of_one=pgettext_lazy("one", "地点"),
    rows=PLACES,
    rank=6,
    words=("地点", "place", "places"),
    document=place_document,
    shows=("parent",),
    text_label=_("代码"),
    name_fields=("place", "city", "province"),
)
