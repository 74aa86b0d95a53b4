"""Finding."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "search"
    verbose_name = _("检索")

    def ready(self) -> None:
        from cases.filters import matches as finding_cases

        from .indexing import signals
        from .service import case_search as finding

        signals.connect()
        finding_cases.use(finding.EngineFinder())
