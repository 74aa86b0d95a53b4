"""The atlas: cases by province, part, theme, level and critic, drawn as numbers one can follow."""
