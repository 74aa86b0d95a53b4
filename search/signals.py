"""Notes the saves of case studies and of related rows in the outbox; our only signals.

A load is noted once, at its end, and not row by row: to find all that shows a row takes as long
as to save it.
"""

from typing import Any

from django.db import transaction
from django.db.models import Model
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_delete, pre_save

from cases.loading.load import is_loading, loaded

from . import outbox
from .dependents import FINDERS, dependents
from .models import DictionaryWord, StopWord, Synonym, VocabularyRevision
from .rebuilding import recut_beside


def connect() -> None:
    """Watch every model that a document shows; called once, when the app is ready."""
    for model in FINDERS:
        pre_save.connect(note_as_it_was, sender=model)
        post_save.connect(note_as_it_is, sender=model)
        pre_delete.connect(note_as_it_is, sender=model)
        for relation in model._meta.local_many_to_many:
            m2m_changed.connect(note_relation, sender=getattr(model, relation.name).through)
    loaded.connect(note_load)
    watch_words()


def note_as_it_was(sender: type[Model], instance: Model, raw: bool, **kwargs: Any) -> None:  # noqa: FBT001
    """A critique that moves to another case leaves the first one, too."""
    if raw or is_loading() or instance.pk is None:
        return
    if row := sender._base_manager.filter(pk=instance.pk).first():  # noqa: SLF001
        outbox.note(dependents(row))


def note_as_it_is(instance: Model, **kwargs: Any) -> None:
    if not is_loading():
        outbox.note(dependents(instance))


def note_relation(instance: Model, action: str, **kwargs: Any) -> None:
    if not is_loading() and (action.startswith("post_") or action == "pre_clear"):
        outbox.note(dependents(instance))


def note_load(**kwargs: Any) -> None:
    outbox.note_everything()


def watch_words() -> None:
    """Let every process notice that an editor changed a word."""
    for model in (DictionaryWord, StopWord, Synonym):
        post_save.connect(advance_revision, sender=model)
        post_delete.connect(advance_revision, sender=model)


def advance_revision(sender: type[Model], **kwargs: Any) -> None:
    """A dictionary word changes how texts are cut: the index is made anew in the background."""
    VocabularyRevision.advance()
    if sender is DictionaryWord:
        transaction.on_commit(recut_beside)
