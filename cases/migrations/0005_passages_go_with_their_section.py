"""A section that is deleted takes its passages along: none can stand without one."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0004_evidence")]

    operations = [
        migrations.AlterField(
            model_name="passage",
            name="section",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="passages",
                to="cases.section",
                verbose_name="小节",
            ),
        ),
    ]
