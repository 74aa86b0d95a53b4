"""Cases as a kind of record, and the names by which their critiques, facts and text are found."""

from typing import Any

from django.db.models import Prefetch
from django.utils.translation import gettext, pgettext_lazy

from casebook.core.filters.facets import UPDATED, facet_values, prefixed_names
from casebook.core.filters.value_resolver import RowValues
from casebook.core.records import (
    Data,
    IndexDocument,
    JsonLinks,
    RecordType,
    join_lines,
    merged,
)
from casebook.core.web.languages import listed, name_of, sentence
from cases.citations.cited_rows import has_derived_last_page, of_case, volume_of
from cases.citations.formats import Work
from cases.filters.case_filter import CaseFilter
from cases.models import Book, Case, Fact, Passage, Place
from cases.models.evidence import evidence_of
from experts.record_types import english_names, organisation_names, organisations_of, person_names

from .book_types import contributor
from .place_type import with_ancestors

CASE_NAMES = (
    *("book", "part", "case_places__place", "case_places__place__parent", "case_themes__theme"),
    *("critiques__expert", "critiques__affiliations__organisation"),
)
"""Lookups of the rows that the names and the facet values of a case are read from."""

TEXT = Passage.objects.standing().order_by("order").only("text", "section")


def names_of(path: str) -> list[str]:
    """The lookups of the names of a case that a path leads to."""
    return [f"{path}__{lookup}" for lookup in CASE_NAMES]


class CaseFields:
    """The names and the facet values of a case, by field of the index.

    Its critiques, facts and paragraphs are found by the ``labels``, only where their field is
    asked for (``城市:武汉``), and counted by the ``facets``; 武汉 alone finds them only where the
    word stands in them. The book's title, a label, tells no case from another.
    """

    def __init__(self, case: Case) -> None:
        links, critiques = list(case.case_places.all()), list(case.critiques.all())
        themes = [link.theme for link in case.case_themes.all()]
        places = [link.place for link in links]
        primary = [link.place for link in links if link.is_primary]
        experts = [critique.expert for critique in critiques]
        rows: dict[str, list[Any]] = {
            "place": with_ancestors(places),
            "city": [place.city for place in places if place.city],
            "province": [place.province for place in places if place.province],
            "expert": experts,
            "organisation": organisations_of(
                post for critique in critiques for post in critique.affiliations.all()
            ),
        }
        names = {
            "place": [name for place in rows["place"] for name in place.known_names],
            "city": [name for city in rows["city"] for name in (city.name, city.short_name)],
            "province": [name for row in rows["province"] for name in (row.name, row.short_name)],
            "level": [level_words(place) for place in primary],
            "theme": [name for theme in themes for name in (theme.name, theme.english_name)],
            "expert": [name for expert in experts for name in person_names(expert)],
            "organisation": organisation_names(rows["organisation"]),
            "part": [str(case.part)] if case.part else [],
        }
        codes = [place.code for place in rows["place"] if place.code]
        more = {"place": codes, "book": [case.book.full_title]}
        self.names = {field: list(dict.fromkeys(values)) for field, values in names.items()}
        self.english = {field: english_names(some) for field, some in rows.items()}
        self.labels = merged(self.names, self.english, more)
        self.labels |= prefixed_names(CaseFilter, case, known=self.labels)
        facets = facet_values(CaseFilter, case, counted_only=False)
        self.facets = {"case": [case.slug], **facets}


def case_fields(case: Case) -> CaseFields:
    """The fields of a case; made once for all documents that are made of the same object."""
    if "case_fields" not in vars(case):
        vars(case)["case_fields"] = CaseFields(case)
    fields: CaseFields = vars(case)["case_fields"]
    return fields


def case_sort_keys(case: Case, page: int | None = None) -> dict[str, str]:
    """The sort keys of a case, and of its critiques, facts and paragraphs."""
    keys = {"number": f"{case.book.slug} {case.number:06}", **page_sort_key(case.book, page)}
    return keys | ({"place": place.path} if (place := case.primary_place) else {})


def page_sort_key(book: Book, page: int | None) -> dict[str, str]:
    return {} if page is None else {"page": f"{book.slug} {page:06}"}


def level_words(place: Place) -> str:
    """The label of a place's level; a county that is a city is a 县级市."""
    if place.level == Place.Level.COUNTY:
        return "县级市" if place.name.endswith("市") else "县"
    return str(place.get_level_display())


def fact_years(*facts: Fact) -> list[str]:
    """The years of facts, each once."""
    return sorted({str(fact.year) for fact in facts if fact.year})


class CaseType(RecordType):
    rows = Case.objects.all()
    words = ("案例", "case", "cases")
    rank = 0
    label_of_one = pgettext_lazy("one", "案例")
    least_length = 0
    shows = (
        *(*CASE_NAMES, "facts"),
        Prefetch("text_sections__passages", TEXT),
        Prefetch("critiques__text_sections__passages", TEXT),
    )
    showed_before_load = ("book__passages",)
    suggestion_rank = 0
    json_ld_type = "Chapter"
    markdown_rows = Case.objects.with_labels()
    resolver = RowValues(
        lambda: Case.objects.select_related("book"),
        str,
        lambda case: (case.name, str(case.number), f"案例{case.number}"),
    )

    def document(self, case: Case) -> IndexDocument:
        """A case with its facts, people, places and whole text."""
        critiques, facts = list(case.critiques.all()), list(case.facts.all())
        sections = [*case.text_sections.all()]
        for critique in critiques:
            sections += critique.text_sections.all()
        fields = case_fields(case)
        lines = [fact.statement for fact in facts]
        lines += [case.english_title, *(critique.affiliation_as_printed for critique in critiques)]
        lines += [section.title for section in sections]
        lines += [passage.text for section in sections for passage in section.passages.all()]
        return IndexDocument(
            title=case.title,
            body=join_lines(lines),
            names=fields.names,
            english=fields.english,
            labels={**fields.labels, "kind": ["critique", "expert"] if critiques else []},
            exact_names=[case.title, case.name],
            facets={
                "case": [case.slug],
                **facet_values(CaseFilter, case),
                "year": fact_years(*facts),
            },
            sort_keys={
                **case_sort_keys(case, case.start_page),
                UPDATED: case.updated_at.isoformat(),
            },
            order=case.book_id * 1000 + case.number,
            extra={"number": case.number},
        )

    def suggested_names(self, case: Case) -> list[str]:
        return [case.name, case.title, case.english_title]

    def json_ld(self, case: Case, links: JsonLinks) -> Data:
        itself = links.to(case)
        editors = [contributor(name) for name in volume_of(case.book).editors]
        return {
            "position": case.number,
            "pageStart": case.start_page,
            "pageEnd": case.end_page,
            "inLanguage": case.book.language,
            "isPartOf": links.to(case.book) | {"editor": editors},
            "contentLocation": links.to_all(link.place for link in case.case_places.all()),
            "about": links.to_all(link.theme for link in case.case_themes.all()),
            "review": [
                {
                    "@type": "Review",
                    "@id": links.url(critique.get_absolute_url()),
                    "author": links.to(critique.expert),
                    "itemReviewed": {name: itself[name] for name in ("@type", "@id", "name")},
                }
                for critique in case.critiques.all()
            ],
        }

    def summary(self, case: Case) -> str:
        number = gettext("案例 %(number)s") % {"number": case.number}
        names = {"book": name_of(case.book, "full_title"), "part": number}
        pages = "—".join(
            str(page) for page in dict.fromkeys((case.start_page, case.end_page)) if page
        )
        places = listed(name_of(link.place) for link in case.case_places.all())
        themes = listed(name_of(link.theme) for link in case.case_themes.all())
        critics = listed(name_of(critique.expert) for critique in case.critiques.all())
        return sentence(
            gettext("《%(book)s》%(part)s") % names,
            gettext("第 %(pages)s 页") % {"pages": pages} if case.start_page else "",
            gettext("地点：%(places)s") % {"places": places} if places else "",
            gettext("主题：%(themes)s") % {"themes": themes} if themes else "",
            gettext("点评：%(critics)s") % {"critics": critics} if critics else "",
        )

    def markdown_context(self, case: Case) -> Data:
        derived = has_derived_last_page(case)
        return {"evidence": evidence_of(case), "has_derived_last_page": derived}

    def cited_work(self, case: Case) -> Work:
        return of_case(case)
