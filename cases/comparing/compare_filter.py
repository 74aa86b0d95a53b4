"""The query parameters of the comparison."""

from typing import ClassVar

from django.utils.translation import gettext_lazy as _

from casebook.core.filters.filterset import NamedFilter, StrictFilterSet, SwitchFilter
from cases.filters.record_filters import CASES
from cases.models import Case


class CompareFilter(StrictFilterSet):
    """``case`` is repeated, in the order of the columns; ``differences=1`` hides equal rows."""

    case = NamedFilter(CASES, "pk", label=_("案例"), help_text=_("网址名、案例名或案例序号"))
    differences = SwitchFilter(label=_("只看不同"), on=_("只看不同"), off=_("全部"))

    class Meta:
        model = Case
        fields: ClassVar[list[str]] = []

    @property
    def slugs(self) -> list[str]:
        """The slugs of the cases in the order of the parameters, each once."""
        return [slug for slug, _title in self.selected.get("case", ())]

    @property
    def only_differences(self) -> bool:
        return any(value == "1" for value, _label in self.selected.get("differences", ()))
