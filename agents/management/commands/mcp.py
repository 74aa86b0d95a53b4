"""Serve the tools over standard input and output, for an agent on this machine."""

from typing import Any
from urllib.parse import urlsplit

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext_lazy as _

ADDRESS = "http://127.0.0.1:8000"


class Command(BaseCommand):
    """``manage.py mcp``: an MCP server over stdio for one agent, until it closes the input."""

    help = str(_("以标准输入输出供智能体使用（Model Context Protocol）"))

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--site", default=ADDRESS, help=str(_("回答中的网址以何开头，默认 %(default)s"))
        )

    def handle(self, *args: Any, **options: Any) -> None:
        address = urlsplit(options["site"])
        if address.scheme not in {"http", "https"} or not address.hostname:
            raise CommandError(f"--site is no address: {options['site']} (try {ADDRESS})")
        from agents.server import serve_stdio

        serve_stdio(options["site"])
