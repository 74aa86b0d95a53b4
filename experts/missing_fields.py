"""Fields that people and organisations may lack, for the admin's lists and the quality page."""

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from casebook.core.admin import MissingField

from .models import Affiliation

HAN = "[一-龥]"
"""A name in Latin letters needs no pinyin."""

POSTS = Affiliation.objects.filter(expert=OuterRef("pk"))
PEOPLE = Affiliation.objects.filter(organisation=OuterRef("pk"))

EXPERT_FIELDS = (
    MissingField("post", _("任职"), ~Q(Exists(POSTS))),
    MissingField("organisation", _("任职机构"), ~Q(Exists(POSTS.exclude(organisation=None)))),
    MissingField("job_title", _("职务"), ~Q(Exists(POSTS.exclude(job_title="")))),
    MissingField("pinyin", _("拼音"), Q(pinyin="", name__regex=HAN)),
)
"""Each field with the condition under which a person lacks it."""

ORGANISATION_FIELDS = (
    MissingField("kind", _("类别"), Q(kind="")),
    MissingField("place", _("所在地"), Q(seat=None)),
    MissingField("english_name", _("英文名"), Q(english_name="")),
    MissingField("people", _("任职的专家"), ~Q(Exists(PEOPLE))),
)
"""Each field with the condition under which an organisation lacks it."""
