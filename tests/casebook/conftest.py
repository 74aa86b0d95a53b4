"""A site that really runs, for the tests that speak to it from outside."""

from collections.abc import Iterator

import pytest

from tests.server import Site, running_site


@pytest.fixture(scope="session")
def site(tmp_path_factory) -> Iterator[Site]:
    """The shipped book behind two processes, without a limit on requests."""
    with running_site(tmp_path_factory.mktemp("site"), RATE_LIMIT="0") as running:
        yield running
