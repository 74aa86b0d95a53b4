"""An exception as one line of text, to be stored and shown."""

from django.conf import settings

MAX_ERROR_LENGTH = 300


def error_line(error: Exception) -> str:
    """``ValueError: the reason``, cut to ``MAX_ERROR_LENGTH`` and without our own path."""
    text = f"{type(error).__name__}: {error}".replace(str(settings.DATA_DIR), "DATA_DIR")
    return " ".join(text.split())[:MAX_ERROR_LENGTH]
