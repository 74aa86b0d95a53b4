"""The system's browser, and how it is started: quietly, asking nobody but us."""

from pathlib import Path

CHROMIUM = Path("/usr/bin/chromium")
BROWSER_FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update"),
)
