"""Operators look after accounts and find no way upwards."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse

from tomoni.accounts.models import User
from tomoni.accounts.roles import APPROVER, EDITOR, OPERATOR, REVIEWER

pytestmark = pytest.mark.django_db

NEW = "wagtailusers_users:add"
EDIT = "wagtailusers_users:edit"


@pytest.fixture
def operator(client, person):
    user = person("ueda", OPERATOR)
    client.force_login(user)
    return user


@pytest.fixture
def chief(person):
    return person("chief", is_superuser=True)


@pytest.fixture
def raising_group():
    group = Group.objects.create(name="権限管理")
    group.permissions.add(Permission.objects.get(codename="change_group"))
    return group


def fields(user=None, **values):
    known = {"username": "mori", "email": "mori@town.example", "display_name": "森"}
    if user:
        known = {"username": user.username, "email": user.email, "is_active": "on"}
        known["groups"] = [group.pk for group in user.groups.all()]
    return {**known, **values}


def bulk(action, *users):
    url = reverse("wagtail_bulk_action", args=["tomoni_accounts", "user", action])
    return f"{url}?{'&'.join(f'id={user.pk}' for user in users)}"


def test_operator_makes_an_account_with_a_role(client, operator, password):
    editors = Group.objects.get(name=EDITOR.group_name)

    client.post(reverse(NEW), fields(password1=password, password2=password, groups=[editors.pk]))

    made = User.objects.get(username="mori")
    assert (made.get_full_name(), list(made.groups.all()), made.is_superuser) == (
        "森",
        [editors],
        False,
    )
    assert made.check_password(password)


def test_operator_cannot_make_a_superuser(client, operator, person, password):
    other = person("sato", EDITOR)

    client.post(reverse(NEW), fields(password1=password, password2=password, is_superuser="on"))
    client.post(reverse(EDIT, args=[other.pk]), fields(other, is_superuser="on"))
    client.post(reverse(EDIT, args=[operator.pk]), fields(operator, is_superuser="on"))

    assert User.objects.count() == 3
    assert not User.objects.filter(is_superuser=True).exists()


def test_operator_cannot_touch_a_superuser(client, operator, chief, password):
    new = {"password1": "another-long-word", "password2": "another-long-word"}

    seen = client.get(reverse(EDIT, args=[chief.pk]))
    client.post(reverse(EDIT, args=[chief.pk]), fields(chief, **new, email="me@evil.example"))
    client.post(reverse("wagtailusers_users:delete", args=[chief.pk]))
    client.post(bulk("set_active_state", chief), {"mark_as_active": "False"})
    client.post(bulk("delete", chief))

    now = User.objects.get(pk=chief.pk)
    assert seen.status_code == 302
    assert (now.email, now.is_active) == (chief.email, True)
    assert now.check_password(password)


def test_operator_cannot_touch_who_may_change_groups(client, operator, person, raising_group):
    above = person("kacho")
    above.groups.add(raising_group)

    client.post(reverse(EDIT, args=[above.pk]), fields(above, email="me@evil.example"))

    assert User.objects.get(pk=above.pk).email == above.email


def test_operator_cannot_give_a_group_that_raises(client, operator, person, raising_group):
    other = person("sato")

    response = client.post(reverse(EDIT, args=[other.pk]), fields(other, groups=[raising_group.pk]))
    client.post(bulk("assign_role", other), {"role": raising_group.pk})

    assert "groups" in response.context["form"].errors
    assert other.groups.count() == 0


def test_operator_cannot_change_own_roles(client, operator):
    editors = Group.objects.get(name=EDITOR.group_name)

    client.post(reverse(EDIT, args=[operator.pk]), fields(operator, groups=[editors.pk]))
    client.post(bulk("assign_role", operator), {"role": editors.pk})

    assert list(operator.groups.values_list("name", flat=True)) == [OPERATOR.group_name]


def test_operator_gives_a_role_to_many(client, operator, person):
    reviewers = Group.objects.get(name=REVIEWER.group_name)
    people = [person("sato"), person("mori")]

    client.post(bulk("assign_role", *people), {"role": reviewers.pk})

    assert set(reviewers.user_set.all()) == set(people)


def test_operator_has_no_way_to_groups_and_their_rights(client, operator):
    group = Group.objects.get(name=OPERATOR.group_name)
    urls = [reverse("wagtailusers_groups:index"), reverse("wagtailusers_groups:add")]
    urls.append(reverse("wagtailusers_groups:edit", args=[group.pk]))

    assert [client.get(url).status_code for url in urls] == [302, 302, 302]


def test_operator_changes_a_password_and_switches_an_account_off(client, operator, person):
    other = person("sato", EDITOR)
    new = {"password1": "another-long-word", "password2": "another-long-word"}

    client.post(reverse(EDIT, args=[other.pk]), {**fields(other, **new), "is_active": ""})

    now = User.objects.get(pk=other.pk)
    assert (now.check_password("another-long-word"), now.is_active) == (True, False)


@pytest.mark.parametrize("role", [EDITOR, APPROVER])
def test_others_do_not_reach_accounts(client, person, role):
    client.force_login(person("sato", role))
    urls = [reverse("wagtailusers_users:index"), reverse(NEW), reverse(EDIT, args=[1])]

    assert {client.get(url).status_code for url in urls} <= {302, 404}
    client.post(reverse(NEW), fields())
    assert User.objects.count() == 1


def test_superuser_may_do_all_of_it(client, chief, person, raising_group):
    client.force_login(chief)
    other = person("sato")

    client.post(
        reverse(EDIT, args=[other.pk]), fields(other, is_superuser="on", groups=[raising_group.pk])
    )

    now = User.objects.get(pk=other.pk)
    assert (now.is_superuser, list(now.groups.all())) == (True, [raising_group])


@pytest.mark.parametrize(
    ("field", "value"),
    [("username", "a@b"), ("email", "UEDA@town.example"), ("email", ""), ("password1", "123")],
)
def test_unfit_accounts_are_refused_at_their_field(client, operator, password, field, value):
    values = {**fields(password1=password, password2=password), field: value}
    if field == "password1":
        values["password2"] = value

    response = client.post(reverse(NEW), values)

    assert User.objects.count() == 1
    assert response.status_code == 200
    assert response.context["form"].errors


def test_account_page_saves_name_and_mail_alone(client, operator):
    url = reverse("wagtailadmin_account")
    html = client.get(url).content.decode()

    client.post(
        url,
        {
            "name_email-display_name": "上田",
            "name_email-email": "ueda@town.example",
            "locale-preferred_language": "en",
            "locale-current_time_zone": "",
            "theme-theme": "system",
            "theme-contrast": "system",
            "theme-density": "default",
        },
    )

    now = User.objects.get(pk=operator.pk)
    assert "first_name" not in html
    assert now.display_name == "上田"
    assert now.wagtail_userprofile.preferred_language == "en"


@pytest.mark.parametrize("count", [1, 3])
def test_user_list_needs_the_same_queries_however_many(
    client, operator, person, django_assert_max_num_queries, count
):
    client.get(reverse("wagtailusers_users:index"))
    for number in range(count):
        person(f"person{number}", EDITOR)

    with django_assert_max_num_queries(12):
        client.get(reverse("wagtailusers_users:index"))
