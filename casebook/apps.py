"""The project's own app: static files, the frame around every page, the content revision."""

from django.apps import AppConfig
from django.db.models.signals import m2m_changed


class CasebookConfig(AppConfig):
    name = "casebook"

    def ready(self) -> None:
        from casebook.content import note_links

        m2m_changed.connect(note_links)
