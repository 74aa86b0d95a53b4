"""Signal handlers that write changes to the outbox; our only signals.

An edit notes the row, and each index finds the documents that show it. A row that goes, or moves,
is noted with the documents that show it before it does. A load reports the rows that it created or
changed once, at its end.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import ForeignKey, Model
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_delete, pre_save

from cases.importing.load import finished, is_loading, loaded
from search.models import DictionaryWord, StopWord, Synonym, VocabularyRevision
from search.service.active_index import get_backend

from . import outbox
from .dependents import dependents, watched_models
from .rebuild import rebuild_if_due


def connect() -> None:
    """Connect the handlers for every model that a document shows; called once, at start."""
    for model in watched_models():
        pre_save.connect(note_what_moves, sender=model)
        post_save.connect(note_row, sender=model)
        pre_delete.connect(note_what_goes, sender=model)
        for relation in model._meta.local_many_to_many:
            m2m_changed.connect(note_relation, sender=getattr(model, relation.name).through)
    loaded.connect(note_load)
    finished.connect(apply_load)
    watch_words()


def note_what_moves(sender: type[Model], instance: Model, **kwargs: Any) -> None:
    """Note what shows a row before a foreign key changes: a critique's former case."""
    links = [field.attname for field in sender._meta.fields if isinstance(field, ForeignKey)]
    if instance.pk is None or not links:
        return
    row = sender._base_manager.only(*links).filter(pk=instance.pk).first()
    if row and any(getattr(row, link) != getattr(instance, link) for link in links):
        outbox.note(dependents({sender._meta.label: [row.pk]}))


def note_row(instance: Model, **kwargs: Any) -> None:
    if not is_loading():
        outbox.note([(instance._meta.label_lower, instance.pk)])


def note_what_goes(instance: Model, **kwargs: Any) -> None:
    outbox.note(dependents({instance._meta.label: [instance.pk]}))


def note_relation(instance: Model, action: str, pk_set: set[int] | None, **kwargs: Any) -> None:
    """Note a row whose links change, and before they go what shows it: either end may be asked."""
    if is_loading() or pk_set == set() or action == "pre_add":
        return
    note = note_row if action.startswith("post_") else note_what_goes
    note(instance)


def note_load(rows: Mapping[str, Iterable[int]] | None = None, **kwargs: Any) -> None:
    """Note the documents that show the rows of a load; all, if it was into an empty site."""
    if rows is None:
        outbox.note_everything()
    else:
        outbox.note(dependents(rows, is_load=True))


def apply_load(**kwargs: Any) -> None:
    """Index what was loaded in the process that loaded it, once it is committed."""
    with outbox.left_to_worker():
        if get_backend().info().version:
            rebuild_if_due(timeout=0)
            outbox.apply_waiting()


def watch_words() -> None:
    """Raise the revision when an editor changes a word; the worker rebuilds if need be."""
    for model in (DictionaryWord, StopWord, Synonym):
        post_save.connect(advance_revision, sender=model)
        post_delete.connect(advance_revision, sender=model)


def advance_revision(**kwargs: Any) -> None:
    VocabularyRevision.advance()
