"""People and organisations."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ExpertsConfig(AppConfig):
    name = "experts"
    verbose_name = _("专家与机构")

    def ready(self) -> None:
        from casebook.core.records import register

        from .record_types import RECORD_TYPES

        register(*RECORD_TYPES)
