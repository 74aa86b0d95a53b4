"""Books, cases, their texts and facts, places and themes as kinds of record."""

from .book_types import BookType, PartType
from .case_type import CaseType
from .critique_type import CritiqueType
from .fact_type import FactType
from .passage_type import PassageType
from .place_type import PlaceType
from .theme_type import ThemeType

RECORD_TYPES = (
    *(CaseType(), BookType(), PartType(), CritiqueType(), FactType(), PassageType()),
    *(PlaceType(), ThemeType()),
)
