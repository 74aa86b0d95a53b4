"""What happens at each address of books, cases, comparisons, facts, places and themes."""

from .atlas import atlas
from .books import book_detail, book_list, part_detail
from .cases import case_detail, case_list
from .compare import compare_cases
from .facts import fact_detail, fact_list
from .places import place_detail, place_list
from .quality import data_quality
from .reading import passage_detail, reading_contents, reading_page
from .themes import theme_detail, theme_list

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
