"""Search engines, each behind the SearchBackend protocol."""
