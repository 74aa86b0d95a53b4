from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AgentsConfig(AppConfig):
    """Tools for agents over the Model Context Protocol."""

    name = "agents"
    verbose_name = _("智能体接口")
