"""Whose address counts, behind proxies and without."""

import pytest

from tomoni.accounts.lockout import client_address


@pytest.mark.parametrize(
    ("proxies", "forwarded", "found"),
    [
        (0, "203.0.113.9", "127.0.0.1"),
        (0, None, "127.0.0.1"),
        (1, "203.0.113.9", "203.0.113.9"),
        (1, "1.1.1.1, 203.0.113.9", "203.0.113.9"),
        (2, "1.1.1.1, 203.0.113.9, 10.0.0.2", "203.0.113.9"),
        (2, "203.0.113.9", "127.0.0.1"),
        (1, "", "127.0.0.1"),
        (1, None, "127.0.0.1"),
        (1, "x" * 500, "127.0.0.1"),
        (1, "fd00::1", "fd00::1"),
    ],
)
def test_client_address_believes_only_our_own_proxies(rf, settings, proxies, forwarded, found):
    settings.TOMONI_PROXIES = proxies
    headers = {} if forwarded is None else {"X-Forwarded-For": forwarded}

    assert client_address(rf.get("/", headers=headers)) == found
