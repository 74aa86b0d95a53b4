"""The critiques of a case: which expert says which lines."""

import re
from dataclasses import dataclass

from cases.parsing.line_account import Ledger
from cases.parsing.records import CritiqueRecord
from cases.parsing.text.essay import read_sections
from cases.parsing.toc.parsed_records import CaseDraft, Remark
from cases.parsing.tokens.lines import Line
from cases.parsing.tokens.marks import is_sentence
from cases.parsing.tokens.people import Person, read_people

SIGNATURE_START = re.compile(
    r"^[（(\[【]?\s*(?:[-—–]+\s*)?(?:(?:点评|评论)\s*(?:专家|人|嘉宾|者)\s*[:：]\s*)?"
)
SIGNATURE_END = re.compile(r"\s*[）)\]】]$")
LONGEST_SIGNATURE = 80


@dataclass(frozen=True, slots=True)
class Speech:
    """Lines, and who says them; nobody if the source does not tell."""

    people: tuple[Person, ...]
    lines: tuple[Line, ...]


def to_critiques(case: CaseDraft, ledger: Ledger) -> tuple[CritiqueRecord, ...]:
    """One record for each expert of the contents or of the body, with the text that is theirs."""
    speeches = [speech for remark in case.remarks for speech in split_remark(remark, case, ledger)]
    experts = {person.name: person for person in case.critics}
    for person in (person for speech in speeches for person in speech.people):
        if person.name not in experts and _is_welcome(person, case, ledger):
            experts[person.name] = person
    _note_unclaimed(speeches, experts, ledger)
    return tuple(_to_critique(person, speeches, ledger) for person in experts.values())


def split_remark(remark: Remark, case: CaseDraft, ledger: Ledger) -> list[Speech]:
    """Cut a remark at the lines that name an expert, be it above the words or below them."""
    named = {
        index: people
        for index, line in enumerate(remark.lines)
        if (people := read_signature(line, case, remark))
    }
    ledger.place(*(remark.lines[index].number for index in named))
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


def read_signature(line: Line, case: CaseDraft, remark: Remark) -> list[Person]:
    """The experts of a line like ``（点评人：张三 某大学教授）``, if they are the case's."""
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


def _is_welcome(person: Person, case: CaseDraft, ledger: Ledger) -> bool:
    """Whether an expert whom only the body puts to a case may be its critic."""
    claimed = {claimed.name for claim in case.claims for claimed in claim.people}
    if person.name in claimed and not case.is_displaced:
        return True
    if case.is_displaced or person.name in case.not_its_critics:
        message = f"{person.name} is not certain to be a critic of case {case.number}"
        ledger.warn(person.source_line, f"{message}, and so left out")
        return False
    if claimed:
        ledger.warn(person.source_line, f"{person.name} is not a critic in the contents")
    return True


def _note_unclaimed(speeches: list[Speech], experts: dict[str, Person], ledger: Ledger) -> None:
    """Report lines that no expert can be found for."""
    for speech in speeches:
        if not speech.people and not experts:
            for line in speech.lines:
                ledger.warn(line.number, "part of a critique whose author is not named")


def _to_critique(person: Person, speeches: list[Speech], ledger: Ledger) -> CritiqueRecord:
    """The record; words under nobody's name are everybody's."""
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
        posts=person.posts,
        text=read_sections(lines, ledger),
    )
