"""The embedded engine keeps the contract, and what is its own: folders and processes."""

import pytest

from search.backends.embedded import EmbeddedBackend

from .backend_contract import BackendContract


class TestEmbedded(BackendContract):
    @pytest.fixture
    def backend(self, tmp_path, analyzer):
        return EmbeddedBackend(tmp_path / "index", analyzer)
