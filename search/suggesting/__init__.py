"""Suggesting: what there is to name, and how it is found by a few characters or letters."""
