"""Engines, each behind the SearchBackend protocol."""
