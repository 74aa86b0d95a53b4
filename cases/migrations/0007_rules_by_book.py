"""What the rules said of cases is remembered book by book."""

from django.db import migrations

LINKS = ("cases.caseplace", "cases.casetheme")
BATCH = 500


def by_book(apps, schema_editor):
    """The memory of the rules for cases, one source for the library, becomes one for each book."""
    rows = apps.get_model("cases", "ImportedRow").objects
    books = dict(apps.get_model("cases", "Case").objects.values_list("slug", "book"))
    moved, gone = [], []
    for entry in rows.filter(source="rules", model__in=LINKS).iterator(BATCH):
        book = books.get(entry.key[0])
        if book is None:
            gone.append(entry.pk)
        else:
            entry.source = f"rules {book}"
            moved.append(entry)
    for start in range(0, len(gone), BATCH):
        rows.filter(pk__in=gone[start : start + BATCH]).delete()
    rows.bulk_update(moved, ["source"], batch_size=BATCH)


def for_all(apps, schema_editor):
    """Back to one source."""
    rows = apps.get_model("cases", "ImportedRow").objects
    rows.filter(source__startswith="rules ", model__in=LINKS).update(source="rules")


class Migration(migrations.Migration):
    dependencies = [("cases", "0006_seats_and_sources")]

    operations = [migrations.RunPython(by_book, for_all)]
