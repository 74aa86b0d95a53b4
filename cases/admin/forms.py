"""Admin forms with validation across several fields."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from casebook.core.admin import BaseAdminForm
from cases.models import CasePlace


class PagesForm(BaseAdminForm):
    """Validates that the last page is not before the first."""

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        first, last = values.get("start_page"), values.get("end_page")
        if first is not None and last is not None and last < first:
            self.add_error("end_page", _("终止页不能小于起始页。"))
        return values


class CaseForm(PagesForm):
    """Validates that the part of a case belongs to its book."""

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        part, book = values.get("part"), values.get("book")
        if part and book and part.book_id != book.pk:
            self.add_error("part", _("这一篇不属于所选的图书。"))
        return values


class ContributionForm(BaseAdminForm):
    """Validates that a contribution has a person or an organisation, not both."""

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        if bool(values.get("expert")) == bool(values.get("organisation")):
            self.add_error("expert", _("专家与机构须填一个，且只填一个。"))
            self.add_error("organisation", "")
        return values


class CritiqueForm(BaseAdminForm):
    """Generates the slug of a new critique from its case and its expert."""

    def save(self, commit: bool = True) -> Any:  # noqa: FBT001, FBT002
        critique = self.instance
        critique.slug = critique.slug or f"{critique.case.slug}-{critique.expert.slug}"
        return super().save(commit)


class CasePlaceForm(BaseAdminForm):
    """One place of a case; the formset validates ``is_primary`` across all its places."""

    def _get_validation_exclusions(self) -> set[str]:
        return {*super()._get_validation_exclusions(), "is_primary"}  # type: ignore[misc]


class CasePlaceFormSet(forms.BaseInlineFormSet):  # type: ignore[type-arg]
    """The places of a case, of which one at most is primary."""

    def clean(self) -> None:
        super().clean()
        if len(self._primary()) > 1:
            raise ValidationError(_("一个案例只能有一个主要地点。"))

    def save(self, commit: bool = True) -> Any:  # noqa: FBT001, FBT002
        """Save, with the former primary place unset first because of the unique constraint."""
        if commit and self.has_changed():
            staying = [form.instance.pk for form in self._primary()]
            former = CasePlace.objects.filter(case=self.instance, is_primary=True)
            former.exclude(pk__in=staying).update(is_primary=False)
        return super().save(commit)

    def _primary(self) -> list[Any]:
        return [
            form
            for form in self.forms
            if getattr(form, "cleaned_data", {}).get("is_primary")
            and not form.cleaned_data.get("DELETE")
        ]
