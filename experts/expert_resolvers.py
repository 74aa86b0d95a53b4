"""Value resolvers of people and organisations."""

from collections.abc import Iterable

from casebook.core.filters.value_resolver import RowValues
from casebook.core.web.languages import name_of

from .models import Expert, Organisation


def expert_words(expert: Expert) -> Iterable[str]:
    return (expert.name, *expert.aliases, expert.pinyin)


def organisation_words(organisation: Organisation) -> Iterable[str]:
    return (organisation.name, *organisation.aliases, organisation.english_name)


EXPERTS = RowValues(
    Expert.objects.with_distinction,
    lambda expert: expert.distinct_name,
    expert_words,
    "xu-ming",
    ("name", "pinyin", "distinction"),
)
ORGANISATIONS = RowValues(Organisation.objects.all, name_of, organisation_words, "清华大学")
