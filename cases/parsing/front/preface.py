"""The preface (前言): its paragraphs, signature, affiliations and date."""

import re

from cases.parsing.book_records import PassageRecord, PrefaceRecord, SectionRecord
from cases.parsing.text.essay import read_sections
from cases.parsing.tokens.lines import Line, LineAccount, is_only, single_spaced, squeeze
from cases.parsing.tokens.marks import is_roman_number, is_sentence, read_page_number
from cases.parsing.tokens.people import Person, ends_in_title, read_affiliations, read_person

LATIN_HEADING = re.compile("PREFACE|FOREWORD", re.IGNORECASE)
DATE = re.compile(
    r"(?:[0-9０-９]{4}|[〇○零一二三四五六七八九]{4})年[0-9０-９一二三四五六七八九十]{1,3}月"
    r"(?:[0-9０-９一二三四五六七八九十]{1,3}日)?(?:[于於].{1,12})?"
)
LONGEST_SIGNATURE = 60


def read_preface(lines: list[Line], account: LineAccount) -> PrefaceRecord:
    """Read a block that begins with the heading 前言."""
    heading = lines[0]
    account.place(*(line for line in lines if _is_furniture(line, heading)))
    text = [line for line in lines if not _is_furniture(line, heading)]
    cut = len(text)
    while (
        cut and len(text[cut - 1].text) <= LONGEST_SIGNATURE and not is_sentence(text[cut - 1].text)
    ):
        cut -= 1
    signed, affiliations, dated = _read_closing(text[cut:], account)
    return PrefaceRecord(
        title=squeeze(heading.text),
        source_line=heading.number,
        passages=tuple(_flatten(read_sections(text[:cut], account))),
        signature=signed.name if signed else "",
        signature_line=signed.source_line if signed else 0,
        affiliations=tuple(post for printed in affiliations for post in read_affiliations(printed)),
        affiliation=" ".join(affiliations),
        dated=dated,
    )


def _is_furniture(line: Line, heading: Line) -> bool:
    """Whether a line is the heading, its repetition or Latin form, or a page number."""
    is_number = is_roman_number(line.text) or read_page_number(line.text) is not None
    is_heading = is_only(LATIN_HEADING, line.text) or squeeze(line.text) == squeeze(heading.text)
    return is_number or is_heading


def _read_closing(lines: list[Line], account: LineAccount) -> tuple[Person | None, list[str], str]:
    """Read signer, affiliations and date in any order; other lines stay unplaced."""
    signed: Person | None = None
    affiliations: list[str] = []
    dated = ""
    for line in lines:
        text = single_spaced(line.text)
        person = read_person(line)
        if DATE.fullmatch(squeeze(text)) and not dated:
            dated = squeeze(text)
        elif person and not signed and (person.has_title or not person.affiliation):
            signed = person
            affiliations += [person.affiliation] if person.affiliation else []
        elif ends_in_title(text):
            affiliations.append(text)
        else:
            continue
        account.place(line)
    return signed, affiliations, dated


def _flatten(sections: tuple[SectionRecord, ...]) -> list[PassageRecord]:
    """The passages of all sections in order; a preface has no headings of its own."""
    passages: list[PassageRecord] = []
    for section in sections:
        passages += [*section.passages, *_flatten(section.sections)]
    return passages
