"""Rows bear the time of their last change; those with a page take over the one that triggers noted."""

from django.db import migrations, models
from django.db.models import F, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

UPDATED_AT = models.DateTimeField("改动时间", default=timezone.now, editable=False)
KINDS = ("expert", "organisation")


def take_over_dates(apps, schema_editor):
    """The date of a row, or of what its page shows beside it."""
    dates = apps.get_model("casebook", "RowDate").objects
    for kind in KINDS:
        noted = dates.filter(kind=kind, key=OuterRef("pk")).values("changed_at")
        rows = apps.get_model("experts", kind).objects
        rows.update(updated_at=Coalesce(Subquery(noted), F("updated_at")))


class Migration(migrations.Migration):
    dependencies = [("experts", "0004_names_are_looked_up"), ("casebook", "0004_drop_triggers")]
    operations = [
        migrations.AddField("organisation", "updated_at", UPDATED_AT),
        migrations.AddField("expert", "updated_at", UPDATED_AT),
        migrations.AddField("affiliation", "updated_at", UPDATED_AT),
        migrations.RunPython(take_over_dates, migrations.RunPython.noop),
    ]
