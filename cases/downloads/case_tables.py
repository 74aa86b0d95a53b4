"""Cases and critiques as tables."""

from collections.abc import Callable
from operator import attrgetter

from django.utils.translation import gettext_lazy as _

from casebook.core.downloads.tables import (
    Cell,
    Column,
    Table,
    addresses,
    field,
    fields,
    join_texts,
    own_translation,
    sources,
)
from cases.api.serializers import CaseSerializer, CritiqueSerializer
from cases.filters.case_filter import CaseFilter
from cases.filters.record_filters import CritiqueFilter
from cases.models import Book, Case, Critique, Place
from search.downloads import IndexedTable

FROM_THE_TITLE = _("据案例标题或篇名中的用词推得，或由编辑指定；所据的词见“地点依据”“主题依据”列")
WITH_THE_PLACE = _("随主要地点而来，按行政区划")
WITH_THE_PLACES = _("随地点而来，按行政区划")


def places_of(case: Case) -> list[Place]:
    return [link.place for link in case.case_places.all()]


def provinces(case: Case) -> str:
    return join_texts(place.province for place in places_of(case))


def cities(case: Case) -> str:
    return join_texts(place.city for place in places_of(case))


def place_evidence(case: Case) -> str:
    return join_texts(f"{link.place}：{link.evidence}" for link in case.case_places.all())


def themes(case: Case) -> str:
    return join_texts(link.theme for link in case.case_themes.all())


def theme_evidence(case: Case) -> str:
    return join_texts(f"{link.theme}：{link.evidence}" for link in case.case_themes.all())


def of_primary_place(read: Callable[[Place], Cell]) -> Callable[[Case], Cell]:
    """Makes a reader of a value of a case's primary place; None where there is none."""
    return lambda case: read(case.primary_place) if case.primary_place else None


CASES = IndexedTable(
    name="cases",
    label=_("案例"),
    columns=(
        *fields(Case, "number", "title", "name", "subtitle"),
        own_translation("english_title", _("英文标题（本站译）")),
        Column(_("图书"), attrgetter("book.full_title")),
        Column(_("篇序"), lambda case: case.part and case.part.number),
        Column(_("篇名"), lambda case: case.part and case.part.title),
        *fields(Case, "start_page", "end_page"),
        Column(_("主要地点"), of_primary_place(attrgetter("name")), FROM_THE_TITLE),
        Column(_("全部地点"), lambda case: join_texts(places_of(case)), FROM_THE_TITLE),
        Column(_("城市"), cities, WITH_THE_PLACES),
        Column(_("省份"), provinces, WITH_THE_PLACES),
        Column(_("层级"), of_primary_place(Place.get_level_display), WITH_THE_PLACE),
        Column(_("行政区划代码"), of_primary_place(attrgetter("code")), WITH_THE_PLACE),
        Column(_("地点依据"), place_evidence, FROM_THE_TITLE),
        Column(_("主题"), themes, FROM_THE_TITLE),
        Column(_("主题依据"), theme_evidence, FROM_THE_TITLE),
        Column(_("点评专家"), lambda case: join_texts(c.expert for c in case.critiques.all())),
        Column(
            _("点评专家职务（照书所印）"),
            lambda case: join_texts(c.affiliation_as_printed for c in case.critiques.all()),
        ),
        Column(
            _("事实条数"),
            attrgetter("fact_count"),
            _("本站收录的该案例的公开资料与书中数字，逐条注明来源"),
        ),
        field(Case, "slug"),
        *addresses("case"),
        *sources(*(name for name in CaseSerializer.sourced if name != "slug")),
    ),
    queryset=lambda: Case.objects.with_labels().with_fact_count(),
    filterset_class=CaseFilter,
    serializer_class=CaseSerializer,
    books=Book.objects.all,
)

CRITIQUES = Table(
    name="critiques",
    label=_("专家点评"),
    columns=(
        Column(_("案例序号"), attrgetter("case.number")),
        Column(_("案例"), attrgetter("case.title")),
        Column(_("图书"), attrgetter("case.book.full_title")),
        field(Critique, "order"),
        Column(_("点评专家"), attrgetter("expert.name")),
        *fields(Critique, "name_as_printed", "affiliation_as_printed"),
        Column(
            _("任职机构"),
            lambda row: join_texts(post.organisation for post in row.affiliations.all()),
            _("据所印职务读出"),
        ),
        field(Critique, "slug"),
        *addresses("critique"),
        *sources(*(name for name in CritiqueSerializer.sourced if name != "slug")),
    ),
    queryset=Critique.objects.with_labels,
    filterset_class=CritiqueFilter,
    serializer_class=CritiqueSerializer,
    books=Book.objects.all,
)
