"""Downloads: all rows of the current result as one file, in any of five formats.

A ``Table`` defines the columns and rows of a resource's file. A ``Download`` is the file for
one request, the same from pages and API.
"""
