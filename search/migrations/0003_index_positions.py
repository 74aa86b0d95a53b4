"""Each index remembers the last outbox entry that it holds, and the documents that failed in it."""

import django.db.models.deletion
from django.db import migrations, models

ID = models.BigAutoField(
    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
)


class Migration(migrations.Migration):
    dependencies = [("search", "0002_failing_entries")]

    operations = [
        migrations.CreateModel(
            name="SearchIndex",
            fields=[
                ("id", ID),
                ("name", models.CharField(max_length=300, unique=True)),
                ("applied", models.BigIntegerField()),
                ("seen_at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="FailedDocument",
            fields=[
                ("id", ID.clone()),
                ("kind", models.CharField(max_length=20)),
                ("object_id", models.BigIntegerField()),
                ("attempts", models.PositiveIntegerField(default=0)),
                ("error", models.CharField(max_length=300)),
                ("retry_at", models.DateTimeField()),
                (
                    "index",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="failures",
                        to="search.searchindex",
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("index", "kind", "object_id"), name="one_failure_a_document"
                    )
                ],
            },
        ),
        migrations.RemoveIndex(model_name="outboxentry", name="outbox_by_document"),
        migrations.RemoveField(model_name="outboxentry", name="attempts"),
        migrations.RemoveField(model_name="outboxentry", name="error"),
        migrations.RemoveField(model_name="outboxentry", name="retry_at"),
        migrations.AlterField(
            model_name="outboxentry",
            name="kind",
            field=models.CharField(blank=True, max_length=40),
        ),
        migrations.AlterField(
            model_name="outboxentry",
            name="object_id",
            field=models.BigIntegerField(default=0),
        ),
    ]
