"""Editor accounts in the admin, with the validation of ``BaseAdminForm``."""

from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.forms import AdminUserCreationForm, UserChangeForm
from django.contrib.auth.models import Group, User

from casebook.core.admin import BaseAdminForm

admin.site.unregister([Group, User])


class EditorForm(BaseAdminForm, UserChangeForm):  # type: ignore[type-arg]
    """Form of an existing account."""


class NewEditorForm(BaseAdminForm, AdminUserCreationForm):  # type: ignore[type-arg]
    """Form of a new account, with its password."""


@admin.register(User)
class EditorAdmin(UserAdmin):  # type: ignore[type-arg]
    form = EditorForm
    add_form = NewEditorForm
    readonly_fields = ("last_login", "date_joined")
    """Set by the site; the form would write them without their seconds."""


@admin.register(Group)
class EditorGroupAdmin(GroupAdmin):
    form = BaseAdminForm
