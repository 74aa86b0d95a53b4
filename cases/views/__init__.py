"""The views of books, cases, comparisons, facts, places and themes."""

from .atlas import atlas
from .book_pages import book_detail, book_list, part_detail
from .case_pages import case_detail, case_list
from .compare import compare_cases
from .fact_pages import fact_detail, fact_list
from .place_pages import place_detail, place_list
from .quality import data_quality
from .text_pages import passage_detail, reading_contents, reading_page
from .theme_pages import theme_detail, theme_list

__all__ = [
    "atlas",
    "book_detail",
    "book_list",
    "case_detail",
    "case_list",
    "compare_cases",
    "data_quality",
    "fact_detail",
    "fact_list",
    "part_detail",
    "passage_detail",
    "place_detail",
    "place_list",
    "reading_contents",
    "reading_page",
    "theme_detail",
    "theme_list",
]
