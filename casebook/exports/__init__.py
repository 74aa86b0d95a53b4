"""Exports: all content of a site as files, and loading them into an empty site."""
