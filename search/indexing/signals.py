"""Signal handlers that write changed documents to the outbox; our only signals.

A load reports the rows that it created or changed once, at its end; of the signals of each row
it only needs those of a row that is deleted, and of one that moves, before it does.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import ForeignKey, Model
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_delete, pre_save

from cases.importing.load import finished, is_loading, loaded
from search.models import DictionaryWord, StopWord, Synonym, VocabularyRevision

from . import outbox
from .dependents import dependents, dependents_of_load, watched_models
from .documents import all_keys


def connect() -> None:
    """Connect the handlers for every model that a document shows; called once, at start."""
    for model in watched_models():
        pre_save.connect(note_as_it_was, sender=model)
        post_save.connect(note_as_it_is, sender=model)
        pre_delete.connect(note_what_goes, sender=model)
        for relation in model._meta.local_many_to_many:
            m2m_changed.connect(note_relation, sender=getattr(model, relation.name).through)
    loaded.connect(note_load)
    finished.connect(apply_load)
    watch_words()


def note_as_it_was(sender: type[Model], instance: Model, raw: bool, **kwargs: Any) -> None:  # noqa: FBT001
    """Note what shows a row before it is saved: a moved critique changes the first case, too."""
    if raw or instance.pk is None:
        return
    row = sender._base_manager.filter(pk=instance.pk).first()
    if row and (not is_loading() or has_moved(row, instance)):
        outbox.note(dependents(row))


def has_moved(before: Model, after: Model) -> bool:
    """Whether a foreign key of a row changed."""
    keys = [field.attname for field in before._meta.fields if isinstance(field, ForeignKey)]
    return any(getattr(before, key) != getattr(after, key) for key in keys)


def note_as_it_is(instance: Model, **kwargs: Any) -> None:
    if not is_loading():
        outbox.note(dependents(instance))


def note_what_goes(instance: Model, **kwargs: Any) -> None:
    outbox.note(dependents(instance))


def note_relation(instance: Model, action: str, **kwargs: Any) -> None:
    if not is_loading() and (action.startswith("post_") or action == "pre_clear"):
        outbox.note(dependents(instance))


def note_load(rows: Mapping[str, Iterable[int]] | None = None, **kwargs: Any) -> None:
    """Note the documents that show the rows of a load; all, if it was into an empty site."""
    outbox.note(all_keys() if rows is None else dependents_of_load(rows))


def apply_load(**kwargs: Any) -> None:
    """Index what was loaded in the process that loaded it, once it is committed."""
    outbox.try_to_apply()


def watch_words() -> None:
    """Raise the revision when an editor changes a word; the worker rebuilds if need be."""
    for model in (DictionaryWord, StopWord, Synonym):
        post_save.connect(advance_revision, sender=model)
        post_delete.connect(advance_revision, sender=model)


def advance_revision(**kwargs: Any) -> None:
    VocabularyRevision.advance()
