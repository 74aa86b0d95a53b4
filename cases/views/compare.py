"""The comparison of cases: the page, and the same as CSV and DOCX files."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import ClassVar

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casebook.core.downloads import FORMATS, attachment, csv_lines
from casebook.core.errors.error_responses import bad_request_page
from casebook.core.filters.filterset import NamedFilter, StrictFilterSet, SwitchFilter
from casebook.core.web.requests import (
    ParameterError,
    address_of,
    check_parameters,
    nearest,
    query_of,
)
from cases.comparing.compare_rows import MOST_CASES, Group, as_rows, compare, load_cases
from cases.filters.record_filters import CASES
from cases.models import Case

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MOST_TITLES = 300
"""Titles offered for completion; in a larger library, search is the better way."""


class CompareFilter(StrictFilterSet):
    """``case`` is repeated, in the order of the columns; ``differences=1`` hides equal rows."""

    case = NamedFilter(
        CASES, "pk", label=gettext_lazy("案例"), help_text=gettext_lazy("网址名、案例名或案例序号")
    )
    differences = SwitchFilter(
        label=gettext_lazy("只看不同"), on=gettext_lazy("只看不同"), off=gettext_lazy("全部")
    )

    class Meta:
        model = Case
        fields: ClassVar[list[str]] = []

    @property
    def slugs(self) -> list[str]:
        """The slugs of the cases in the order of the parameters, each once."""
        return [slug for slug, _title in self.selected.get("case", ())]

    @property
    def only_differences(self) -> bool:
        return any(value == "1" for value, _label in self.selected.get("differences", ()))


def compare_cases(request: HttpRequest) -> HttpResponse:
    """Up to four cases in columns; 400 with the invalid parameters."""
    chosen = CompareFilter(request.GET, queryset=Case.objects.all())
    errors = check_parameters(request, [*CompareFilter.base_filters, "format"])
    errors += chosen.parameter_errors or [*too_many(chosen), *unknown_format(request)]
    if errors:
        return bad_request_page(request, errors, CompareFilter.base_filters)

    cases = load_cases(chosen.slugs)
    groups = compare(cases) if cases else []
    if write := FILES.get(request.GET.get("format", "")):
        return write(request, cases, groups)
    return render(request, "cases/compare.html", context_of(chosen, cases, groups))


def too_many(chosen: CompareFilter) -> list[ParameterError]:
    message = _("最多并排比较 %(most)d 个案例。") % {"most": MOST_CASES}
    return [ParameterError("case", slug, message) for slug in chosen.slugs[MOST_CASES:]]


def unknown_format(request: HttpRequest) -> list[ParameterError]:
    wanted = request.GET.get("format")
    if wanted is None or wanted in FILES:
        return []
    message = _("没有“%(format)s”格式。") % {"format": wanted}
    return [ParameterError("format", wanted, message, nearest(wanted, FILES) or "csv")]


def context_of(chosen: CompareFilter, cases: list[Case], groups: list[Group]) -> dict[str, object]:
    slugs = [case.slug for case in cases]
    differences = [("differences", "1")] if chosen.only_differences else []
    return {
        "columns": [
            (
                case,
                query_of([*addresses(slug for slug in slugs if slug != case.slug), *differences]),
            )
            for case in cases
        ],
        "groups": visible(groups, only_differences=chosen.only_differences),
        "only_differences": chosen.only_differences,
        "all_query": query_of(addresses(slugs)),
        "differences_query": query_of([*addresses(slugs), ("differences", "1")]),
        "has_room": len(cases) < MOST_CASES,
        "titles": Case.objects.exclude(slug__in=slugs).values_list("title", flat=True)[
            :MOST_TITLES
        ],
        "most": MOST_CASES,
    }


def addresses(slugs: Iterable[str]) -> list[tuple[str, str]]:
    return [("case", slug) for slug in slugs]


def visible(groups: list[Group], *, only_differences: bool) -> list[Group]:
    """The groups with the rows that are shown; a group without any is left out."""
    if not only_differences:
        return groups
    kept = (replace(group, rows=[row for row in group.rows if row.differs]) for group in groups)
    return [group for group in kept if group.rows]


def csv_file(request: HttpRequest, cases: list[Case], groups: list[Group]) -> HttpResponse:  # noqa: ARG001
    header, *rows = as_rows(cases, groups)
    response = HttpResponse(csv_lines(header, rows), content_type=FORMATS["csv"].media_type)
    response["Content-Disposition"] = attachment_header(cases, "csv")
    return response


def docx_file(request: HttpRequest, cases: list[Case], groups: list[Group]) -> HttpResponse:
    from cases.comparing.docx_table import as_docx

    address = request.build_absolute_uri(address_of(request, without_format(request)))
    response = HttpResponse(as_docx(cases, groups, address), content_type=DOCX)
    response["Content-Disposition"] = attachment_header(cases, "docx")
    return response


def without_format(request: HttpRequest) -> QueryDict:
    query = request.GET.copy()
    query.pop("format")
    return query


def attachment_header(cases: list[Case], extension: str) -> str:
    """The ``Content-Disposition`` header, with a file name made of the names of the cases."""
    names = [_("案例比较"), *(case.name for case in cases)]
    return attachment(names, ["compare", *(case.slug for case in cases)], extension)


FILES: dict[str, Callable[[HttpRequest, list[Case], list[Group]], HttpResponse]] = {
    "csv": csv_file,
    "docx": docx_file,
}
