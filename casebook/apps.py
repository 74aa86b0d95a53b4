"""The project's own app: static files, the frame around every page, the content revision."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class CasebookConfig(AppConfig):
    name = "casebook"

    def ready(self) -> None:
        from casebook import row_dates, triggers

        post_migrate.connect(triggers.look_after, sender=self)
        post_migrate.connect(row_dates.look_after, sender=self)
