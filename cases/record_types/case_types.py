"""Cases, their critiques and paragraphs as kinds of record, found by the names of the case."""

from typing import Any

from django.db.models import Prefetch
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from casebook.core.filters.facets import UPDATED, facet_values, prefixed_names
from casebook.core.filters.value_resolver import RowValues
from casebook.core.records import Data, IndexDocument, JsonLinks, RecordType, join_lines, merged
from casebook.core.web.languages import listed, name_of, sentence
from cases.citations.cited_rows import has_derived_last_page, of_case, of_critique, volume_of
from cases.citations.cited_works import Work
from cases.filters.case_filter import CaseFilter
from cases.models import Book, Case, Critique, Part, Passage, Place
from cases.models.evidence import evidence_of
from experts.record_types import english_names, organisation_names, organisations_of, person_names

from .book_types import contributor
from .subject_types import with_ancestors

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
        critiques, primary = case.critiques.all(), case.primary_place
        places = [link.place for link in case.case_places.all()]
        themes = [link.theme for link in case.case_themes.all()]
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
            "level": [level_words(primary)] if primary else [],
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
        self.facets = {"case": [case.slug]} | facet_values(CaseFilter, case, counted_only=False)


def case_fields(case: Case) -> CaseFields:
    """The fields of a case; made once for all documents that are made of the same object."""
    fields: CaseFields | None = vars(case).get("case_fields")
    if fields is None:
        fields = vars(case)["case_fields"] = CaseFields(case)
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
        critiques, facts = case.critiques.all(), case.facts.all()
        sections = [*case.text_sections.all()]
        for critique in critiques:
            sections += critique.text_sections.all()
        fields = case_fields(case)
        years = sorted({str(fact.year) for fact in facts if fact.year})
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
            facets={"case": [case.slug], **facet_values(CaseFilter, case), "year": years},
            sort_keys=case_sort_keys(case, case.start_page)
            | {UPDATED: case.updated_at.isoformat()},
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


def owner_of(passage: Passage) -> Case | Part | None:
    """The case or the part that a paragraph is of; None in the preface."""
    section = passage.section
    return (section.owning_case or section.part) if section else None


class PassageType(RecordType):
    rows = Passage.objects.standing()
    words = ("正文", "段落", "passage", "passages", "paragraph", "paragraphs")
    rank = 3
    label = _("正文段落")
    label_of_one = pgettext_lazy("one", "正文段落")
    text_label = _("正文")
    least_length = 0
    shows = (
        *("book", "section__book", "section__part"),
        *names_of("section__case"),
        *names_of("section__critique__case"),
    )
    english_related = ("book", "section__case", "section__part", "section__critique__case")

    def document(self, passage: Passage) -> IndexDocument:
        """A paragraph under its heading; names of its case are facets and labels only."""
        book, section, owner = passage.book, passage.section, owner_of(passage)
        if isinstance(owner, Case):
            facets, labels = case_fields(owner).facets, case_fields(owner).labels
            sort_keys = case_sort_keys(owner, passage.source_page)
        else:
            facets = {"book": [book.slug]} | ({"part": [owner.slug]} if owner else {})
            labels = {"book": [book.full_title], "part": [str(owner)] if owner else []}
            sort_keys = page_sort_key(book, passage.source_page)
        reading_page = section.get_absolute_url().partition("#")[0] if section else ""
        return IndexDocument(
            slug=f"{book.slug}/{passage.anchor}",
            title=str(section or book),
            body=passage.text,
            labels=labels,
            facets=facets,
            sort_keys=sort_keys,
            order=passage.order,
            extra={
                "url": f"{reading_page}#{passage.anchor}" if section else "",
                "number": owner.number if isinstance(owner, Case) else None,
                "context": str(owner or book.title),
            },
        )

    def english_title(self, _passage: Passage) -> str:
        return ""

    def english_context(self, passage: Passage) -> str:
        return name_of(owner_of(passage) or passage.book)
