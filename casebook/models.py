"""What belongs to no app: the one row that says whether anything changed."""

from django.db import models


class ContentRevision(models.Model):
    """The state of all content: another ``mark`` with every change, and the time of the last.

    Marks are random, so that a state that was rolled back or lost never comes back under the
    mark of another. Written by the database itself; see ``casebook.triggers``.
    """

    mark = models.BigIntegerField()
    changed_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.mark:x}"
