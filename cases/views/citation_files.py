"""Citations as files at stable URLs, for reference managers and for copying."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from casebook.core.errors.error_responses import bad_request_page
from casebook.core.records import record_types
from casebook.core.web.requests import check_parameters
from cases.citations import cited_rows as citations
from cases.citations.formats import DEFAULT_STYLE, FILES, Work, cite
from cases.models import Passage

FORMATS = {each.extension: each for each in FILES}
OWNERS = (
    "section__part__book",
    "section__case__book",
    "section__critique__case__book",
    "section__critique__expert",
)


def cite_record(request: HttpRequest, kind: str, slug: str, form: str) -> HttpResponse:
    record_type = record_types()[kind]
    record = get_object_or_404(record_type.rows, slug=slug)
    return answer(request, record_type.cited_work(record), form)


def cite_passage(request: HttpRequest, slug: str, anchor: str, form: str) -> HttpResponse:
    """The citation of a paragraph: ``txt`` cites the printed book, other formats the URL here."""
    passage = standing_passage(slug, anchor)
    url = "" if form == "txt" else address_of_passage(request, passage)
    return answer(request, citations.of_passage(passage, url), form)


def quote_passage(request: HttpRequest, slug: str, anchor: str) -> HttpResponse:
    """The reference of a paragraph as online text, with its URL here."""
    passage = standing_passage(slug, anchor)
    work = citations.of_passage(passage, address_of_passage(request, passage))
    return answer(request, work, "txt")


def standing_passage(slug: str, anchor: str) -> Passage:
    passages = Passage.objects.standing().select_related("book", *OWNERS)
    return get_object_or_404(passages, book__slug=slug, anchor=anchor)


def address_of_passage(request: HttpRequest, passage: Passage) -> str:
    return request.build_absolute_uri(passage.get_absolute_url())


def answer(request: HttpRequest, work: Work, form: str) -> HttpResponse:
    """The response: a file, or for ``txt`` the reference in the ``style`` of the query."""
    errors = check_parameters(request, ["style"] if form == "txt" else [])
    style = request.GET.get("style", DEFAULT_STYLE)
    if errors := errors or citations.style_errors(style):
        return bad_request_page(request, errors, ["style"])
    if form == "txt":
        return HttpResponse(f"{cite(work, style)}\n", "text/plain; charset=utf-8")
    if form not in FORMATS:
        raise Http404(form)
    response = HttpResponse(FORMATS[form].write(work), f"{FORMATS[form].media_type}; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{work.key}.{form}"'
    return response
