"""Paragraphs as a kind of record."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from casebook.core.records import IndexDocument, RecordType
from casebook.core.web.languages import name_of
from cases.models import Case, Part, Passage

from .case_type import case_fields, case_sort_keys, names_of, page_sort_key


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
