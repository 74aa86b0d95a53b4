"""Checks quotations against the text of the books: the same, nearly the same, or not found."""
