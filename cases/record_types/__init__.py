"""Books, cases, their texts and facts, places and themes as kinds of record."""

from .book_types import BookType, PartType
from .case_types import CaseType, CritiqueType, PassageType
from .fact_type import FactType
from .subject_types import PlaceType, ThemeType

RECORD_TYPES = (
    *(CaseType(), BookType(), PartType(), CritiqueType(), FactType(), PassageType()),
    *(PlaceType(), ThemeType()),
)
