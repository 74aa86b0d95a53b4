"""A comparison as a DOCX file: a table for a word processor."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from django.utils.translation import gettext as _
from docx import Document
from docx.document import Document as DocxDocument
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from casebook.core.control_characters import replace_controls
from cases.models import Case

from .compare_rows import Group, heading_of

PAPER = (Cm(29.7), Cm(21))
MARGIN = Cm(1.8)
LABEL_WIDTH = Cm(2.6)
LATIN, HAN = "Times New Roman", "宋体"
"""Fonts that every word processor has or can replace."""


def as_docx(cases: Sequence[Case], groups: Sequence[Group], address: str) -> bytes:
    """The comparison on A4 landscape: a column for each case, sources in small print."""
    document = Document()
    set_page(document)
    document.core_properties.title = heading = _("案例比较")
    document.core_properties.author = _("案例库")
    document.add_heading(heading, level=1)
    document.add_paragraph(_("网址：%(address)s") % {"address": address})
    table = table_for(document, cases)
    for group in groups:
        add_group(table, group)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def set_page(document: DocxDocument) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = PAPER
    section.left_margin = section.right_margin = MARGIN
    section.top_margin = section.bottom_margin = MARGIN
    for name, size in (("Normal", 9.5), ("Heading 1", 16)):
        style: Any = document.styles[name]
        style.font.name, style.font.size = LATIN, Pt(size)
        # python-docx sets the font of Latin characters only, not of Chinese ones.
        style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), HAN)


def table_for(document: DocxDocument, cases: Sequence[Case]) -> Table:
    """A table with only the header row of titles, which is repeated on every page."""
    table: Table = document.add_table(rows=1, cols=len(cases) + 1, style="Table Grid")
    table.autofit = False
    width = (PAPER[0] - 2 * MARGIN - LABEL_WIDTH) // len(cases)
    for column, size in zip(table.columns, [LABEL_WIDTH, *[width] * len(cases)], strict=True):
        column.width = size
    head = table.rows[0]
    repeated = OxmlElement("w:tblHeader")
    repeated.set(qn("w:val"), "true")
    head._tr.get_or_add_trPr().append(repeated)  # noqa: SLF001
    for cell, text in zip(head.cells, [_("项目"), *map(heading_of, cases)], strict=True):
        write(cell, text, bold=True)
    return table


def add_group(table: Table, group: Group) -> None:
    """Add the heading of a group and its rows, with each value's source in small print."""
    cells = new_row(table)
    write(cells[0].merge(cells[-1]), group.label, bold=True)
    for row in group.rows:
        label, *values = new_row(table)
        mark = _("（不同）") if row.differs else ""
        write(label, f"{row.label}{mark}", bold=row.differs)
        for cell, lines in zip(values, row.cells, strict=True):
            if not lines:
                write(cell, row.nothing)
            for position, line in enumerate(lines):
                paragraph = cell.add_paragraph() if position else cell.paragraphs[0]
                paragraph.paragraph_format.space_after = Pt(2)
                add_text(paragraph, line.words)
                add_text(paragraph, f"　[{line.source}]").font.size = Pt(7)


def new_row(table: Table) -> tuple[_Cell, ...]:
    cells: tuple[_Cell, ...] = table.add_row().cells  # type: ignore[no-untyped-call]
    return cells


def write(cell: _Cell, text: str, *, bold: bool = False) -> None:
    add_text(cell.paragraphs[0], text).bold = bold


def add_text(paragraph: Paragraph, text: str) -> Run:
    """Add text from the database, with the control characters replaced that XML forbids."""
    return paragraph.add_run(replace_controls(text))
