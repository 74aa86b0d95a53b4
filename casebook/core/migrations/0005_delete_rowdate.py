"""The dates of rows are in their tables now."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("casebook", "0004_drop_triggers"),
        ("cases", "0008_updated_at"),
        ("experts", "0005_updated_at"),
    ]
    operations = [migrations.DeleteModel(name="RowDate")]
