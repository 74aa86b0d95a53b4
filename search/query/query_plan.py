"""Reading: what an expression asks of a text, in units that any engine can look for.

An ordinary word is read as its content words, which must all be there but need not stand
together; each of them is a slot of its own. A quoted phrase, a word in one field and an
OR group fill one slot each. A text with every slot filled is a *full* hit.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from search.text.analyzer import Analyzer, Unit
from search.text.normalisation import fold, is_han

from .kind_words import KIND_OF
from .parser import Expression, Word

SYNONYM_WEIGHT = 0.6

SENTENCE = 4
"""From so many content words on, what was typed is taken for a sentence."""

MAX_SLOTS = 48
"""A longer question is known well enough by its beginning."""

MAX_PAIRS = 2 * MAX_SLOTS

SCATTERED = 3
"""So many characters say something together even where they stand apart."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to fill a slot: all of the units, in one field where it is named."""

    units: tuple[Unit, ...]
    field: str | None = None
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Slot:
    """Something asked for, with the ways in which a text may answer.

    A ``required`` slot must be filled in every hit; a ``minor`` one does not make a hit.
    ``kind`` is that of the documents which answer it by being what they are.
    """

    choices: tuple[Choice, ...]
    required: bool = False
    minor: bool = False
    kind: str = ""

    @property
    def is_one_term(self) -> bool:
        """Whether the dictionary's term alone answers it, wherever it stands."""
        choice = self.choices[0]
        return len(self.choices) == len(choice.units) == 1 and bool(
            choice.units[0].term and choice.field is None
        )


@dataclass(frozen=True, slots=True)
class Reading:
    """All that is asked: slots to fill, choices that must not occur, and whole typed words.

    ``name`` is all that was typed, where that may be a name. ``runs`` are typed words that are more than one unit, as typed, with their stop words:
    where one stands whole, a text is nearer to what was meant. A ``loose`` reading asks for
    less than was typed, so that none of its hits is a full one.
    """

    slots: tuple[Slot, ...] = ()
    excluded: tuple[Choice, ...] = ()
    runs: tuple[Unit, ...] = ()
    name: str = ""
    is_loose: bool = False

    @property
    def units(self) -> tuple[Unit, ...]:
        """Every unit that may be marked in a found text."""
        choices = [choice for slot in self.slots for choice in slot.choices]
        return tuple(dict.fromkeys(unit for choice in choices for unit in choice.units))

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds that are asked for; 武昌案例的点评 asks for critiques."""
        asked = {slot.kind for slot in self.slots if slot.kind}
        return tuple(sorted(asked - {"case"} if "critique" in asked else asked))

    @property
    def optional(self) -> tuple[Slot, ...]:
        """The slots of which some suffice: those that are neither required nor minor."""
        return tuple(slot for slot in self.slots if not (slot.required or slot.minor))

    @property
    def is_one_term(self) -> bool:
        """Whether the documents that have one term are the answer."""
        return len(self.slots) == 1 and not self.excluded and self.slots[0].is_one_term

    @property
    def is_all_or_nothing(self) -> bool:
        """Whether every hit is a full one."""
        if self.is_loose:
            return False
        return len(self.slots) <= 1 or all(slot.required for slot in self.slots)

    @property
    def is_sentence(self) -> bool:
        """Whether so much is asked that parts of its words are worth a hit, too."""
        return len(self.optional) >= SENTENCE

    @property
    def inner_words(self) -> tuple[str, ...]:
        """Words within what was typed, other than those that are asked for themselves."""
        asked = {unit.term for unit in self.units}
        inner = (word for unit in (*self.units, *self.runs) for word in unit.inner)
        return tuple(word for word in dict.fromkeys(inner) if word not in asked)

    @property
    def characters(self) -> tuple[str, ...]:
        """The 汉字 asked for, each once."""
        text = "".join(unit.literal for unit in self.units)
        return tuple(character for character in dict.fromkeys(text) if is_han(character))

    @property
    def pairs(self) -> tuple[str, ...]:
        """Neighbouring 汉字 that are no word: a hint of a word that the dictionary lacks."""
        known = {*self.inner_words, *(unit.term for unit in self.units)}
        return tuple(pair for pair in _pairs((*self.runs, *self.units)) if pair not in known)

    @property
    def asked_pairs(self) -> tuple[str, ...]:
        """Those of the pairs that no stop word has a part in."""
        asked = set(self.characters)
        return tuple(pair for pair in self.pairs if asked.issuperset(pair))

    @property
    def joints(self) -> tuple[str, ...]:
        """Neighbouring 汉字 of two units: they stand together where a text words it as typed."""
        within = {*_pairs(self.units), *self.inner_words}
        return tuple(pair for pair in _pairs(self.runs) if pair not in within)

    def loosened(self) -> "Reading":
        """Less than was typed, for when nothing has the words: words and pairs within them.

        Or letters within a longer word: mar in smart. Or all their characters, wherever they
        stand: 跑鞋男 for 男士跑步鞋.
        """
        words = [word for word in self.inner_words if len(word) > 1]
        units = [*(Unit(word, word) for word in words), *(Unit(pair) for pair in self.asked_pairs)]
        units += [replace(unit, term="") for unit in self.units if unit.is_alone]
        choices = [Choice((unit,)) for unit in units[:MAX_SLOTS]]
        if len(self.characters) >= SCATTERED:
            choices.append(Choice(tuple(map(Unit, self.characters))))
        slots = tuple(Slot((choice,)) for choice in choices)
        required = tuple(slot for slot in self.slots if slot.required)
        return Reading((*required, *slots), self.excluded, is_loose=True) if slots else self


def _pairs(units: Iterable[Unit]) -> tuple[str, ...]:
    """Every two neighbouring 汉字, each pair once."""
    pairs = (pair for unit in units for pair in pairwise(unit.literal))
    return tuple(a + b for a, b in dict.fromkeys(pairs) if is_han(a) and is_han(b))[:MAX_PAIRS]


def read(expression: Expression, analyzer: Analyzer) -> Reading:
    """Read an expression; stop words count only where there is nothing else."""
    reading = _read(expression, analyzer, keep_stop_words=False)
    if expression.groups and not reading.slots:
        return _read(expression, analyzer, keep_stop_words=True)
    return reading


def _read(expression: Expression, analyzer: Analyzer, *, keep_stop_words: bool) -> Reading:
    slots: list[Slot] = []
    runs: list[Unit] = []
    for group in expression.groups:
        if len(group) == 1 and _is_ordinary(group[0]):
            units = analyzer.query_units(group[0].text, keep_stop_words=keep_stop_words)
            slots += [_unit_slot(unit) for unit in units]
            if units and fold(group[0].text).literal != units[0].literal:
                runs.append(analyzer.phrase(group[0].text))
        else:
            slots += _one_slot(group, analyzer)
    slots = _with_minors(list(dict.fromkeys(slots))[:MAX_SLOTS])
    literally = (_literally(word, analyzer) for word in expression.excluded)
    excluded = tuple(choice for choice in literally if choice.units)
    return Reading(tuple(slots), excluded, tuple(runs), _name(expression))


def _unit_slot(unit: Unit) -> Slot:
    """A slot for one unit; a word for a kind is answered by the documents of the kind, too."""
    kind = KIND_OF.get(unit.literal, "")
    choices = (Choice((unit,)), Choice((unit,), "kind")) if kind else (Choice((unit,)),)
    return Slot(choices, kind=kind)


def _name(expression: Expression) -> str:
    """All that was typed as one stretch, as somebody's name may be."""
    words = expression.words
    if expression.excluded or any(word.field for word in words):
        return ""
    if len(words) != len(expression.groups):
        return ""
    return fold(" ".join(word.text for word in words)).literal


def _is_ordinary(word: Word) -> bool:
    return not (word.exact or word.field or word.alternatives)


def _one_slot(group: Iterable[Word], analyzer: Analyzer) -> list[Slot]:
    """A slot for words of which one is enough; required if it was asked for exactly."""
    choices: list[Choice] = []
    for word in group:
        choices.append(_choice(word, analyzer))
        choices += [
            Choice((analyzer.phrase(text).alone,), word.field, SYNONYM_WEIGHT)
            for text in word.alternatives
        ]
    kept = tuple(choice for choice in choices if choice.units)
    if not kept:
        return []
    return [Slot(kept, required=all(word.exact or word.field for word in group))]


def _choice(word: Word, analyzer: Analyzer) -> Choice:
    """The units of an ordinary word; else the very characters, in a field where one is named."""
    if not (word.exact or word.field):
        return Choice(analyzer.query_units(word.text))
    return _literally(word, analyzer)


def _literally(word: Word, analyzer: Analyzer) -> Choice:
    phrase = analyzer.phrase(word.text)
    if phrase.is_abbreviation and not word.exact:
        phrase = phrase.alone
    return Choice((phrase,) if phrase.literal else (), word.field)


def _with_minors(slots: list[Slot]) -> list[Slot]:
    """Lone characters and words for kinds are minor where other words stand beside them."""
    if all(_is_slight(slot) for slot in slots):
        return slots
    return [
        replace(slot, minor=True) if _is_slight(slot) and not slot.required else slot
        for slot in slots
    ]


def _is_slight(slot: Slot) -> bool:
    return bool(slot.kind) or _is_lone(slot)


def _is_lone(slot: Slot) -> bool:
    return all(unit.is_minor for choice in slot.choices for unit in choice.units)
