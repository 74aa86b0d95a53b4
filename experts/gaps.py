"""What people and bodies may lack: named gaps, for the filter 缺少字段 and the editors' overview."""

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from casebook.vocabulary import Choice, Terms

from .models import Affiliation

HAN = "[一-龥]"
"""A name in Latin letters needs no pinyin."""


def expert_gaps() -> list[Choice]:
    """Each gap, with the condition under which a person has it."""
    posts = Affiliation.objects.filter(expert=OuterRef("pk"))
    gaps = (
        ("post", _("任职"), ~Q(Exists(posts))),
        ("organisation", _("任职机构"), ~Q(Exists(posts.exclude(organisation=None)))),
        ("job_title", _("职务"), ~Q(Exists(posts.exclude(job_title="")))),
        ("pinyin", _("拼音"), Q(pinyin="", name__regex=HAN)),
    )
    return [Choice(name, str(label), (), condition) for name, label, condition in gaps]


def organisation_gaps() -> list[Choice]:
    """Each gap, with the condition under which a body has it."""
    people = Affiliation.objects.filter(organisation=OuterRef("pk"))
    gaps = (
        ("kind", _("类别"), Q(kind="")),
        ("place", _("所在地"), Q(seat=None)),
        ("english_name", _("英文名"), Q(english_name="")),
        ("people", _("任职的专家"), ~Q(Exists(people))),
    )
    return [Choice(name, str(label), (), condition) for name, label, condition in gaps]


EXPERT_GAPS = Terms(expert_gaps)
ORGANISATION_GAPS = Terms(organisation_gaps)
