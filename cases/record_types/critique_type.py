"""Critiques as a kind of record."""

from django.db.models import Prefetch
from django.utils.translation import pgettext_lazy

from casebook.core.filters.value_resolver import RowValues
from casebook.core.records import IndexDocument, RecordType, join_lines
from casebook.core.web.languages import name_of
from cases.citations.cited_rows import of_critique
from cases.citations.formats import Work
from cases.models import Critique
from experts.record_types import english_names, organisation_names, organisations_of, person_names

from .case_type import TEXT, case_fields, case_sort_keys, names_of


class CritiqueType(RecordType):
    rows = Critique.objects.all()
    words = ("点评", "专家点评", "评", "critique", "critiques")
    rank = 1
    label_of_one = pgettext_lazy("one", "专家点评")
    shows = (
        *("expert", "affiliations__organisation", *names_of("case")),
        Prefetch("text_sections__passages", TEXT),
    )
    showed_before_load = ("case__book__passages",)
    english_related = ("expert", "case")
    resolver = RowValues(
        lambda: Critique.objects.select_related("case__book", "expert"),
        str,
        lambda critique: (f"{critique.expert.name}：{critique.case.title}",),
    )

    def document(self, critique: Critique) -> IndexDocument:
        case, expert = critique.case, critique.expert
        fields = case_fields(case)
        sections = critique.text_sections.all()
        texts = [passage.text for section in sections for passage in section.passages.all()]
        bodies = organisations_of(critique.affiliations.all())
        return IndexDocument(
            title=f"{expert.name}：{case.title}",
            body=join_lines([critique.affiliation_as_printed, case.english_title, *texts]),
            names={"expert": person_names(expert), "organisation": organisation_names(bodies)},
            english={"expert": english_names([expert]), "organisation": english_names(bodies)},
            labels={**fields.labels, "kind": ["expert", "case"]},
            facets={
                **fields.facets,
                "expert": [expert.slug],
                "organisation": [body.slug for body in bodies],
            },
            sort_keys=case_sort_keys(case, case.start_page),
            order=case.book_id * 1000 + case.number,
            extra={"number": case.number},
        )

    def english_title(self, critique: Critique) -> str:
        return f"{name_of(critique.expert)}: {name_of(critique.case)}"

    def cited_work(self, critique: Critique) -> Work:
        return of_critique(critique)
