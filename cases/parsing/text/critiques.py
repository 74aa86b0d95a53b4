"""The critics of a case, and their critiques: which experts and lines are certainly its own."""

import re
from dataclasses import asdict
from itertools import pairwise

from cases.parsing.book_records import CritiqueRecord
from cases.parsing.text.essay import read_sections
from cases.parsing.toc.contents import Claim, ParsedCase, Remark
from cases.parsing.tokens.lines import Line, LineAccount
from cases.parsing.tokens.marks import is_sentence
from cases.parsing.tokens.people import Person, read_people

SIGNATURE_START = re.compile(
    r"^[（(\[【]?\s*(?:[-—–]+\s*)?(?:(?:点评|评论)\s*(?:专家|人|嘉宾|者)\s*[:：]\s*)?"
)
SIGNATURE_END = re.compile(r"\s*[）)\]】]$")
LONGEST_SIGNATURE = 80
LEAST_ORDER = 0.75
"""Minimum share of cases in order from which a list counts as ordered."""


def settle_critics(cases: list[ParsedCase], account: LineAccount) -> None:
    """Assign each case, in line order, the critics certainly its own; warn about the others.

    Where a case's line is missing, its expert is listed under the case before, and no text shows
    it. It is detected by the case numbers, the pages, and the number of experts of other cases.
    """
    in_place = [_in_order(cases[max(0, at - 1) : at + 2]) for at in range(len(cases))]
    is_ordered = sum(in_place) >= LEAST_ORDER * len(cases)
    for at, case in enumerate(cases):
        others = cases[:at] + cases[at + 1 :]
        next_follows = any(after.number == case.number + 1 for after in cases[at + 1 : at + 2])
        case.is_displaced = not (is_ordered and in_place[at])
        case.not_its_critics = _claimed_by(others) - _claimed_by([case])
        for claim in case.claims:
            if not case.is_displaced and _is_sure(claim, case, others, next_follows=next_follows):
                case.critics += claim.people
            else:
                message = f"not certain to belong to case {case.number}, and so left out"
                for line in {claim.source_line, *(person.source_line for person in claim.people)}:
                    account.warn(line, message)


def _in_order(cases: list[ParsedCase]) -> bool:
    """Whether a case and its neighbours are in ascending order, by number or by page."""
    numbers = [case.number for case in cases]
    pages = [case.page for case in cases if case.page is not None]
    return numbers == sorted(numbers) or (len(pages) == len(cases) and pages == sorted(pages))


def _is_sure(
    claim: Claim, case: ParsedCase, others: list[ParsedCase], *, next_follows: bool
) -> bool:
    """Whether no case's line can be missing between this case and the claim.

    Where most cases have one label, one of several labels may be another case's.
    """
    labels = [len(other.claims) for other in others]
    is_one_usual = labels.count(1) * 2 > len(labels)
    if len(case.claims) > 1 and is_one_usual and (0 in labels or not next_follows):
        return False
    return next_follows or not claim.is_after_noise


def _claimed_by(cases: list[ParsedCase]) -> frozenset[str]:
    """Names of the experts in the labels of these cases."""
    claims = (claim for case in cases for claim in case.claims)
    return frozenset(person.name for claim in claims for person in claim.people)


def to_critiques(case: ParsedCase, account: LineAccount) -> tuple[CritiqueRecord, ...]:
    """One record for each expert named in the contents or the body, with the text by them."""
    remarks = [part for remark in case.remarks for part in split_remark(remark, case, account)]
    experts = {person.name: person for person in case.critics}
    for person in (person for remark in remarks for person in remark.people):
        if person.name not in experts and _is_welcome(person, case, account):
            experts[person.name] = person
    if not experts:
        for line in (line for remark in remarks if not remark.people for line in remark.lines):
            account.warn(line.number, "part of a critique whose author is not named")
    return tuple(_to_critique(person, remarks, account) for person in experts.values())


def split_remark(remark: Remark, case: ParsedCase, account: LineAccount) -> list[Remark]:
    """Split a remark at its signature lines, printed above or below the text that they sign."""
    signed = {
        position: people
        for position, line in enumerate(remark.lines)
        if (people := read_signature(line, case, remark))
    }
    if not signed:
        return [remark]
    account.place(*(remark.lines[position] for position in signed))
    is_above = 0 in signed
    cuts = [*signed, len(remark.lines)] if is_above else [-1, *signed]
    parts = [
        Remark(people, remark.lines[start + 1 : stop])
        for people, (start, stop) in zip(signed.values(), pairwise(cuts), strict=True)
    ]
    if rest := remark.lines[cuts[-1] + 1 :]:
        parts.append(Remark(remark.people or parts[-1].people, rest))
    return parts


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
    is_signature = credible or all(person.name in known for person in people)
    return people if is_signature else []


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


def _to_critique(person: Person, remarks: list[Remark], account: LineAccount) -> CritiqueRecord:
    """The record of one expert; text without an author belongs to every expert."""
    lines = [
        line
        for remark in remarks
        if not remark.people or person.name in {author.name for author in remark.people}
        for line in remark.lines
    ]
    text = read_sections(lines, account)
    return CritiqueRecord(**asdict(person), affiliations=person.affiliations, text=text)
