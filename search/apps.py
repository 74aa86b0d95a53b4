"""Finding."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "search"
    verbose_name = _("检索")

    def ready(self) -> None:
        from casebook import revision
        from cases import finding as finding_cases

        from . import finding, signals
        from .index import current
        from .suggesting import vocabulary

        signals.connect()
        revision.moved.connect(current.look_again)
        revision.moved.connect(vocabulary.current.look_again)
        finding_cases.use(finding.EngineFinder())
