"""Values that are made ahead of their use."""

import pytest

from tomoni.search.stores.batches import one_behind


@pytest.mark.parametrize("count", [0, 1, 2, 5])
def test_each_value_comes_when_the_next_one_is_made(count):
    made = []

    def values():
        for number in range(count):
            made.append(number)
            yield number

    seen = [(one, len(made)) for one in one_behind(values())]

    assert seen == [(number, min(number + 2, count)) for number in range(count)]
