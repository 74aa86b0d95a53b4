"""The comparison of cases: the page, and the same as CSV and DOCX files."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casebook.core.downloads.download import attachment
from casebook.core.downloads.file_formats import FORMATS, csv_lines
from casebook.core.errors.error_responses import bad_request_page
from casebook.core.filters.filterset import NamedFilter, StrictFilterSet, SwitchFilter
from casebook.core.web.requests import (
    ParameterError,
    address_of,
    check_parameters,
    query_of,
    unknown_format,
)
from cases.comparing.compare_rows import MOST_CASES, Group, as_rows, compare, load_cases
from cases.filters.record_filters import CASES
from cases.models import Case

FILES = {
    "csv": FORMATS["csv"].media_type,
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
"""The media type of each format."""
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


def compare_cases(request: HttpRequest) -> HttpResponse:
    """Up to four cases in columns; 400 with the invalid parameters."""
    chosen = CompareFilter(request.GET, queryset=Case.objects.all())
    slugs = [slug for slug, _title in chosen.selected.get("case", ())]
    errors = check_parameters(request, [*CompareFilter.base_filters, "format"])
    form = request.GET.get("format")
    unknown = [] if form is None or form in FILES else [unknown_format(form, FILES)]
    errors += chosen.parameter_errors or [*too_many(slugs), *unknown]
    if errors:
        return bad_request_page(request, errors, CompareFilter.base_filters)

    cases = load_cases(slugs)
    groups = compare(cases) if cases else []
    if form:
        return comparison_file(request, form, cases, groups)
    return render(request, "cases/compare.html", context_of(chosen, cases, groups))


def too_many(slugs: list[str]) -> list[ParameterError]:
    message = _("最多并排比较 %(most)d 个案例。") % {"most": MOST_CASES}
    return [ParameterError("case", slug, message) for slug in slugs[MOST_CASES:]]


def context_of(chosen: CompareFilter, cases: list[Case], groups: list[Group]) -> dict[str, object]:
    """The context of the page; a group of which no row is shown is left out."""
    pairs = [("case", case.slug) for case in cases]
    switch = [pair for pair in chosen.in_use if pair == ("differences", "1")]
    if switch:
        kept = (replace(group, rows=[row for row in group.rows if row.differs]) for group in groups)
        groups = [group for group in kept if group.rows]
    titles = Case.objects.exclude(pk__in=[case.pk for case in cases])
    return {
        "columns": [
            (case, query_of(pair for pair in pairs + switch if pair != ("case", case.slug)))
            for case in cases
        ],
        "groups": groups,
        "only_differences": bool(switch),
        "all_query": query_of(pairs),
        "differences_query": query_of([*pairs, ("differences", "1")]),
        "has_room": len(cases) < MOST_CASES,
        "titles": titles.values_list("title", flat=True)[:MOST_TITLES],
        "most": MOST_CASES,
    }


def comparison_file(
    request: HttpRequest, form: str, cases: list[Case], groups: list[Group]
) -> HttpResponse:
    """The comparison in a format of ``FILES``, with a file name made of the names of the cases."""
    response = HttpResponse(content_type=FILES[form])
    if form == "csv":
        header, *rows = as_rows(cases, groups)
        response.content = csv_lines(header, rows)
    else:
        from cases.comparing.docx_table import as_docx

        query = request.GET.copy()
        query.pop("format")
        page = request.build_absolute_uri(address_of(request, query))
        response.content = as_docx(cases, groups, page)
    names = [_("案例比较"), *(case.name for case in cases)]
    slugs = ["compare", *(case.slug for case in cases)]
    response["Content-Disposition"] = attachment(names, slugs, form)
    return response
