"""Cases as a kind of record."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from casebook.core.records import IndexDocument, RecordType, join_lines, words_for
from cases.models import Case

from .document_names import (
    CASE_NAMES,
    TEXT,
    below,
    case_english,
    case_facets,
    case_labels,
    case_names,
    case_sort_keys,
    fact_years,
)


def case_document(case: Case) -> IndexDocument:
    """A case with its facts, people, places and whole text."""
    critiques = list(case.critiques.all())
    sections = [*case.text_sections.all()]
    for critique in critiques:
        sections += critique.text_sections.all()
    texts = [passage.text for section in sections for passage in section.passages.all()]
    headings = [section.title for section in sections]
    posts = [critique.affiliation_as_printed for critique in critiques]
    facts = [fact.statement for fact in case.facts.all()]
    kinds = words_for("critique", "expert") if critiques else []
    return IndexDocument(
        title=case.title,
        body=join_lines([*facts, case.english_title, *posts, *headings, *texts]),
        names=case_names(case),
        english=case_english(case),
        labels={**case_labels(case), "kind": kinds},
        exact_names=[case.title, case.name],
        facets={**case_facets(case), "year": fact_years(case.facts.all())},
        sort_keys=case_sort_keys(case, case.start_page),
        order=case.book_id * 1000 + case.number,
        extra={"url": case.get_absolute_url(), "number": case.number},
    )


CASE = RecordType(
    kind="case",
    label=_("案例"),
    label_of_one=pgettext_lazy("one", "案例"),
    rows=Case.objects.all(),
    rank=0,
    words=("案例", "case", "cases"),
    document=case_document,
    shows=(*CASE_NAMES, "facts", TEXT, *below("critiques", TEXT)),
    showed_before_load=("book__passages",),
    least_length=0,
)
