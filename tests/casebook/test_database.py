"""Both databases are set up so that they keep what they promise."""

import os
import subprocess
import sys

import pytest
from django.db import IntegrityError, transaction

from cases.models import Part

ASK = """
from django.db import connection
with connection.cursor() as cursor:
    for name in ("foreign_keys", "busy_timeout", "journal_mode"):
        print(cursor.execute(f"PRAGMA {name}").fetchone()[0])
"""


def test_sqlite_keeps_references_waits_for_locks_and_logs_ahead(tmp_path):
    environment = {"PATH": os.environ["PATH"], "DATA_DIR": str(tmp_path)}
    command = [sys.executable, "manage.py", "shell", "--no-imports", "-c", ASK]

    answer = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)

    assert answer.stdout.split() == ["1", "20000", "wal"]


@pytest.mark.django_db(transaction=True)
def test_a_row_cannot_point_to_nothing():
    with pytest.raises(IntegrityError), transaction.atomic():
        Part.objects.create(book_id=999_999, number=1, slug="x-part-1", title="无书之篇")
