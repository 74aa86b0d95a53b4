"""Loads remember rows by their primary key and by where they came from."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0002_no_cycle_in_places")]

    operations = [
        migrations.DeleteModel("ImportedRow"),
        migrations.CreateModel(
            name="ImportedRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("source", models.CharField(max_length=120)),
                ("model", models.CharField(max_length=60)),
                ("key", models.JSONField()),
                ("object_id", models.PositiveBigIntegerField()),
                ("values", models.JSONField(default=dict)),
            ],
            options={
                "verbose_name": "载入记录",
                "verbose_name_plural": "载入记录",
                "constraints": (
                    models.UniqueConstraint(
                        fields=("source", "model", "object_id"), name="one_memory_a_row"
                    ),
                ),
                "indexes": [
                    models.Index(fields=("model", "object_id"), name="memories_of_a_row")
                ],
            },
        ),
    ]
