"""Download tables of people and organisations."""

from typing import Any

from django.db.models import Count
from django.utils.translation import gettext_lazy as _

from casebook.core.downloads.tables import (
    Column,
    addresses,
    choice,
    field,
    fields,
    join_related,
    join_texts,
    own_translation,
    sources,
)
from search.downloads import IndexedTable

from .api.serializers import ExpertSerializer, OrganisationSerializer
from .filters import ExpertFilter, OrganisationFilter
from .models import Expert, Organisation

READ_FROM_POSTS = _("据书上所印职务读出")


def seat(body: Any) -> str:
    """The place of an organisation, from the app above; empty where it is unknown."""
    found = getattr(body, "seat", None)
    return str(found.place) if found else ""


EXPERTS = IndexedTable(
    name="experts",
    label=_("专家"),
    columns=(
        *fields(Expert, "name", "pinyin"),
        Column(_("别名"), lambda expert: join_texts(expert.aliases)),
        Column(_("任职"), lambda expert: join_texts(expert.affiliations.all()), READ_FROM_POSTS),
        Column(_("任职机构"), join_related("affiliations", "organisation"), READ_FROM_POSTS),
        Column(_("职务（照书所印）"), join_related("affiliations", "as_printed")),
        field(Expert, "slug", origin=_("按规则推得：由姓名注音")),
        *addresses("expert"),
        *sources(*ExpertSerializer.sourced),
    ),
    queryset=Expert.objects.with_posts()
    .annotate(
        critique_count=Count("critiques", distinct=True),
        contribution_count=Count("contributions", distinct=True),
    )
    .order_by("slug")
    .all,
    filterset_class=ExpertFilter,
    serializer_class=ExpertSerializer,
)

ORGANISATIONS = IndexedTable(
    name="organisations",
    label=_("机构"),
    columns=(
        field(Organisation, "name"),
        choice(Organisation, "kind"),
        Column(_("所在地"), seat, _("据机构名称中的地名推得，或由编辑指定")),
        own_translation("english_name", _("英文名（本站译）")),
        Column(_("别名"), lambda body: join_texts(body.aliases)),
        field(Organisation, "slug", origin=_("按规则推得：由名称注音")),
        *addresses("organisation"),
        *sources(*OrganisationSerializer.sourced),
    ),
    queryset=Organisation.objects.select_related("seat__place")
    .annotate(expert_count=Count("affiliations__expert", distinct=True))
    .order_by("slug")
    .all,
    filterset_class=OrganisationFilter,
    serializer_class=OrganisationSerializer,
)
