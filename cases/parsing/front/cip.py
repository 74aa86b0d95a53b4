"""Catalogue data in the CIP block: title statement, subjects, classification."""

import re
from typing import Any

from cases.parsing.tokens.lines import Line, single_spaced, squeeze

STATEMENT = re.compile(
    r"(?P<title>[^/／]{2,100}?)\s*[/／]\s*(?P<editors>[^—–]{2,100}?)[.．。]\s*[—–-]+\s*"
    r"(?P<place>[\u3400-\u9fff]{2,8})\s*[:：]\s*(?P<publishers>[^,，]{4,80})[,，]\s*\d{4}\S{0,6}"
)
GROUP = re.compile(r"(?:[ⅠⅡⅢⅣⅤⅥⅦ]|(?:I{1,3}|IV|VI{0,3})(?![A-Za-z]))\s*[.．、]")
CIRCLED = re.compile("[①-⑳]")
CLASSIFICATION = re.compile(r"[A-Z]{1,2}\d[\d.\-]*")
LONGEST_RUN = 5


def read_run(lines: list[Line]) -> tuple[int, dict[str, Any]]:
    """Read a title statement or the subjects over several lines; return line count and values."""
    for reader in (read_statement, read_subjects):
        text = ""
        for count, line in enumerate(lines[:LONGEST_RUN], start=1):
            text += line.text[:200] + " "
            values = reader(text.strip())
            if values:
                return count, values
    return 0, {}


def read_statement(text: str) -> dict[str, Any]:
    """Read ``title / editors. —place: publisher, 2019.3``."""
    match = STATEMENT.fullmatch(text)
    if match is None:
        return {}
    publishers = re.split(r"[、;；\s]+", match["publishers"].strip())
    return {
        "cip_title": single_spaced(match["title"]),
        "place": match["place"],
        "publishers": tuple(publishers),
    }


def read_subjects(text: str) -> dict[str, Any]:
    """Read ``III . ①现代化城市—… IV . ①F299.2``; entries cut with ``…`` are left out."""
    if not GROUP.match(text):
        return {}
    entries = [squeeze(entry) for entry in CIRCLED.split(GROUP.sub(" ", text))]
    whole = [entry for entry in entries if entry and not re.search(r"…|\.{3}", entry)]
    if not whole or not CLASSIFICATION.fullmatch(whole[-1]):
        return {}
    return {"cip_subjects": "；".join(whole[:-1]), "classification": whole[-1]}
