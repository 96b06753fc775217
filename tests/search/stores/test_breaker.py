"""A server that failed is asked now and then, by one at a time."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from tomoni.search.stores.breaker import Breaker


class Clock:
    def __init__(self):
        self.now = 100.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def breaker(clock):
    return Breaker(first=2, longest=30, clock=clock)


def test_all_go_through_while_nothing_fails(breaker):
    assert [breaker.lets_through() for _ in range(3)] == [True, True, True]
    assert breaker.outage is None


def test_nobody_goes_through_after_a_failure(breaker, clock):
    opened = breaker.failed("no answer")
    clock.now += 1.9

    assert opened is True
    assert breaker.lets_through() is False
    assert breaker.outage.error == "no answer"


def test_one_tries_after_a_while(breaker, clock):
    breaker.failed("no answer")
    clock.now += 2

    assert [breaker.lets_through() for _ in range(3)] == [True, False, False]


def test_answer_closes(breaker, clock):
    breaker.failed("no answer")
    clock.now += 2
    breaker.lets_through()

    assert breaker.succeeded() is True
    assert breaker.succeeded() is False
    assert [breaker.lets_through() for _ in range(3)] == [True, True, True]
    assert breaker.outage is None


def test_tries_become_rarer_up_to_a_bound(breaker, clock):
    breaker.failed("no answer")
    tries = []

    for _ in range(120):
        clock.now += 1
        if breaker.lets_through():
            tries.append(round(clock.now - 100))
            breaker.failed("still none")

    assert tries == [2, 6, 14, 30, 60, 90, 120]


def test_outage_keeps_its_beginning_and_its_last_error(breaker, clock):
    breaker.failed("no answer")
    since = breaker.outage.since
    clock.now += 2
    breaker.lets_through()

    assert breaker.failed("wrong password") is False
    assert (breaker.outage.since, breaker.outage.error) == (since, "wrong password")


def test_try_that_never_comes_back_is_made_up_for(breaker, clock):
    breaker.failed("no answer")
    clock.now += 2
    breaker.lets_through()
    clock.now += 4

    assert breaker.lets_through() is True


def test_those_who_fail_together_lengthen_nothing(breaker, clock):
    for _ in range(10):
        breaker.failed("no answer")
    clock.now += 2

    assert breaker.lets_through() is True


def test_new_outage_begins_with_the_short_while(breaker, clock):
    for _ in range(3):
        breaker.failed("no answer")
        clock.now += 100
        breaker.lets_through()
    breaker.succeeded()

    breaker.failed("again")
    clock.now += 2

    assert breaker.lets_through() is True


def test_of_many_threads_one_tries(breaker, clock):
    breaker.failed("no answer")
    clock.now += 2

    with ThreadPoolExecutor(8) as pool:
        through = list(pool.map(lambda _: breaker.lets_through(), range(200)))

    assert through.count(True) == 1
