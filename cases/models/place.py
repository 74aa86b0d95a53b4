"""The place tree, from provinces down to towns and development zones; places of organisations."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, ClassVar, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import CASCADE, PROTECT, F, Q
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casebook.core.content import ContentQuerySet
from casebook.core.provenance import Attributed, Origin, Source, Sourced
from experts.models import Organisation

SUFFIX = re.compile(r"(维吾尔自治区|壮族自治区|回族自治区|特别行政区|自治区|省|市|区|县|镇)$")
ENGLISH_RANK = re.compile(r"( \w+)? (Autonomous|Special Administrative) Region$")


class PlaceQuerySet(ContentQuerySet["Place"]):
    """The ways in which the site selects and loads places."""

    def at_or_below(self, place: "Place") -> Self:
        """The place itself and its descendants."""
        return self.filter(path__startswith=place.path)

    def ancestors_of(self, places: Iterable["Place"]) -> dict["Place", list["Place"]]:
        """For each place its ancestors from the root, the place itself last; one query for all."""
        slugs = {place: slugs_on(place.path) for place in places}
        known = self.in_bulk({slug for each in slugs.values() for slug in each}, field_name="slug")
        return {place: [known[slug] for slug in each] for place, each in slugs.items()}


class Place(Attributed):
    """A place (地点): an administrative division, or a zone inside one; maintained by editors.

    ``path`` holds the slugs from the root down, as ``/hubei/wuhan/wuchang/``;
    ``province`` and ``city`` are derived from the tree and updated by ``save()``.
    """

    class Level(models.TextChoices):
        PROVINCE = "province", _("省级")
        MUNICIPALITY = "municipality", _("直辖市")
        PREFECTURE = "prefecture", _("地级市")
        DISTRICT = "district", _("市辖区")
        COUNTY = "county", _("县（市）")
        TOWN = "town", _("镇")
        ZONE = "zone", _("开发区")

    PROVINCIAL = (Level.PROVINCE, Level.MUNICIPALITY)
    URBAN = (Level.PREFECTURE, Level.MUNICIPALITY)

    slug = models.SlugField(_("网址名"), max_length=60, unique=True)
    name = models.CharField(_("全称"), max_length=60)
    short_name = models.CharField(_("简称"), max_length=60)
    level = models.CharField(_("层级"), max_length=20, choices=Level)
    code = models.CharField(_("行政区划代码"), max_length=12, unique=True, null=True, blank=True)
    parent = models.ForeignKey(
        "self", PROTECT, null=True, blank=True, related_name="children", verbose_name=_("上级")
    )
    path = models.CharField(_("路径"), max_length=400, editable=False, db_index=True)
    province = models.ForeignKey(
        "self", PROTECT, null=True, editable=False, related_name="+", verbose_name=_("省级行政区")
    )
    city = models.ForeignKey(
        "self", PROTECT, null=True, editable=False, related_name="+", verbose_name=_("城市")
    )
    english_name = models.CharField(_("英文名"), max_length=120, blank=True)
    pinyin = models.CharField(_("拼音"), max_length=200, blank=True)
    pinyin_short = models.CharField(_("简称拼音"), max_length=100, blank=True)
    initials = models.CharField(_("拼音首字母"), max_length=20, blank=True)
    aliases = models.JSONField(_("别名"), default=list, blank=True)
    longitude = models.FloatField(_("经度（WGS84）"), null=True, blank=True)
    latitude = models.FloatField(_("纬度（WGS84）"), null=True, blank=True)
    coordinate_quality = models.CharField(_("坐标含义"), max_length=60, blank=True)
    note = models.CharField(_("说明"), max_length=500, blank=True)

    objects = PlaceQuerySet.as_manager()
    own_fields: ClassVar[tuple[str, ...]] = ("english_name",)
    in_english: ClassVar[dict[str, str]] = {
        **dict.fromkeys(("", "name"), "english_name"),
        "short_name": "english_short_name",
    }
    derived_fields: ClassVar[dict[str, Any]] = dict.fromkeys(
        ("pinyin", "pinyin_short", "initials"), _("按名称注音，不标声调")
    )

    class Meta:
        verbose_name = _("地点")
        verbose_name_plural = _("地点")
        ordering = ("path",)
        constraints = (
            models.CheckConstraint(
                condition=Q(level="zone", code__isnull=True) | ~Q(level="zone"),
                name="a_zone_has_no_code",
            ),
            models.CheckConstraint(
                condition=Q(level__in=("province", "municipality"), parent__isnull=True)
                | (~Q(level__in=("province", "municipality")) & Q(parent__isnull=False)),
                name="only_provinces_have_no_parent",
            ),
            models.CheckConstraint(
                condition=~Q(parent=F("id")), name="a_place_is_not_its_own_parent"
            ),
        )

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Validate what database constraints would reject, with messages for editors."""
        if (self.level in self.PROVINCIAL) == (self.parent is not None):
            raise ValidationError({"parent": _("省级与直辖市没有上级，其余各级须有上级。")})
        if self.level == self.Level.ZONE and self.code:
            raise ValidationError({"code": _("开发区不是行政区划，没有代码。")})
        if self.pk and self.parent and self.parent.path.startswith(self.path):
            raise ValidationError({"parent": _("一个地点不能位于它自己之内。")})

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, and update the derived columns of this place and its descendants."""
        parent = self.parent
        self.path = f"{parent.path if parent else '/'}{self.slug}/"
        super().save(*args, **kwargs)
        self._derive()
        for child in self.children.all():
            child.parent = self
            child.save()

    def _derive(self) -> None:
        """Set province and city, which may be the place itself and so need its key."""
        parent = self.parent
        self.province = self if self.level in self.PROVINCIAL else parent and parent.province
        self.city = self if self.level in self.URBAN else parent and parent.city
        type(self).objects.filter(pk=self.pk).update(province=self.province, city=self.city)

    def source_of(self, field: str) -> Source:
        """The source of a value; codes are those of the public lists."""
        if field != "code" or "code" in self.edited_fields:
            return super().source_of(field)
        if self.level == self.Level.TOWN:
            return Source(Origin.PUBLIC, title=gettext("国家统计局统计用区划代码"))
        return Source(Origin.PUBLIC, title=gettext("GB/T 2260 中华人民共和国行政区划代码"))

    def get_absolute_url(self) -> str:
        return reverse("cases:place-detail", args=[self.slug])

    @property
    def english_short_name(self) -> str:
        """``Ningxia Hui Autonomous Region`` → Ningxia."""
        return ENGLISH_RANK.sub("", self.english_name)

    @property
    def known_names(self) -> list[str]:
        """Every name by which this place can be searched for, the full one first."""
        names = [self.name, self.short_name, SUFFIX.sub("", self.name), *self.aliases]
        return list(dict.fromkeys(name for name in names if len(name) > 1))


def slugs_on(path: str) -> list[str]:
    """The slugs of a path from the root down: ``/hubei/wuhan/`` → hubei, wuhan."""
    return path.strip("/").split("/")


@dataclass(slots=True)
class PlaceTreeNode:
    """A place in the tree, with the keys of the cases at or below it and its child nodes."""

    place: Place
    case_ids: set[int] = field(default_factory=set)
    children: list["PlaceTreeNode"] = field(default_factory=list)


def place_tree(root: Place | None = None) -> list[PlaceTreeNode]:
    """The children of a place (or the provinces), each with its descendants."""
    places = Place.objects.at_or_below(root) if root else Place.objects.all()
    nodes = {place.slug: PlaceTreeNode(place) for place in places}
    placed = Place.objects.order_by().filter(case_places__isnull=False)
    for path, case_id in placed.values_list("path", "case_places__case"):
        for slug in slugs_on(path):
            if slug in nodes:
                nodes[slug].case_ids.add(case_id)
    tops: list[PlaceTreeNode] = []
    for node in nodes.values():
        parent = nodes.get(slugs_on(node.place.path)[-2]) if node.place.parent_id else None
        (parent.children if parent else tops).append(node)
    return tops[0].children if root else tops


def with_descendants(nodes: Iterable[PlaceTreeNode]) -> Iterator[PlaceTreeNode]:
    """The nodes and all below them, each after its parent."""
    for node in nodes:
        yield node
        yield from with_descendants(node.children)


class Seat(Sourced):
    """The place of an organisation (机构所在地), with the evidence: words of its name, or a reason."""

    organisation = models.OneToOneField(
        Organisation, CASCADE, related_name="seat", verbose_name=_("机构")
    )
    place = models.ForeignKey(Place, PROTECT, related_name="seats", verbose_name=_("地点"))
    evidence = models.CharField(_("依据"), max_length=200, blank=True)

    objects = ContentQuerySet["Seat"].as_manager()

    rule: ClassVar[Any] = _("机构名称开头的地名，或名称中括注的地名")

    class Meta:
        verbose_name = _("机构所在地")
        verbose_name_plural = _("机构所在地")
        ordering = ("organisation",)

    def __str__(self) -> str:
        return f"{self.organisation} · {self.place}"
