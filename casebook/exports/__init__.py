"""Exports: all content of a site as files that need no site, and the way back into one."""
