"""Load the running text into the database: passages keep their anchors on a re-import."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import F
from django.utils import timezone

from cases.importing.anchors import Text, UniqueNames, align, anchor_stem, digest
from cases.models import ImportedRow, Passage
from cases.parsing.book_records import PassageRecord

from .import_log import TEXT_MODEL as LABEL
from .report import Report

BATCH = 1_000
CONTENT = {"kind", "marker", "text", "removed_at"}
SHIFTING = {"order", "source_line"}
PLACE = ("section", "order", "source_line", "source_page")
Shift = tuple[int, int]
"""Offsets of a moved passage, in ``order`` and in source lines."""


@dataclass(frozen=True, slots=True)
class NewPassage:
    """A passage of the source and the primary key of its section."""

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
    """Digest of a passage in the source (16 characters), to detect edits by hand."""
    return digest(f"{kind}\n{marker}\n{text}")


class TextLoader:
    """Updates the passages of one book from its source.

    The import log entry of all passages is one row: their anchors and fingerprints in book
    order, including those that were removed or that an editor deleted.
    """

    def __init__(self, book: int, source: str, report: Report, *, restore: bool = False) -> None:
        self.book = book
        self.report = report
        self.import_log = ImportedRow.objects.filter(
            source=source, model=LABEL, object_id=book
        ).first() or ImportedRow(source=source, model=LABEL, object_id=book, key=[source])
        self.remembered: list[list[str]] = self.import_log.values.get("passages", [])
        self.rows = {row.anchor: row for row in Passage.objects.filter(book=book)}
        if restore:
            self.remembered = [pair for pair in self.remembered if pair[0] in self.rows]

    def load(self, passages: Iterable[NewPassage]) -> None:
        """Align old and new passages, then write those that differ."""
        new = list(passages)
        kept = align(self._old_texts(), [_as_text(passage) for passage in new])
        self.report.report_progress(f"{LABEL}: {len(kept)} of {len(new)} known, writing the rest")
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
        """The anchor of each passage; anchors of old passages are not used again for others."""
        anchors = UniqueNames({anchor for anchor, _ in self.remembered} | self.rows.keys())
        return [
            self.remembered[kept[place]][0]
            if place in kept
            else anchors.give(anchor_stem("p", passage.record.text))
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
        """Set fields that the source changed, mark those edited by hand; return the fields set."""
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
            self.report.report_progress(f"{LABEL}: {start} of {len(rows)} new")
            Passage.objects.bulk_create(rows[start : start + BATCH])
        self.report.note_rows(LABEL, (row.pk for row in rows))
        self.report.created += len(rows)

    def _remove(self, lost: list[list[str]]) -> None:
        """Clear unedited passages that the source no longer has; rows stay, marked as removed."""
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
        """Save anchors and fingerprints in book order, with removed passages at the end."""
        pairs = zip(names, new, strict=True)
        values = {"passages": [[name, passage.fingerprint] for name, passage in pairs] + lost}
        if self.import_log.values != values:
            self.import_log.values = values
            self.import_log.save()


def _shift(shift: Shift, keys: list[int]) -> None:
    """Shift order and source line of many passages by the same offsets, as an insertion does."""
    order, line = shift
    for start in range(0, len(keys), BATCH):
        some = Passage.objects.filter(pk__in=keys[start : start + BATCH])
        some.update(order=F("order") + order, source_line=F("source_line") + line)


def _as_text(passage: NewPassage) -> Text:
    return Text(passage.fingerprint, passage.record.text)
