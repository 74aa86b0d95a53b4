"""How the WSGI server runs: it makes the site ready, then serves it from a few processes."""

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
# More than the longest query, so that the site refuses what is too long; the server's own bound is 8,190.
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
    """An open index belongs to one process; the words it was made with are shared."""
    from search.service.active_index import current

    current.forget()


def when_ready(server: object) -> None:  # noqa: ARG001
    """Say where the site is, and to ``casebook.serve`` that its worker can begin."""
    if os.environ.pop("CASEBOOK_SUPERVISOR", "") == str(os.getppid()):
        os.kill(os.getppid(), signal.SIGUSR1)
    print(f"Casebook serves http://{bind}/ (Ctrl+C stops it)", flush=True)  # noqa: T201
