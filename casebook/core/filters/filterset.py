"""Filters that say what is wrong: every value is resolved through a vocabulary.

Every parameter may be repeated: OR between its values, AND between parameters.
"""

from collections.abc import Callable, Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import F, OrderBy, Q, QuerySet
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django_filters import Filter, FilterSet

from casebook.core.filters.value_resolver import Choice, Terms, Vocabulary, resolve
from casebook.core.web.requests import Problem

Conditions = Callable[[list[str]], list[Q]]
MOST_VALUES = 50
LONGEST_TEXT = 2_000
LONGEST_LABEL = 40


class RepeatedWidget(forms.Widget):
    """Reads every value given, without blanks and repetitions."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[str]:  # noqa: ARG002
        given = data.getlist(name) if hasattr(data, "getlist") else [data.get(name, "")]
        values = (value.replace("\x00", "").strip() for value in given)
        return list(dict.fromkeys(value for value in values if value))


class RepeatedField(forms.Field):
    """Any number of values, up to a bound that no reader meets but the database needs."""

    widget = RepeatedWidget

    def clean(self, value: list[str]) -> list[Choice]:
        if self.size(value) > MOST_VALUES:
            message = _("最多 %(most)d 个。") % {"most": MOST_VALUES}
            raise problem(message, value[-1])
        return self.choices(value) if value else []

    def size(self, values: list[str]) -> int:
        """How much is asked for at once."""
        return len(values)

    def choices(self, values: list[str]) -> list[Choice]:
        """What the values, at least one, mean."""
        raise NotImplementedError


class NamesField(RepeatedField):
    """Values that name things; cleaned to the choices they mean."""

    def __init__(self, *, vocabulary: Vocabulary, **options: Any) -> None:
        super().__init__(**options)
        self.vocabulary = vocabulary

    def choices(self, values: list[str]) -> list[Choice]:
        resolution = resolve(self.vocabulary, values)
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
        return problem(message, value, nearest, allowed)


class TextField(RepeatedField):
    """Texts to look for; cleaned to the conditions that find them."""

    def __init__(self, *, conditions: Conditions, **options: Any) -> None:
        super().__init__(**options)
        self.conditions = conditions

    def size(self, values: list[str]) -> int:
        return sum(len(text.split()) for text in values)

    def choices(self, values: list[str]) -> list[Choice]:
        return [
            Choice(text, text, (), condition)
            for text, condition in zip(values, self.conditions(values), strict=True)
        ]


class WordsField(RepeatedField):
    """Whatever somebody types; never a mistake, and of a very long text the beginning."""

    def clean(self, value: list[str]) -> list[Choice]:
        texts = [text[:LONGEST_TEXT] for text in value[:MOST_VALUES]]
        return [Choice(text, shortened(text), (), text) for text in texts]


def shortened(text: str) -> str:
    """A typed text as a label."""
    return text if len(text) <= LONGEST_LABEL else f"{text[:LONGEST_LABEL]}…"


def problem(
    message: str, value: str, nearest: str | None = None, allowed: tuple[str, ...] | None = None
) -> ValidationError:
    """An error that ``StrictFilterSet.problems`` can tell in full."""
    told = {"value": value, "nearest": nearest, "allowed": allowed}
    return ValidationError(message, "problem", told)


class NamedFilter(Filter):  # type: ignore[misc]
    """Rows that have one of the things named at one of the ends of ``lookups``.

    ``also`` must hold on the same relation.
    """

    field_class = NamesField

    def __init__(
        self, vocabulary: Vocabulary, *lookups: str, label: Any, help_text: Any = "", **also: Any
    ) -> None:
        super().__init__(label=label, help_text=help_text, vocabulary=vocabulary)
        self.lookups = lookups
        self.also = also

    def filter(self, queryset: QuerySet[Any], choices: list[Choice]) -> QuerySet[Any]:
        if not choices:
            return queryset
        targets = [choice.target for choice in choices]
        condition = Q()
        for lookup in self.lookups:
            condition |= Q(pk__in=self.matching(lookup, targets))
        return queryset.filter(condition)

    def matching(self, lookup: str, targets: Any) -> QuerySet[Any]:
        """The keys of the rows; as a subquery, so that no row comes twice."""
        rows: QuerySet[Any] = self.model._default_manager.order_by()
        return rows.filter(**{f"{lookup}__in": targets}, **self.also).values("pk")


class TextFilter(Filter):  # type: ignore[misc]
    """Rows that meet the condition made of any of the texts."""

    field_class = TextField
    example = "智慧"

    def __init__(self, conditions: Conditions, *, label: Any, help_text: Any = "") -> None:
        super().__init__(label=label, help_text=help_text, conditions=conditions)

    def filter(self, queryset: QuerySet[Any], choices: list[Choice]) -> QuerySet[Any]:
        condition = Q()
        for choice in choices:
            condition |= choice.target
        return queryset.filter(condition)


class WordsFilter(Filter):  # type: ignore[misc]
    """Words to search for; who derives from it says what they find."""

    field_class = WordsField
    example = "智慧"

    def __init__(self, *, label: Any, help_text: Any = "") -> None:
        super().__init__(label=label, help_text=help_text)


class SwitchField(NamesField):
    """On or off: its label is no kind of thing that a value could be known as."""

    def unknown_value(
        self, value: str, nearest: str | None, allowed: tuple[str, ...] | None
    ) -> ValidationError:
        message = _("“%(label)s”只能是 1（是）或 0（否），不能是“%(value)s”。")
        return problem(message % {"value": value, "label": self.label}, value, nearest, allowed)


class SwitchFilter(Filter):  # type: ignore[misc]
    """``1`` or ``0``: how to search, not what; selects nothing."""

    field_class = SwitchField
    values = ("1", "0")

    def __init__(self, *, label: Any, on: Any, off: Any) -> None:
        self.off = off
        vocabulary = Terms(lambda: [Choice("1", str(on), (), 1), Choice("0", str(off), (), 0)])
        super().__init__(label=label, help_text=_lazy("1 为是，0 为否"), vocabulary=vocabulary)

    def filter(self, queryset: QuerySet[Any], choices: list[Choice]) -> QuerySet[Any]:  # noqa: ARG002
        return queryset


def containing(*lookups: str) -> Conditions:
    """Texts of which every word is contained in one of these columns."""

    def conditions(texts: list[str]) -> list[Q]:
        return [every(any_contains(lookups, word) for word in text.split()) for text in texts]

    return conditions


def any_contains(lookups: Iterable[str], word: str) -> Q:
    found = Q()
    for lookup in lookups:
        found |= Q(**{f"{lookup}__icontains": word})
    return found


def every(conditions: Iterable[Q]) -> Q:
    """All conditions at once."""
    together = Q()
    for condition in conditions:
        together &= condition
    return together


class OrderFilter(Filter):  # type: ignore[misc]
    """The order of the rows: a name, or with ``-`` in front its reverse; empty values come last.

    ``orders`` gives each name its label and fields; ``ties`` settles what they leave open.
    ``plain`` are further names that somebody else makes an order of.
    """

    field_class = NamesField

    def __init__(
        self,
        orders: dict[str, tuple[Any, tuple[str, ...]]],
        *,
        ties: tuple[str, ...],
        label: Any,
        aliases: dict[str, Any] | None = None,
        plain: dict[str, Any] | None = None,
    ) -> None:
        plain = plain or {}
        self.values = [*plain, *(f"{sign}{name}" for name in orders for sign in ("", "-"))]
        self.labels = {name: order_label for name, (order_label, _fields) in orders.items()}
        self.aliases = aliases or {}
        self.ties = ties
        others = [Choice(name, str(text), (), []) for name, text in plain.items()]
        vocabulary = Terms(lambda: [*others, *_orders(orders)])
        super().__init__(
            label=label, help_text=_lazy("前加 - 为倒序；空值总在最后"), vocabulary=vocabulary
        )

    def filter(self, queryset: QuerySet[Any], choices: list[Choice]) -> QuerySet[Any]:
        if not choices:
            return queryset
        order = [field for choice in choices for field in choice.target]
        ordered: QuerySet[Any] = queryset.alias(**self.aliases)
        return ordered.order_by(*order, *self.ties)


def _orders(orders: dict[str, tuple[Any, tuple[str, ...]]]) -> Iterable[Choice]:
    for name, (label, fields) in orders.items():
        yield Choice(name, str(label), (), [_ascending(field) for field in fields])
        reverse = _("%(order)s倒序") % {"order": label}
        yield Choice(f"-{name}", reverse, (), [_descending(field) for field in fields])


def _ascending(field: str) -> OrderBy:
    return F(field).asc(nulls_last=True)


def _descending(field: str) -> OrderBy:
    return F(field).desc(nulls_last=True)


class StrictFilterSet(FilterSet):  # type: ignore[misc]
    """A FilterSet that tells its problems one by one, and what its values were taken to mean."""

    @cached_property
    def problems(self) -> list[Problem]:
        """One for each value that could not be understood."""
        return [
            Problem(parameter=name, message=str(error.message), **error.params)
            for name, errors in self.errors.as_data().items()
            for error in errors
        ]

    @cached_property
    def selected(self) -> dict[str, list[tuple[str, str]]]:
        """Each parameter in use, with the canonical values and labels it was given."""
        return {
            name: [(choice.value, choice.label) for choice in choices]
            for name, choices in self._choices.items()
            if choices
        }

    @property
    def rows(self) -> Any:
        """The selected rows in their order: a QuerySet, or a sequence that is loaded by the page."""
        return self.qs

    def without(self, name: str) -> QuerySet[Any]:
        """The rows that all other parameters leave, in no order."""
        queryset: QuerySet[Any] = self.queryset.order_by()
        for other, choices in self._choices.items():
            if other not in {name, "ordering"}:
                queryset = self.filters[other].filter(queryset, choices)
        return queryset

    @property
    def _choices(self) -> dict[str, list[Choice]]:
        if not self.is_bound or self.errors is None:
            return {}
        return dict(self.form.cleaned_data)
