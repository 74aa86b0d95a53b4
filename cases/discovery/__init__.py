"""What machines read: page metadata, Markdown representations, feeds, site maps.

docs/discovery.md tells what there is and for whom.
"""
