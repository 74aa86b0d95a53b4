"""The atlas: counts of cases by province, part, theme, level and critic, linked to lists."""
