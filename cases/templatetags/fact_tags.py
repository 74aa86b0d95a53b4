"""Template filters for facts."""

from django import template

from cases.facts.periods import period_in_words

register = template.Library()
register.filter(period_in_words)
