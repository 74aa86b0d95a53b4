"""App configuration of books and cases."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CasesConfig(AppConfig):
    name = "cases"
    verbose_name = _("图书与案例")

    def ready(self) -> None:
        from casebook.core.records import register

        from .record_types import RECORD_TYPES

        register(*RECORD_TYPES)
