"""Counts of cases as JSON, by any one or two facets, following all filters."""

from collections import Counter
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import ViewSet

from casebook.core.api.pagination import PAGING, NumberedPages
from casebook.core.api.schema import several
from casebook.core.api.sparse_fields import names_in, wrong_names
from casebook.core.api.viewsets import EVERYWHERE, OpenView, StrictFilters, check
from casebook.core.filters.facets import facets_of
from casebook.core.filters.value_resolver import labels_of
from casebook.core.web.requests import ParameterError
from cases.filters.case_filter import DIMENSIONS, PAIRS, CaseFilter
from cases.models import Case
from search.api.answer_pages import NoIndex
from search.service.answer import Answer

MOST_DIMENSIONS = 2


class StatValueSerializer(serializers.Serializer[Any]):
    """A value of a facet."""

    examples = {"value": "wuhan", "label": "武汉"}
    value = serializers.CharField(help_text=gettext_lazy("可作参数的值"))
    label = serializers.CharField(help_text=gettext_lazy("名称"))  # type: ignore[assignment]


class CellSerializer(serializers.Serializer[Any]):
    """A combination of values, one of each facet of ``by``, and its cases."""

    count = serializers.IntegerField(help_text=gettext_lazy("案例数"))

    def get_fields(self) -> dict[str, serializers.Field[Any, Any, Any, Any]]:
        values = {
            name: StatValueSerializer(required=False, help_text=gettext_lazy("by 中有它时给出"))
            for name in DIMENSIONS
        }
        return values | super().get_fields()


class StatPages(NumberedPages):
    """Pagination of counts, with the number of cases counted (``case_count``)."""

    case_count = 0

    def get_paginated_response(self, data: Any) -> Response:
        response = super().get_paginated_response(data)
        response.data["case_count"] = self.case_count
        return response

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        described = super().get_paginated_response_schema(schema)
        described["properties"]["case_count"] = {
            "type": "integer",
            "examples": [25],
            "description": "筛选后的案例数；一个案例可计入几行，各行之和可大于它",
        }
        return described


class StatFilters(StrictFilters):
    """The filters of cases, without their order and their downloads."""

    def get_schema_operation_parameters(self, view: Any) -> list[dict[str, Any]]:
        hidden = {"ordering", "format"}
        parameters = super().get_schema_operation_parameters(view)
        return [each for each in parameters if each["name"] not in hidden]


class StatViewSet(OpenView, ViewSet):
    """Counts of cases (统计) by no, one or two facets; every filter of cases narrows them."""

    filter_backends = (StatFilters,)
    filterset_class = CaseFilter
    pagination_class = StatPages
    queryset = Case.objects.none()

    @extend_schema(
        summary="统计：按一两个分面计案例数，筛选参数与案例相同",
        parameters=[several("by", "按其计数的一两个分面，可重复或以逗号分隔", list(DIMENSIONS))],
        responses=CellSerializer(many=True),
    )
    def list(self, request: Request) -> Response:
        case_filter = CaseFilter(request.query_params, queryset=Case.objects.all())
        known = [name for name in case_filter.filters if name != "ordering"]
        names = names_in(request, "by")
        errors = [
            *case_filter.parameter_errors,
            *too_many(names),
            *wrong_names(request, "by", DIMENSIONS),
        ]
        check(request, ["by", *known, *PAGING, *EVERYWHERE], errors)
        answer = Answer(case_filter, 1, 0, (), ["book", PAIRS[pair_of(names)]])
        if answer.is_limited:
            raise NoIndex
        pages = StatPages()
        rows = pages.paginate_queryset(cells(answer, names), request, self)
        pages.case_count = answer.count
        return pages.get_paginated_response(rows)


def pair_of(names: list[str]) -> tuple[str, str]:
    """The pair of facets to count by; of one facet with the book, for a case has just one."""
    others = ["book", "part"] if names in ([], ["book"]) else ["book"]
    first, second = sorted(names if len(names) > 1 else {*names, *others}, key=DIMENSIONS.index)
    return first, second


def combinations(answer: Answer, names: list[str]) -> Counter[tuple[str, ...]]:
    """The number of cases with each combination of values, under all filters."""
    counts: Counter[tuple[str, ...]] = Counter()
    if names == ["book"]:
        chosen = answer.chosen.get("book")
        found = answer.counts("book").items()
        return Counter({(book,): count for book, count in found if not chosen or book in chosen})
    pair = pair_of(names)
    for value, count in answer.counts(PAIRS[pair]).items():
        values = dict(zip(pair, value.split(" "), strict=True))
        counts[tuple(values[name] for name in names)] += count
    return counts


def cells(answer: Answer, names: list[str]) -> list[dict[str, Any]]:
    """``{"city": {"value", "label"}, "count"}``, most frequent first. No names: all cases.

    A case with several themes counts once under each. Values of one relation are paired as they
    belong together: a place's city with that place's province.
    """
    if not names:
        return [{"count": answer.count}]
    found = combinations(answer, names)
    facets = facets_of(type(answer.filterset))
    labels = labels_of(
        {
            name: (facets[name].resolver, {values[at] for values in found})
            for at, name in enumerate(names)
        }
    )
    rows: list[dict[str, Any]] = [
        {
            name: {"value": value, "label": labels[name].get(value)}
            for name, value in zip(names, values, strict=True)
        }
        | {"count": count}
        for values, count in found.items()
    ]
    known = [row for row in rows if all(row[name]["label"] is not None for name in names)]
    return sorted(
        known,
        key=lambda row: (
            -row["count"],
            [(row[name]["label"], row[name]["value"]) for name in names],
        ),
    )


def too_many(names: list[str]) -> list[ParameterError]:
    """An error for more facets than can be counted by at once."""
    if len(names) <= MOST_DIMENSIONS:
        return []
    message = _("最多按 %(most)d 个分面计数。") % {"most": MOST_DIMENSIONS}
    return [ParameterError("by", ",".join(names), message, ",".join(names[:MOST_DIMENSIONS]))]
