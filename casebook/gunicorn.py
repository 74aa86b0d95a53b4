"""How the WSGI server runs: a few processes with threads, behind any address."""

import os

bind = os.environ.get("CASEBOOK_BIND", "127.0.0.1:8000")
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
worker_class = "gthread"
threads = 4
# Loaded once before forking: memory is shared, and a wrong setting stops the start at once.
preload_app = True
timeout = 60
graceful_timeout = 20
max_requests = 20_000
max_requests_jitter = 2_000
limit_request_line = 8_190
loglevel = "warning"
control_socket_disable = True


def when_ready(server: object) -> None:  # noqa: ARG001
    """Say where the site is."""
    print(f"Casebook serves http://{bind}/ (Ctrl+C stops it)", flush=True)  # noqa: T201
