"""A running site, for the tests that send requests to it."""

from collections.abc import Iterator

import pytest

from tests.server import Site, running_site


@pytest.fixture(scope="module")
def site(site_folder) -> Iterator[Site]:
    """The shipped book behind two processes, without a limit on requests."""
    with running_site(site_folder, RATE_LIMIT="0") as running:
        yield running
