"""Gunicorn configuration: prepare the site, then serve it from a few processes."""

import os
import signal
import sys

from gunicorn.http import message  # type: ignore[import-untyped]

bind = os.environ.get("CASEBOOK_BIND", "127.0.0.1:8000")
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
worker_class = "gthread"
threads = 4
timeout = 60
graceful_timeout = 20
max_requests = 20_000
max_requests_jitter = 2_000
# Above the site's limit on query strings, which gives 414 with an error page; Gunicorn's own
# maximum is 8,190 bytes.
limit_request_line = message.MAX_REQUEST_LINE = 196_608
loglevel = "warning"
control_socket_disable = True


def on_starting(server: object) -> None:  # noqa: ARG001
    """Bring database, shipped book, static files and index up to date, then load the site.

    Loaded before forking, its memory is shared, and a wrong setting stops the start at once.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "casebook.settings")

    import django

    django.setup()

    from django.core.management import CommandError, call_command
    from django.db import connections

    from search.suggest.suggest import warm

    try:
        call_command("prepare")
    except CommandError as error:
        sys.exit(f"Casebook cannot start: {error}")
    warm()
    connections.close_all()
    import casebook.wsgi  # noqa: F401


def post_fork(server: object, worker: object) -> None:  # noqa: ARG001
    """Drop the open index, which belongs to one process; the analyzer's dictionary stays shared."""
    from search.service.active_index import current

    current.forget()


def when_ready(server: object) -> None:  # noqa: ARG001
    """Print the site's address, and signal ``casebook.serve`` to start its worker."""
    if os.environ.pop("CASEBOOK_SUPERVISOR", "") == str(os.getppid()):
        os.kill(os.getppid(), signal.SIGUSR1)
    print(f"Casebook serves http://{bind}/ (Ctrl+C stops it)", flush=True)  # noqa: T201
