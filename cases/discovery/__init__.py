"""What machines read of the site: head metadata, twins of pages, feeds, site maps.

docs/discovery.md tells what there is and for whom.
"""
