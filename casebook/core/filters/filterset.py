"""Strict filters: every value is resolved through a value resolver, unknown ones are errors.

Every parameter may be repeated: OR between its values, AND between parameters.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import reduce
from operator import and_, or_
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import F, Q, QuerySet
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_filters import Filter, FilterSet

from casebook.core.filters.value_resolver import FixedValues, ResolvedValue, ValueResolver, resolve
from casebook.core.web.requests import ParameterError

Conditions = Callable[[list[str]], list[Q]]
MOST_VALUES = 50
LONGEST_TEXT = 2_000
LONGEST_LABEL = 40
MOST_WORDS = 32
NOT_FILTERS = ("ordering", "synonyms")
"""Parameters of lists that exclude no row."""
RELEVANCE = "relevance"
RELEVANCE_LABEL = gettext_lazy("相关度")


class RepeatedWidget(forms.Widget):
    """Reads every value of a repeated parameter, stripped, without empty and repeated ones."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[str]:  # noqa: ARG002
        given = data.getlist(name) if hasattr(data, "getlist") else [data.get(name, "")]
        values = [value.replace("\x00", "").strip() for value in given]
        return list(dict.fromkeys(filter(None, values)))


class RepeatedField(forms.Field):
    """Repeated values, at most ``MOST_VALUES``: a limit for the sake of the database."""

    widget = RepeatedWidget
    most_values = MOST_VALUES

    def clean(self, value: list[str]) -> list[ResolvedValue]:
        if len(value) > self.most_values:
            raise too_many(self.most_values, value)
        return self.choices(value) if value else []

    def choices(self, values: list[str]) -> list[ResolvedValue]:
        """The resolved values; at least one is given."""
        raise NotImplementedError


class NamesField(RepeatedField):
    """Values that name rows or terms; cleaned to ``ResolvedValue``."""

    def __init__(self, *, resolver: ValueResolver, **options: Any) -> None:
        super().__init__(**options)
        self.resolver = resolver

    def choices(self, values: list[str]) -> list[ResolvedValue]:
        resolution = resolve(self.resolver, values)
        if resolution.unknown:
            raise ValidationError(
                [
                    self.unknown_value(value, nearest, resolution.allowed)
                    for value, nearest in resolution.unknown.items()
                ]
            )
        return resolution.choices

    def unknown_value(
        self, value: str, nearest: str | None, allowed: tuple[str, ...] | None
    ) -> ValidationError:
        message = _("“%(value)s”不是已知的%(label)s。") % {"value": value, "label": self.label}
        return parameter_error(message, value, nearest, allowed)


class TextField(RepeatedField):
    """Texts to search for, of ``MOST_VALUES`` words together; cleaned to their conditions."""

    def __init__(self, *, conditions: Conditions, **options: Any) -> None:
        super().__init__(**options)
        self.conditions = conditions

    def choices(self, values: list[str]) -> list[ResolvedValue]:
        if sum(len(text.split()) for text in values) > MOST_VALUES:
            raise too_many(MOST_VALUES, values)
        return [
            ResolvedValue(text, text, (), condition)
            for text, condition in zip(values, self.conditions(values), strict=True)
        ]


class WordsField(RepeatedField):
    """Free query text; always valid, cut to ``LONGEST_TEXT`` characters."""

    def clean(self, value: list[str]) -> list[ResolvedValue]:
        texts = [text[:LONGEST_TEXT] for text in value[:MOST_VALUES]]
        return [
            ResolvedValue(
                text,
                text if len(text) <= LONGEST_LABEL else f"{text[:LONGEST_LABEL]}…",
                (),
                text,
            )
            for text in texts
        ]


def too_many(most: int, values: list[str]) -> ValidationError:
    return parameter_error(_("最多 %(most)d 个。") % {"most": most}, values[-1])


def parameter_error(
    message: str, value: str, nearest: str | None = None, allowed: tuple[str, ...] | None = None
) -> ValidationError:
    """A validation error with the parameters that ``StrictFilterSet.parameter_errors`` reads."""
    values = {"value": value, "nearest": nearest, "allowed": allowed}
    return ValidationError(message, "problem", values)


class NamedFilter(Filter):  # type: ignore[misc]
    """Rows related to one of the named targets through one of ``lookups``.

    ``also`` are further conditions on the same relation.
    """

    field_class = NamesField

    def __init__(
        self, resolver: ValueResolver, *lookups: str, label: Any, help_text: Any = "", **also: Any
    ) -> None:
        super().__init__(label=label, help_text=help_text, resolver=resolver)
        self.lookups = lookups
        self.also = also

    def filter(self, queryset: QuerySet[Any], choices: list[ResolvedValue]) -> QuerySet[Any]:
        if not choices:
            return queryset
        targets = [choice.target for choice in choices]
        return queryset.filter(
            some(Q(pk__in=self.matching(lookup, targets)) for lookup in self.lookups)
        )

    def matching(self, lookup: str, targets: Any) -> QuerySet[Any]:
        """The primary keys of the rows; as a subquery, so that no row is repeated."""
        rows: QuerySet[Any] = self.model._default_manager.order_by()
        return rows.filter(**{f"{lookup}__in": targets}, **self.also).values("pk")


class TextFilter(Filter):  # type: ignore[misc]
    """Rows that meet the condition made of any of the texts."""

    field_class = TextField
    example = "智慧"

    def __init__(self, conditions: Conditions, *, label: Any, help_text: Any = "") -> None:
        super().__init__(label=label, help_text=help_text, conditions=conditions)

    def filter(self, queryset: QuerySet[Any], choices: list[ResolvedValue]) -> QuerySet[Any]:
        return queryset.filter(some(choice.target for choice in choices))


class WordsFilter(Filter):  # type: ignore[misc]
    """Query text for the index; ``conditions`` are those of the database where there is none."""

    field_class = WordsField
    example = "智慧"

    def __init__(self, conditions: Conditions, *, label: Any, help_text: Any = "") -> None:
        super().__init__(label=label, help_text=help_text)
        self.conditions = conditions

    def filter(self, queryset: QuerySet[Any], choices: list[ResolvedValue]) -> QuerySet[Any]:
        if not choices:
            return queryset
        texts = [" ".join(choice.value.split()[:MOST_WORDS]) for choice in choices]
        return queryset.filter(some(self.conditions(texts)))


class SwitchField(NamesField):
    """On or off, with an error message of its own."""

    def unknown_value(
        self, value: str, nearest: str | None, allowed: tuple[str, ...] | None
    ) -> ValidationError:
        message = _("“%(label)s”只能是 1（是）或 0（否），不能是“%(value)s”。")
        return parameter_error(
            message % {"value": value, "label": self.label}, value, nearest, allowed
        )


class SwitchFilter(Filter):  # type: ignore[misc]
    """A search option, ``1`` or ``0``; it filters no rows."""

    field_class = SwitchField
    values = ("1", "0")

    def __init__(self, *, label: Any, on: Any, off: Any) -> None:
        resolver = FixedValues(
            lambda: [ResolvedValue("1", str(on), (), 1), ResolvedValue("0", str(off), (), 0)]
        )
        super().__init__(label=label, help_text=gettext_lazy("1 为是，0 为否"), resolver=resolver)

    def filter(self, queryset: QuerySet[Any], choices: list[ResolvedValue]) -> QuerySet[Any]:  # noqa: ARG002
        return queryset


def containing(*lookups: str) -> Conditions:
    """Conditions on texts: every word of one is contained in one of these columns."""

    def contains(word: str) -> Q:
        return Q(*((f"{lookup}__icontains", word) for lookup in lookups), _connector=Q.OR)

    return lambda texts: [every(map(contains, text.split())) for text in texts]


def every(conditions: Iterable[Q]) -> Q:
    """The conjunction (AND) of all conditions."""
    return reduce(and_, conditions, Q())


def some(conditions: Iterable[Q]) -> Q:
    """The disjunction (OR) of all conditions."""
    return reduce(or_, conditions, Q())


class OrderField(NamesField):
    """One order."""

    most_values = 1


class OrderFilter(Filter):  # type: ignore[misc]
    """The ordering: a name, or ``-`` and a name for the reverse; NULLs come last.

    ``orders`` gives each name its label and fields, the first is the default; ``ties`` are the
    fields that break ties. A ``ranked`` list can be ordered by relevance, too, by the index;
    with a query text that is the default (``labels_with_text``).
    """

    field_class = OrderField

    def __init__(
        self,
        orders: dict[str, tuple[Any, tuple[str, ...]]],
        *,
        ties: tuple[str, ...],
        aliases: dict[str, Any] | None = None,
        ranked: bool = False,
    ) -> None:
        plain = [RELEVANCE] if ranked else []
        self.values = [*plain, *(f"{sign}{name}" for name in orders for sign in ("", "-"))]
        self.labels = {name: order_label for name, (order_label, _fields) in orders.items()}
        with_relevance = {RELEVANCE: RELEVANCE_LABEL, **self.labels}
        self.labels_with_text = with_relevance if ranked else self.labels
        self.aliases, self.ties, self.ranked = aliases or {}, ties, ranked
        others = [ResolvedValue(name, str(RELEVANCE_LABEL), (), []) for name in plain]
        resolver = FixedValues(lambda: [*others, *_orders(orders)])
        help_text = gettext_lazy("前加 - 为倒序；空值总在最后")
        super().__init__(label=gettext_lazy("排序"), help_text=help_text, resolver=resolver)

    def filter(self, queryset: QuerySet[Any], choices: list[ResolvedValue]) -> QuerySet[Any]:
        if not choices:
            return queryset
        order = [field for choice in choices for field in choice.target]
        ordered: QuerySet[Any] = queryset.alias(**self.aliases)
        return ordered.order_by(*order, *self.ties)


def _orders(orders: dict[str, tuple[Any, tuple[str, ...]]]) -> Iterable[ResolvedValue]:
    for name, (label, fields) in orders.items():
        ascending = [F(field).asc(nulls_last=True) for field in fields]
        yield ResolvedValue(name, str(label), (), ascending)
        reverse = _("%(order)s倒序") % {"order": label}
        descending = [F(field).desc(nulls_last=True) for field in fields]
        yield ResolvedValue(f"-{name}", reverse, (), descending)


class StrictFilterSet(FilterSet):  # type: ignore[misc]
    """A FilterSet with an error for each invalid value, and the resolved values of the others.

    ``record_kind`` is that of the records it selects, where the index answers their lists.
    """

    record_kind: ClassVar[str] = ""
    facet_names: ClassVar[tuple[str, ...]] = ()
    """The facets of which pages list the values, in this order; those that are listed, if empty."""
    counted_only: ClassVar[Mapping[str, Any]] = {}
    """Facets that are counted, but are no parameters."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.is_bound and "q" in self.filters and self.form["q"].data:
            order = self.filters["ordering"]
            order.labels = order.labels_with_text

    @cached_property
    def parameter_errors(self) -> list[ParameterError]:
        """An error for each invalid value."""
        return [
            ParameterError(parameter=name, message=str(error.message), **error.params)
            for name, errors in self.errors.as_data().items()
            for error in errors
        ]

    @cached_property
    def selected(self) -> dict[str, list[tuple[str, str]]]:
        """Each parameter in use, with its canonical values and their labels."""
        self.is_valid()  # cleans the form, which then lacks what is invalid
        cleaned = self.form.cleaned_data if self.is_bound else {}
        return {
            name: [(choice.value, choice.label) for choice in choices]
            for name, choices in cleaned.items()
            if choices
        }

    @cached_property
    def in_use(self) -> list[tuple[str, str]]:
        """Every parameter in use with its canonical value."""
        return [(name, value) for name, choices in self.selected.items() for value, _ in choices]

    @property
    def texts(self) -> list[str]:
        """The query texts."""
        return [value for value, _label in self.selected.get("q", ())]

    @property
    def order(self) -> tuple[str, bool]:
        """The name of the order in use, and whether it is reversed."""
        default = next(iter(self.filters["ordering"].labels))
        ((chosen, _label),) = self.selected.get("ordering", [(default, "")])
        return chosen.removeprefix("-"), chosen.startswith("-")
