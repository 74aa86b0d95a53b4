"""Books, cases, their texts and facts, places and themes as kinds of record, a module for each."""

from .book_types import BOOK, PART
from .case_type import CASE
from .critique_type import CRITIQUE
from .fact_type import FACT
from .passage_type import PASSAGE
from .place_type import PLACE
from .theme_type import THEME

RECORD_TYPES = (CASE, BOOK, PART, CRITIQUE, FACT, PASSAGE, PLACE, THEME)
