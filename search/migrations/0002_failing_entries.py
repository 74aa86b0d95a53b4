"""An entry that failed is kept with its error; none stands for all documents any more."""

from django.db import migrations, models


def drop_entries_for_everything(apps, schema_editor):
    """The code that reads this makes a new index anyway, and so takes everything in."""
    apps.get_model("search", "OutboxEntry").objects.filter(object_id=None).delete()


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]

    operations = [
        migrations.RunPython(drop_entries_for_everything, migrations.RunPython.noop),
        migrations.AlterField(
            model_name="outboxentry",
            name="object_id",
            field=models.BigIntegerField(),
        ),
        migrations.AddField(
            model_name="outboxentry",
            name="attempts",
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="outboxentry",
            name="error",
            field=models.CharField(blank=True, max_length=300),
        ),
        migrations.AddField(
            model_name="outboxentry",
            name="retry_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddIndex(
            model_name="outboxentry",
            index=models.Index(fields=["kind", "object_id"], name="outbox_by_document"),
        ),
    ]
