"""Every row says where it comes from; bodies have a place, facts of the book their part.

A new column of a place makes SQLite copy its table, and the copy has no trigger: it is made anew.
"""

from importlib import import_module

import django.db.models.deletion
from django.db import migrations, models

no_cycle = import_module("cases.migrations.0002_no_cycle_in_places")


def renew_trigger(apps, schema_editor):
    """PostgreSQL alters the table in place and keeps its trigger."""
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute("DROP TRIGGER IF EXISTS cases_place_no_cycle")
        schema_editor.execute(no_cycle.SQLITE)


def nothing(apps, schema_editor):
    """The other way needs nothing here."""


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0005_passages_go_with_their_section'),
        ('experts', '0003_sources_of_people_and_bodies'),
    ]

    operations = [
        migrations.AddField(
            model_name='fact',
            name='part',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='facts', to='cases.part', verbose_name='篇'),
        ),
        migrations.RunPython(nothing, renew_trigger),
        migrations.AddField(
            model_name='place',
            name='edited_fields',
            field=models.JSONField(blank=True, default=list, editable=False, verbose_name='编辑改过的字段'),
        ),
        migrations.RunPython(renew_trigger, nothing),
        migrations.AddField(
            model_name='theme',
            name='edited_fields',
            field=models.JSONField(blank=True, default=list, editable=False, verbose_name='编辑改过的字段'),
        ),
        migrations.CreateModel(
            name='Seat',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('edited_fields', models.JSONField(blank=True, default=list, editable=False, verbose_name='编辑改过的字段')),
                ('origin', models.CharField(choices=[('book', '书中载明'), ('derived', '按规则推得'), ('editor', '编辑补充'), ('public', '公开资料')], default='editor', max_length=10, verbose_name='来源')),
                ('source_line', models.PositiveIntegerField(blank=True, null=True, verbose_name='原文行号')),
                ('source_page', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='原书页码')),
                ('evidence', models.CharField(blank=True, max_length=200, verbose_name='依据')),
                ('organisation', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='seat', to='experts.organisation', verbose_name='机构')),
                ('place', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='seats', to='cases.place', verbose_name='地点')),
            ],
            options={
                'verbose_name': '机构所在地',
                'verbose_name_plural': '机构所在地',
                'ordering': ('organisation',),
            },
        ),
    ]
