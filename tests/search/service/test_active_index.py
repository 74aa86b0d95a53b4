"""The active index: checked for changes now and then, not at every search."""

import pytest

from search.service.active_index import get_backend, get_index

pytestmark = pytest.mark.django_db


def test_many_searches_look_at_the_editors_words_once(index, django_assert_num_queries):
    get_index()
    index.check_again()

    with django_assert_num_queries(1):
        for _ in range(50):
            get_index()


def test_a_look_that_finds_nothing_new_keeps_the_engine(index):
    before = get_backend()

    index.check_again()

    assert get_backend() is before
