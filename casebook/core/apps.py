"""The core below the apps: what every page and resource shares, and the content revision."""

from django.apps import AppConfig
from django.db.models.signals import m2m_changed


class CoreConfig(AppConfig):
    """Has the label of the project's own app, under which its tables were created."""

    name = "casebook.core"
    label = "casebook"

    def ready(self) -> None:
        from casebook.core.content import note_links

        m2m_changed.connect(note_links)
