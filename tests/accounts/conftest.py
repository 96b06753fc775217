"""People for the tests of accounts."""

import pytest
from django.contrib.auth.models import Group

from tomoni.accounts.models import User


@pytest.fixture
def password():
    return "ともにまちを歩く2026"


@pytest.fixture
def person(db, password):
    """Return a function that makes a user with the given roles."""

    def make(username, *roles, **fields):
        mail = fields.pop("email", f"{username}@town.example")
        user = User.objects.create_user(username, mail, password, **fields)
        user.groups.set([Group.objects.get(name=role.group_name) for role in roles])
        return user

    return make
