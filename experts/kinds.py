"""Kinds of organisations, derived from their names; none where the name is ambiguous."""

import re

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """The kind of an organisation."""

    GOVERNMENT = "government", _("政府部门")
    ACADEMIA = "academia", _("高校与科研院所")
    COMPANY = "company", _("企业")
    ASSOCIATION = "association", _("学会协会与联盟")
    MEDIA = "media", _("媒体与出版")


RULES: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (Kind.MEDIA, re.compile("出版社|杂志社|报社|电视台|通讯社")),
    (Kind.COMPANY, re.compile("公司|集团")),
    (Kind.ASSOCIATION, re.compile("协会|学会|联盟|研究会|商会|促进会")),
    (Kind.ACADEMIA, re.compile("大学|学院|科学院|工程院|研究院|研究所|党校")),
    (Kind.GOVERNMENT, re.compile("国务院|人民政府|人大常委会|政协|管理委员会|(?<![书邮])局")),
    (Kind.GOVERNMENT, re.compile("(?<!城)[省市区县](?!.*(?:专家|专业|咨询|顾问)).*委员会")),
)
"""The first that fits decides: a company's research institute is a company."""


def kind_of(name: str) -> str:
    """The kind, or an empty string: 清华大学 → academia, 国家信息中心 → nothing certain."""
    return next((kind.value for kind, pattern in RULES if pattern.search(name)), "")
