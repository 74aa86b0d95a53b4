"""Cases, their texts and facts, places and themes as kinds of record: a module for each."""

from .case_type import CASE
from .critique_type import CRITIQUE
from .fact_type import FACT
from .passage_type import PASSAGE
from .place_type import PLACE
from .theme_type import THEME

RECORD_TYPES = (CASE, CRITIQUE, FACT, PASSAGE, PLACE, THEME)
