"""By which words people and bodies may be named in an address."""

from collections.abc import Iterable

from casebook.vocabulary import Rows

from .models import Expert, Organisation


def expert_words(expert: Expert) -> Iterable[str]:
    return (*expert.aliases, expert.pinyin)


def organisation_words(organisation: Organisation) -> Iterable[str]:
    return (*organisation.aliases, organisation.english_name)


EXPERTS = Rows(Expert.objects.all, lambda expert: expert.name, expert_words)
ORGANISATIONS = Rows(Organisation.objects.all, lambda body: body.name, organisation_words)
