"""Filters of people and organisations, shared by the list pages and the API.

Contributions and critiques belong to the apps above; they are read through reverse relations.
"""

from collections.abc import Iterable
from typing import Any

from django.db.models import Model, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from casebook.core.filters.filterset import (
    NamedFilter,
    OrderFilter,
    StrictFilterSet,
    TextFilter,
    containing,
)
from casebook.core.filters.value_resolver import FixedValues, ResolvedValue, RowValues
from casebook.core.web.languages import name_of

from .expert_resolvers import ORGANISATIONS
from .models import Expert, Organisation

CRITIC = "critic"


def contribution_model() -> Any:
    """The model of ``expert.contributions``."""
    return Expert._meta.get_field("contributions").related_model


def books() -> QuerySet[Model]:
    """The books that people contributed to or reviewed in."""
    book: type[Model] = contribution_model()._meta.get_field("book").related_model
    return book._default_manager.all()


def places() -> QuerySet[Any]:
    """The places in which organisations may be."""
    seat: Any = Organisation._meta.get_field("seat").related_model
    rows: QuerySet[Any] = seat._meta.get_field("place").related_model._default_manager.all()
    return rows


def place_words(place: Any) -> Iterable[str]:
    return (*place.known_names, place.code or "", place.english_name, place.pinyin_short)


def role_choices() -> list[ResolvedValue]:
    """The roles of contributions, and the critic's."""
    roles = [
        ResolvedValue(value, str(label), (), value)
        for value, label in contribution_model().Role.choices
    ]
    return [*roles, ResolvedValue(CRITIC, str(_("点评专家")), (str(_("点评")),), CRITIC)]


def kind_choices() -> list[ResolvedValue]:
    return [
        ResolvedValue(value, str(label), (), value) for value, label in Organisation.Kind.choices
    ]


BOOKS = RowValues(
    books,
    lambda book: name_of(book, "title"),
    lambda book: (book.title, book.isbn),
    "digital-china-2019",
)
PLACES = RowValues(places, lambda place: name_of(place, "short_name"), place_words, "420106")


class RoleFilter(NamedFilter):
    """People by what they did: a role printed in a book, or a critique."""

    def matching(self, lookup: str, targets: list[Any]) -> QuerySet[Any]:
        if lookup == "critiques":
            wanted = CRITIC in targets
            critics = Expert.objects.order_by().filter(critiques__isnull=False)
            return (critics if wanted else critics.none()).values("pk")
        return super().matching(lookup, targets)


class SeatFilter(NamedFilter):
    """Organisations in any of the places or in a place below them."""

    def matching(self, lookup: str, targets: list[Any]) -> QuerySet[Any]:
        below = Q()
        for place in targets:
            below |= Q(path__startswith=place.path)
        return super().matching(lookup, places().filter(below).values("pk"))


class ExpertFilter(StrictFilterSet):
    """Every parameter may be repeated: OR between its values, AND between parameters."""

    q = TextFilter(
        containing("name", "pinyin"), label=_("检索词"), help_text=_("在姓名及其拼音中查找")
    )
    role = RoleFilter(
        FixedValues(role_choices),
        "contributions__role",
        "critiques",
        label=_("角色"),
        help_text=_("如 chief_editor、主编、critic、点评专家"),
    )
    organisation = NamedFilter(
        ORGANISATIONS,
        "affiliations__organisation",
        label=_("机构"),
        help_text=_("任职机构的网址名或名称"),
    )
    book = NamedFilter(
        BOOKS,
        "contributions__book",
        "critiques__case__book",
        label=_("图书"),
        help_text=_("网址名、书名或 ISBN"),
    )
    ordering = OrderFilter(
        {"pinyin": (_("拼音"), ("slug",)), "name": (_("姓名"), ("name",))},
        ties=("slug",),
        label=_("排序"),
    )

    class Meta:
        model = Expert
        fields: list[str] = []


class OrganisationFilter(StrictFilterSet):
    """Every parameter may be repeated: OR between its values, AND between parameters."""

    q = TextFilter(
        containing("name", "english_name"), label=_("检索词"), help_text=_("在名称中查找")
    )
    kind = NamedFilter(
        FixedValues(kind_choices),
        "kind",
        label=_("类别"),
        help_text=_("如 academia、高校与科研院所"),
    )
    place = SeatFilter(
        PLACES,
        "seat__place",
        label=_("所在地"),
        help_text=_("该地及其下辖各地：网址名、代码或名称"),
    )
    ordering = OrderFilter(
        {"pinyin": (_("拼音"), ("slug",)), "name": (_("名称"), ("name",))},
        ties=("slug",),
        label=_("排序"),
    )

    class Meta:
        model = Organisation
        fields: list[str] = []
