"""Bring everything that a running site needs up to date."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from casebook.static_files import collect
from cases.atlas.boundaries import UnfitMapError, check_map

FIXTURES = (
    "places.json",
    "places_evidence.json",
    "themes.json",
    "organisations.json",
    "digital_china_2019.json",
    "errata_digital_china_2019.json",
    "facts_digital_china_2019.json",
    "public_facts_digital_china_2019.json",
)


class Command(BaseCommand):
    help = "Migrate the database, load the shipped book, collect the static files, mend the index."

    def handle(self, *args: Any, **options: Any) -> None:
        fixtures = [str(Path(settings.BASE_DIR) / "fixtures" / name) for name in FIXTURES]
        try:
            check_map(settings.MAP_GEOJSON, settings.MAP_APPROVAL_NUMBER)
        except UnfitMapError as error:
            raise CommandError(str(error)) from error
        self.stdout.write("Database …")
        call_command("migrate", verbosity=0, interactive=False)
        self.stdout.write("Shipped book …")
        call_command("load_book", *fixtures, verbosity=0)
        call_command("load_synonyms", verbosity=0)
        self.stdout.write("Static files …")
        collect()
        self.stdout.write("Search index …")
        call_command("check_index", repair=True, verbosity=0)
