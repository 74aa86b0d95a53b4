"""Filters of people and organisations, shared by the list pages and the API.

Books, places and contributions belong to the app above; they are read by its registry's names.
"""

from collections.abc import Callable, Iterable
from functools import partial
from operator import attrgetter
from string import ascii_uppercase
from typing import Any

from django.apps import apps
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from casebook.core.filters.facets import Facet, TreeFacet
from casebook.core.filters.filterset import (
    OrderFilter,
    StrictFilterSet,
    WordsFilter,
    containing,
    some,
)
from casebook.core.filters.value_resolver import (
    FixedValues,
    ResolvedValue,
    RowValues,
    choice_values,
)
from casebook.core.web.languages import name_of

from .models import Expert, Organisation

CRITIC = "critic"


def rows_of(model: str) -> Callable[[], Any]:
    """All rows of a model of the app above, which is loaded after this one."""

    def rows() -> Any:
        return apps.get_model("cases", model)._default_manager.all()

    return rows


def place_words(place: Any) -> Iterable[str]:
    return (*place.known_names, place.code or "", place.english_name, place.pinyin_short)


def role_choices() -> list[ResolvedValue]:
    """The roles of contributions, and the critic's."""
    contribution: Any = apps.get_model("cases", "Contribution")
    roles = choice_values(contribution.Role)
    critic = ResolvedValue(CRITIC, str(_("点评专家")), (str(_("点评")),), CRITIC)
    return [*roles.everything(), critic]


EXPERTS = RowValues(
    Expert.objects.with_distinction,
    attrgetter("distinct_name"),
    lambda expert: (expert.name, *expert.aliases, expert.pinyin),
    "xu-ming",
    ("name", "pinyin", "distinction"),
)
ORGANISATIONS = RowValues(
    Organisation.objects.all,
    name_of,
    lambda body: (body.name, *body.aliases, body.english_name),
    "清华大学",
)
BY_NAME = _("网址名或名称")
BY_PERSON = _("网址名或姓名")
KINDS = choice_values(Organisation.Kind)
BOOKS = RowValues(
    rows_of("Book"),
    partial(name_of, field="title"),
    lambda book: (book.title, book.isbn),
    "digital-china-2019",
    ("title", "english_title"),
)
PLACES = RowValues(
    rows_of("Place"),
    partial(name_of, field="short_name"),
    place_words,
    "420106",
    ("short_name", "english_name"),
)
INITIALS = FixedValues(
    lambda: [ResolvedValue(letter, letter, (), letter.lower()) for letter in ascii_uppercase]
)


class RoleFacet(Facet):
    """People by what they did: a role printed in a book, or a critique."""

    def matching(self, lookup: str, targets: list[Any]) -> QuerySet[Any]:
        if lookup == "critiques":
            critics = Expert.objects.order_by().filter(critiques__isnull=False)
            return (critics if CRITIC in targets else critics.none()).values("pk")
        return super().matching(lookup, targets)

    def targets(self, row: Any) -> list[Any]:
        roles = {contribution.role for contribution in row.contributions.all()}
        return sorted(roles | ({CRITIC} if row.critiques.all() else set()))


class InitialFacet(Facet):
    """Rows by the first letter of their slug, which is pinyin or English."""

    def matching(self, lookup: str, targets: list[Any]) -> QuerySet[Any]:
        wanted = some(Q(**{f"{lookup}__startswith": letter}) for letter in targets)
        rows: QuerySet[Any] = self.model._default_manager.order_by()
        return rows.filter(wanted).values("pk")

    def targets(self, row: Any) -> list[Any]:
        return [row.slug[:1].upper()]


def place_facet(lookup: str, label: Any) -> TreeFacet:
    return TreeFacet(
        PLACES,
        lookup,
        index_field="seat",
        label=label,
        help_text=_("该地及其下辖各地：网址名、代码或名称"),
    )


def book_facet(*lookups: str) -> Facet:
    return Facet(BOOKS, *lookups, label=_("图书"), help_text=_("网址名、书名或 ISBN"))


def initial_facet() -> InitialFacet:
    return InitialFacet(
        INITIALS,
        "slug",
        index_field="initial",
        order=attrgetter("value"),
        label=_("拼音首字母"),
        help_text=_("A 至 Z"),
    )


def order_filter(name_label: Any) -> OrderFilter:
    return OrderFilter(
        {"pinyin": (_("拼音"), ("slug",)), "name": (name_label, ("name",))},
        ties=("slug",),
        ranked=True,
    )


class ExpertFilter(StrictFilterSet):
    record_kind = "expert"
    q = WordsFilter(
        containing("name", "pinyin"), label=_("检索词"), help_text=_("在姓名及其拼音中查找")
    )
    role = RoleFacet(
        FixedValues(role_choices),
        *("contributions__role", "critiques"),
        index_field="role",
        label=_("角色"),
        help_text=_("如 chief_editor、主编、critic、点评专家"),
    )
    organisation = Facet(
        ORGANISATIONS,
        "affiliations__organisation",
        label=_("机构"),
        help_text=_("任职机构的网址名或名称"),
    )
    place = place_facet("affiliations__organisation__seat__place", _("机构所在地"))
    book = book_facet("contributions__book", "critiques__case__book")
    initial = initial_facet()
    ordering = order_filter(_("姓名"))


class OrganisationFilter(StrictFilterSet):
    record_kind = "organisation"
    q = WordsFilter(
        containing("name", "english_name"), label=_("检索词"), help_text=_("在名称中查找")
    )
    kind = Facet(
        KINDS,
        "kind",
        index_field="organisation_kind",
        label=_("类别"),
        help_text=_("如 academia、高校与科研院所"),
    )
    place = place_facet("seat__place", _("所在地"))
    book = book_facet("contributions__book", "affiliations__critiques__case__book")
    initial = initial_facet()
    ordering = order_filter(_("名称"))
