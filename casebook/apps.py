"""The site as a whole: its static files, its commands and the accounts of its editors."""

from django.apps import AppConfig


class SiteConfig(AppConfig):
    name = "casebook"
    label = "casebook_site"
