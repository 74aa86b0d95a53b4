"""The running text into the database: paragraphs keep their addresses over re-imports."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import F
from django.utils import timezone

from cases.importing.anchors import Anchors, Text, align, digest
from cases.models import ImportedRow, Passage
from cases.parsing.records import PassageRecord

from .import_log import TEXT_MODEL as LABEL
from .report import Report

BATCH = 1_000
CONTENT = {"kind", "marker", "text", "removed_at"}
SHIFTING = {"order", "source_line"}
PLACE = ("section", "order", "source_line", "source_page")
Shift = tuple[int, int]
"""By how many places and how many source lines a passage moved."""


@dataclass(frozen=True, slots=True)
class NewPassage:
    """A passage of the source and the section it stands in."""

    section: int
    record: PassageRecord

    @property
    def fingerprint(self) -> str:
        return fingerprint(self.record.kind, self.record.marker, self.record.text)

    def values(self, order: int) -> dict[str, Any]:
        record = self.record
        return {
            "section_id": self.section,
            "order": order,
            "kind": record.kind.value,
            "marker": record.marker,
            "text": record.text,
            "source_line": record.source_line,
            "source_page": record.page,
        }


def fingerprint(kind: str, marker: str, text: str) -> str:
    """What a passage was in the source, in sixteen letters; an edit by hand shows against it."""
    return digest(f"{kind}\n{marker}\n{text}")


class TextLoader:
    """Brings the passages of one book up to date with its source.

    The memory of all passages is one row: their anchors and fingerprints in book order,
    those that were removed or that an editor deleted included.
    """

    def __init__(self, book: int, source: str, report: Report, *, restore: bool = False) -> None:
        self.book = book
        self.report = report
        self.memory = ImportedRow.objects.filter(
            source=source, model=LABEL, object_id=book
        ).first() or ImportedRow(source=source, model=LABEL, object_id=book, key=[source])
        self.remembered: list[list[str]] = self.memory.values.get("passages", [])
        self.rows = {row.anchor: row for row in Passage.objects.filter(book=book)}
        if restore:
            self.remembered = [pair for pair in self.remembered if pair[0] in self.rows]

    def load(self, passages: Iterable[NewPassage]) -> None:
        """Align old and new, then write what differs."""
        new = list(passages)
        kept = align(self._old_texts(), [_as_text(passage) for passage in new])
        self.report.tell(f"{LABEL}: {len(kept)} of {len(new)} known, writing the rest")
        names = self._names(new, kept)
        self._write_known(new, names, set(kept))
        self._create(new, names, set(kept))
        lost = self._lost(set(kept.values()))
        self._remove(lost)
        self._remember(new, names, lost)

    def _old_texts(self) -> list[Text]:
        return [
            Text(mark, self.rows[anchor].text if anchor in self.rows else "")
            for anchor, mark in self.remembered
        ]

    def _names(self, new: list[NewPassage], kept: dict[int, int]) -> list[str]:
        """The anchor of each passage; those of old passages stay taken for good."""
        anchors = Anchors("p", {anchor for anchor, _ in self.remembered} | self.rows.keys())
        return [
            self.remembered[kept[place]][0] if place in kept else anchors.give(passage.record.text)
            for place, passage in enumerate(new)
        ]

    def _lost(self, matched: set[int]) -> list[list[str]]:
        return [pair for place, pair in enumerate(self.remembered) if place not in matched]

    def _write_known(self, new: list[NewPassage], names: list[str], kept: set[int]) -> None:
        marks = dict(self.remembered)
        shifted: dict[Shift, list[int]] = defaultdict(list)
        moved, changed = [], []
        for order in sorted(kept):
            row = self.rows.get(names[order])
            if row is None:
                self.report.left_out.append(f"{LABEL} {names[order]}")
                continue
            line = row.source_line or 0
            shift = (order - row.order, new[order].record.source_line - line)
            differing = self._update(row, new[order], order, marks[names[order]])
            if differing & CONTENT:
                changed.append(row)
            elif differing - SHIFTING:
                moved.append(row)
            elif differing:
                shifted[shift].append(row.pk)
        self.report.note_rows(LABEL, (row.pk for row in (*moved, *changed)))
        self.report.changed += len(changed)
        self.report.unchanged += len(kept) - len(changed)
        Passage.objects.bulk_update(moved, PLACE, batch_size=BATCH)
        Passage.objects.bulk_update(changed, [*PLACE, *CONTENT], batch_size=BATCH)
        for shift, keys in shifted.items():
            self.report.note_rows(LABEL, keys)
            _shift(shift, keys)

    def _update(self, row: Passage, passage: NewPassage, order: int, mark: str) -> set[str]:
        """Set what the source changed, mark what an editor did; return the fields that were set."""
        values = passage.values(order) | {"removed_at": None}
        differing = {name for name, value in values.items() if getattr(row, name) != value}
        edited: set[str] = set()
        if not row.removed_at and fingerprint(row.kind, row.marker, row.text) != mark:
            edited = differing & CONTENT
        self.report.kept_values += [f"{LABEL} {row.anchor} {name}" for name in sorted(edited)]
        if sorted(edited) != row.edited_fields:
            Passage.objects.filter(pk=row.pk).update(edited_fields=sorted(edited))
        for name in differing - edited:
            setattr(row, name, values[name])
        return differing - edited

    def _create(self, new: list[NewPassage], names: list[str], kept: set[int]) -> None:
        rows = [
            Passage(book_id=self.book, anchor=names[order], origin="book", **passage.values(order))
            for order, passage in enumerate(new)
            if order not in kept
        ]
        for start in range(0, len(rows), BATCH):
            self.report.tell(f"{LABEL}: {start} of {len(rows)} new")
            Passage.objects.bulk_create(rows[start : start + BATCH])
        self.report.note_rows(LABEL, (row.pk for row in rows))
        self.report.created += len(rows)

    def _remove(self, lost: list[list[str]]) -> None:
        """Clear what the source does not have any more; its address goes on saying so."""
        gone = []
        for anchor, mark in lost:
            row = self.rows.get(anchor)
            if row is None or row.removed_at:
                continue
            if fingerprint(row.kind, row.marker, row.text) != mark:
                self.report.kept_rows.append(f"{LABEL} {anchor}")
                continue
            row.text, row.section, row.removed_at = "", None, timezone.now()
            gone.append(row)
        Passage.objects.bulk_update(gone, ["text", "section", "removed_at"], batch_size=BATCH)
        self.report.note_rows(LABEL, (row.pk for row in gone))
        self.report.removed += len(gone)

    def _remember(self, new: list[NewPassage], names: list[str], lost: list[list[str]]) -> None:
        """Book order, with what is gone at the end: it may come back anywhere."""
        pairs = zip(names, new, strict=True)
        values = {"passages": [[name, passage.fingerprint] for name, passage in pairs] + lost}
        if self.memory.values != values:
            self.memory.values = values
            self.memory.save()


def _shift(shift: Shift, keys: list[int]) -> None:
    """Move many passages by the same number of places and lines, as an insertion does."""
    order, line = shift
    for start in range(0, len(keys), BATCH):
        some = Passage.objects.filter(pk__in=keys[start : start + BATCH])
        some.update(order=F("order") + order, source_line=F("source_line") + line)


def _as_text(passage: NewPassage) -> Text:
    return Text(passage.fingerprint, passage.record.text)
