"""The position of this machine's index: the last outbox entry that it holds.

It is a file beside the index, so that an index from a backup comes with the position it had. A row
of the database repeats it: entries stay in the outbox until every known index has passed them.
"""

import datetime as dt
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, Min, Q, QuerySet
from django.utils import timezone

from casebook.core.cache import revision
from casebook.core.file_locks import machine_name
from search.models import FailedDocument, OutboxEntry, SearchIndex

RETENTION = dt.timedelta(days=7)
"""Older entries, and indexes not seen for so long, are forgotten; such an index is rebuilt."""

HEARTBEAT = dt.timedelta(hours=1)
"""How often an index without changes is noted as seen, and the outbox pruned."""


def position_file() -> Path:
    return Path(settings.DATA_DIR) / "index" / "position"


def read_file() -> tuple[Q, str]:
    """The condition of the saved entry, and the name of the machine that saved it.

    The time tells the entry from one with the same key in a restored database.
    """
    key, created_at, name = position_file().read_text("utf-8").split(" ", 2)
    return Q(pk=int(key), created_at=dt.datetime.fromisoformat(created_at)), name


def position() -> OutboxEntry | None:
    """The last entry that the index holds, or None where a rebuild is due.

    So it is where the index is not known, or the entry is gone, for later ones may be gone, too.
    """
    try:
        entry, name = read_file()
    except (OSError, ValueError):
        return None
    is_known = Exists(SearchIndex.objects.filter(name=name))
    return OutboxEntry.objects.filter(entry, is_known).first()


def waiting() -> QuerySet[OutboxEntry]:
    """The entries after the position; none where a rebuild is due."""
    entry = position()
    return OutboxEntry.objects.filter(pk__gt=entry.pk) if entry else OutboxEntry.objects.none()


def failing() -> QuerySet[FailedDocument]:
    """The documents that the index does not hold because of an error."""
    return FailedDocument.objects.filter(index__name=machine_name())


def start_rebuild() -> OutboxEntry:
    """A new entry, which stands for all before it: they are committed, and the rebuild reads them.

    The entries after it are kept for this index from now on.
    """
    with transaction.atomic():
        revision.move()
        start = OutboxEntry.objects.create()
        register(position() or start)
    return start


def move_to(entry: OutboxEntry) -> None:
    """Save that the index holds everything up to an entry, and move the content revision."""
    new = position_file().with_suffix(".new")
    new.parent.mkdir(exist_ok=True)
    new.write_text(f"{entry.pk} {entry.created_at.isoformat()} {machine_name()}", "utf-8")
    new.replace(position_file())
    with transaction.atomic():
        revision.move()
        register(entry)


def register(entry: OutboxEntry) -> None:
    """Save the position in the database, and delete what no known index needs any more.

    The newest entry always stays, as the position of those that have it.
    """
    now = timezone.now()
    state = {"applied": entry.pk, "seen_at": now}
    SearchIndex.objects.update_or_create(name=machine_name(), defaults=state)
    SearchIndex.objects.filter(seen_at__lt=now - RETENTION).delete()
    last = SearchIndex.objects.aggregate(Min("applied"))["applied__min"]
    newest = OutboxEntry.objects.order_by("pk").last() or entry
    unneeded = Q(pk__lt=last) | Q(created_at__lt=now - RETENTION)
    OutboxEntry.objects.filter(unneeded, pk__lt=newest.pk).delete()


def confirm(entry: OutboxEntry) -> None:
    """Save in the database what a killed process wrote to the file only; note the index as seen.

    An index that comes from another machine or folder takes its row along, and with it what failed.
    """
    name, before = machine_name(), read_file()[1]
    if name != before:
        with transaction.atomic():
            SearchIndex.objects.filter(name=name).delete()
            SearchIndex.objects.filter(name=before).update(name=name)
        move_to(entry)
    index = SearchIndex.objects.get(name=name)
    if index.applied != entry.pk:
        move_to(entry)
    elif index.seen_at < timezone.now() - HEARTBEAT:
        register(entry)
