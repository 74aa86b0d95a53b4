"""The critiques of a case: which lines are by which expert."""

import re
from dataclasses import dataclass

from cases.parsing.book_records import CritiqueRecord
from cases.parsing.text.essay import read_sections
from cases.parsing.toc.parsed_records import ParsedCase, Remark
from cases.parsing.tokens.lines import Line, LineAccount
from cases.parsing.tokens.marks import is_sentence
from cases.parsing.tokens.people import Person, read_people

SIGNATURE_START = re.compile(
    r"^[（(\[【]?\s*(?:[-—–]+\s*)?(?:(?:点评|评论)\s*(?:专家|人|嘉宾|者)\s*[:：]\s*)?"
)
SIGNATURE_END = re.compile(r"\s*[）)\]】]$")
LONGEST_SIGNATURE = 80


@dataclass(frozen=True, slots=True)
class Speech:
    """Lines of a critique and their authors; empty if the source names none."""

    people: tuple[Person, ...]
    lines: tuple[Line, ...]


def to_critiques(case: ParsedCase, account: LineAccount) -> tuple[CritiqueRecord, ...]:
    """One record for each expert named in the contents or the body, with the text by them."""
    speeches = [speech for remark in case.remarks for speech in split_remark(remark, case, account)]
    experts = {person.name: person for person in case.critics}
    for person in (person for speech in speeches for person in speech.people):
        if person.name not in experts and _is_welcome(person, case, account):
            experts[person.name] = person
    _note_unclaimed(speeches, experts, account)
    return tuple(_to_critique(person, speeches, account) for person in experts.values())


def split_remark(remark: Remark, case: ParsedCase, account: LineAccount) -> list[Speech]:
    """Split a remark at its signature lines, printed above or below the text that they sign."""
    named = {
        index: people
        for index, line in enumerate(remark.lines)
        if (people := read_signature(line, case, remark))
    }
    account.place(*(remark.lines[index] for index in named))
    if not named:
        return [Speech(tuple(remark.people), tuple(remark.lines))]
    above = min(named) == 0
    cuts = sorted(named)
    speeches = []
    for position, cut in enumerate(cuts):
        start = cut + 1 if above else (cuts[position - 1] + 1 if position else 0)
        stop = (*cuts, len(remark.lines))[position + 1] if above else cut
        speeches.append(Speech(tuple(named[cut]), tuple(remark.lines[start:stop])))
    rest = () if above else tuple(remark.lines[cuts[-1] + 1 :])
    return [*speeches, Speech(tuple(remark.people or named[cuts[-1]]), rest)] if rest else speeches


def read_signature(line: Line, case: ParsedCase, remark: Remark) -> list[Person]:
    """The experts of a signature like ``（点评人：张三 某大学教授）``; empty if it is none."""
    if len(line.text) > LONGEST_SIGNATURE or is_sentence(line.text):
        return []
    text = SIGNATURE_END.sub("", SIGNATURE_START.sub("", line.text, count=1), count=1)
    text = re.sub("^([\u3400-\u9fff]{2,4})[，,]", r"\1 ", text)
    people = read_people(Line(line.number, text))
    known = {person.name for person in (*case.critics, *remark.people)}
    labelled = "点评" in line.text or "评论" in line.text
    credible = labelled or (all(person.affiliation for person in people) and not known)
    if people and (credible or all(person.name in known for person in people)):
        return people
    return []


def _is_welcome(person: Person, case: ParsedCase, account: LineAccount) -> bool:
    """Whether an expert whom only the body names is accepted as a critic of the case."""
    claimed = {claimed.name for claim in case.claims for claimed in claim.people}
    if person.name in claimed and not case.is_displaced:
        return True
    if case.is_displaced or person.name in case.not_its_critics:
        message = f"{person.name} is not certain to be a critic of case {case.number}"
        account.warn(person.source_line, f"{message}, and so left out")
        return False
    if claimed:
        account.warn(person.source_line, f"{person.name} is not a critic in the contents")
    return True


def _note_unclaimed(
    speeches: list[Speech], experts: dict[str, Person], account: LineAccount
) -> None:
    """Warn about lines of critiques without a known author."""
    for speech in speeches:
        if not speech.people and not experts:
            for line in speech.lines:
                account.warn(line.number, "part of a critique whose author is not named")


def _to_critique(person: Person, speeches: list[Speech], account: LineAccount) -> CritiqueRecord:
    """The record of one expert; text without an author belongs to every expert."""
    lines = [
        line
        for speech in speeches
        if not speech.people or any(speaker.name == person.name for speaker in speech.people)
        for line in speech.lines
    ]
    return CritiqueRecord(
        name=person.name,
        name_as_printed=person.name_as_printed,
        affiliation=person.affiliation,
        source_line=person.source_line,
        affiliations=person.affiliations,
        text=read_sections(lines, account),
    )
