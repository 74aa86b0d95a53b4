"""Representations for machines: page metadata, JSON-LD, links to Markdown and feeds, site maps.

docs/discovery.md lists them and their readers.
"""
