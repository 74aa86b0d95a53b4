"""A fact's period, stored as EDTF, as text: 2018-05 → 2018年5月."""

from django.utils.translation import gettext as _


def period_in_words(period: str) -> str:
    """An EDTF period as text.

    ``1990/2009`` → 1990年至2009年, ``2014/..`` → 2014年起, ``../2020`` → 至2020年, ``199X`` → 1990年代.
    """
    if not period:
        return ""
    begin, slash, end = period.partition("/")
    if not slash:
        return day_in_words(begin)
    if end == "..":
        return _("%(begin)s起") % {"begin": day_in_words(begin)}
    if begin == "..":
        return _("至%(end)s") % {"end": day_in_words(end)}
    return _("%(begin)s至%(end)s") % {"begin": day_in_words(begin), "end": day_in_words(end)}


def day_in_words(day: str) -> str:
    """An EDTF day, month, year or decade as text."""
    if day.endswith("X"):
        return _("%(decade)s年代") % {"decade": f"{day[:-1]}0"}
    numbers = dict(zip(("year", "month", "day"), map(int, day.split("-")), strict=False))
    wording = (_("%(year)d年"), _("%(year)d年%(month)d月"), _("%(year)d年%(month)d月%(day)d日"))
    return wording[len(numbers) - 1] % numbers
