"""Names of people and organisations, and the parts of them that citations invert."""

import re
from dataclasses import dataclass

HAN = re.compile(r"[\u3400-\u9fff々〇]")
PARTICLES = {"de", "del", "der", "di", "la", "le", "van", "von"}
SYLLABLE = (
    "(?:zh|ch|sh|[bpmfdtnlgkhjqxzcsryw])?"
    "(?:iang|iong|uang|ang|eng|ing|ong|iao|ian|uai|uan|"
    "ai|ei|ao|ou|an|en|er|ia|ie|iu|in|ua|uo|ui|un|ue|ve|a|o|e|i|u|v|ü)"
)
PINYIN = re.compile(f"(?:{SYLLABLE})+(?:[-'’ ](?:{SYLLABLE})+)*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Name:
    """A name in reading order: 徐振强, Michael Batty, 伊迪斯·乔纳斯, 中国质检出版社.

    In Latin letters the family name is the last word, or the part before a comma.
    """

    text: str
    is_body: bool = False

    @property
    def is_han(self) -> bool:
        return bool(HAN.search(self.text))

    @property
    def is_whole(self) -> bool:
        """Whether it has no parts to invert: an organisation, or family name first already."""
        return not self.given

    @property
    def family(self) -> str:
        return self._parts()[0]

    @property
    def given(self) -> str:
        return self._parts()[1]

    @property
    def is_pinyin(self) -> bool:
        """Whether it may be a Chinese name in Latin letters, which is not to be abbreviated."""
        return all(PINYIN.fullmatch(part) for part in self._parts())

    def _parts(self) -> tuple[str, str]:
        if self.is_body:
            return self.text, ""
        if "," in self.text:
            family, _, given = self.text.partition(",")
            return family.strip(), given.strip()
        if self.is_han:
            given, _, family = (
                self.text.rpartition("·") if "·" in self.text else ("", "", self.text)
            )
            return family, given
        return family_last(self.text.split())


def family_last(words: list[str]) -> tuple[str, str]:
    """``Augustus De Morgan`` → De Morgan, Augustus: particles go with the family name."""
    start = len(words) - 1
    while start > 1 and words[start - 1].lower() in PARTICLES:
        start -= 1
    return " ".join(words[start:]), " ".join(words[:start])


def initials(given: str, hyphen: str) -> str:
    """``Jean-Luc Albert`` → J-L A; ``hyphen`` is ``-``, or a space where the standard omits it."""
    return " ".join(
        hyphen.join(part[0].upper() for part in word.split("-") if part)
        for word in given.replace(".", " ").split()
    )
