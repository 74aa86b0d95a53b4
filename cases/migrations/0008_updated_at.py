"""Rows bear the time of their last change; those with a page take over the one that triggers noted.

A new column of a place makes SQLite copy its table, and the copy has no trigger: it is made anew.
"""

from importlib import import_module

from django.db import migrations, models
from django.db.models import F, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

renew = import_module("cases.migrations.0006_seats_and_sources")

UPDATED_AT = models.DateTimeField("改动时间", default=timezone.now, editable=False)
KINDS = ("book", "part", "case", "critique", "fact", "place", "section", "theme")


def take_over_dates(apps, schema_editor):
    """The date of a row, or of what its page shows beside it."""
    dates = apps.get_model("casebook", "RowDate").objects
    for kind in KINDS:
        noted = dates.filter(kind=kind, key=OuterRef("pk")).values("changed_at")
        rows = apps.get_model("cases", kind).objects
        rows.update(updated_at=Coalesce(Subquery(noted), F("updated_at")))


class Migration(migrations.Migration):
    dependencies = [("cases", "0007_rules_by_book"), ("casebook", "0004_drop_triggers")]
    operations = [
        migrations.RunPython(renew.nothing, renew.renew_trigger),
        migrations.AddField("book", "updated_at", UPDATED_AT),
        migrations.AddField("part", "updated_at", UPDATED_AT),
        migrations.AddField("contribution", "updated_at", UPDATED_AT),
        migrations.AddField("erratum", "updated_at", UPDATED_AT),
        migrations.AddField("place", "updated_at", UPDATED_AT),
        migrations.AddField("theme", "updated_at", UPDATED_AT),
        migrations.AddField("case", "updated_at", UPDATED_AT),
        migrations.AddField("caseplace", "updated_at", UPDATED_AT),
        migrations.AddField("casetheme", "updated_at", UPDATED_AT),
        migrations.AddField("critique", "updated_at", UPDATED_AT),
        migrations.AddField("section", "updated_at", UPDATED_AT),
        migrations.AddField("passage", "updated_at", UPDATED_AT),
        migrations.AddField("reference", "updated_at", UPDATED_AT),
        migrations.AddField("fact", "updated_at", UPDATED_AT),
        migrations.AddField("seat", "updated_at", UPDATED_AT),
        migrations.RunPython(renew.renew_trigger, renew.nothing),
        migrations.RunPython(take_over_dates, migrations.RunPython.noop),
    ]
