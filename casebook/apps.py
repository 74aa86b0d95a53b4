"""The project's own app: static files, the frame around every page."""

from django.apps import AppConfig


class CasebookConfig(AppConfig):
    name = "casebook"
