"""Load the running text into the database: passages keep their anchors on a re-import."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from django.db.models import F
from django.utils import timezone

from cases.importing.anchors import Text, UniqueNames, align, anchor_stem, digest
from cases.models import ImportedRow, Passage

from .import_log import TEXT_MODEL as LABEL
from .report import Report

BATCH = 1_000
CONTENT = {"kind", "marker", "text", "removed_at"}
SHIFTING = {"order", "source_line"}
PLACE = ("section", "order", "source_line", "source_page")
COLUMNS = ("section_id", "source_page", *SHIFTING, *CONTENT)


def fingerprint(passage: Passage) -> str:
    """Digest of a passage in the source (16 characters), to detect edits by hand."""
    return digest(f"{passage.kind}\n{passage.marker}\n{passage.text}")


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

    def load(self, passages: Sequence[Passage]) -> None:
        """Align old passages and the unsaved new ones, then write those that differ."""
        marks = [fingerprint(passage) for passage in passages]
        old = [
            Text(mark, self.rows[anchor].text if anchor in self.rows else "")
            for anchor, mark in self.remembered
        ]
        new = [Text(mark, row.text) for mark, row in zip(marks, passages, strict=True)]
        kept = align(old, new)
        self.report.report_progress(f"{LABEL}: {len(kept)} of {len(new)} known, writing the rest")
        self._give_names(passages, kept)
        self._write_known([passages[place] for place in sorted(kept)])
        self._create([row for place, row in enumerate(passages) if place not in kept])
        matched = set(kept.values())
        lost = [pair for place, pair in enumerate(self.remembered) if place not in matched]
        self._remove(lost)
        pairs = [[row.anchor, mark] for row, mark in zip(passages, marks, strict=True)]
        if self.import_log.values != {"passages": pairs + lost}:
            self.import_log.values = {"passages": pairs + lost}
            self.import_log.save()

    def _give_names(self, passages: Iterable[Passage], kept: dict[int, int]) -> None:
        """Set orders and anchors; anchors of old passages are not used again for others."""
        names = UniqueNames({anchor for anchor, _ in self.remembered} | self.rows.keys())
        for place, row in enumerate(passages):
            row.order = place
            row.anchor = (
                self.remembered[kept[place]][0]
                if place in kept
                else names.give(anchor_stem("p", row.text))
            )

    def _write_known(self, passages: Sequence[Passage]) -> None:
        marks = dict(self.remembered)
        shifted: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
        moved, changed = [], []
        for new in passages:
            row = self.rows.get(new.anchor)
            if row is None:
                self.report.left_out.append(f"{LABEL} {new.anchor}")
                continue
            offsets = new.order - row.order, (new.source_line or 0) - (row.source_line or 0)
            differing = self._update(row, new, marks[new.anchor])
            if differing & CONTENT:
                changed.append(row)
            elif differing - SHIFTING:
                moved.append(row)
            elif differing:
                shifted[offsets].append(row.pk)
        self.report.note_rows(LABEL, (row.pk for row in (*moved, *changed)))
        self.report.changed += len(changed)
        self.report.unchanged += len(passages) - len(changed)
        Passage.objects.bulk_update(moved, PLACE, batch_size=BATCH)
        Passage.objects.bulk_update(changed, [*PLACE, *CONTENT], batch_size=BATCH)
        for (order, line), keys in shifted.items():  # An insertion shifts all that come after it.
            self.report.note_rows(LABEL, keys)
            for start in range(0, len(keys), BATCH):
                some = Passage.objects.filter(pk__in=keys[start : start + BATCH])
                some.update(order=F("order") + order, source_line=F("source_line") + line)

    def _update(self, row: Passage, new: Passage, mark: str) -> set[str]:
        """Set fields that the source changed, mark those edited by hand; return the fields set."""
        differing = {name for name in COLUMNS if getattr(row, name) != getattr(new, name)}
        edited: set[str] = set()
        if not row.removed_at and fingerprint(row) != mark:
            edited = differing & CONTENT
        self.report.kept_values += [f"{LABEL} {row.anchor} {name}" for name in sorted(edited)]
        if sorted(edited) != row.edited_fields:
            Passage.objects.filter(pk=row.pk).update(edited_fields=sorted(edited))
        for name in differing - edited:
            setattr(row, name, getattr(new, name))
        return differing - edited

    def _create(self, rows: list[Passage]) -> None:
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
            if fingerprint(row) != mark:
                self.report.kept_rows.append(f"{LABEL} {anchor}")
                continue
            row.text, row.section, row.removed_at = "", None, timezone.now()
            gone.append(row)
        Passage.objects.bulk_update(gone, ["text", "section", "removed_at"], batch_size=BATCH)
        self.report.note_rows(LABEL, (row.pk for row in gone))
        self.report.removed += len(gone)
