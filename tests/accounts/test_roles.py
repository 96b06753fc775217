"""Each role has the rights its work needs, and no more."""

import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from wagtail.models import GroupApprovalTask, Page, Workflow

from tomoni.accounts.roles import (
    APPROVER,
    EDITOR,
    GROUP_OFFICER,
    OPERATOR,
    REVIEWER,
    ROLES,
    TRANSLATOR,
)
from tomoni.plugins import PluginConfig

pytestmark = pytest.mark.django_db


def plugin_labels():
    return {c.label for c in apps.get_app_configs() if isinstance(c, PluginConfig)}


def rights_of(role):
    group = Group.objects.get(name=role.group_name)
    return (
        {
            f"{p.content_type.app_label}.{p.codename}"
            for p in group.permissions.all()
            # Plugins hand out rights to their own tables, which the core's table does not list.
            if p.content_type.app_label not in plugin_labels()
        },
        {(p.page.depth, p.permission.codename) for p in group.page_permissions.all()},
        {
            f"{p.permission.content_type.app_label}.{p.permission.codename}"
            for p in group.collection_permissions.all()
        },
    )


@pytest.mark.parametrize("role", ROLES, ids=lambda role: role.code)
def test_migrations_gave_each_group_what_the_table_says(role):
    assert rights_of(role) == (
        set(role.permissions),
        {(1, codename) for codename in role.page_permissions},
        set(role.collection_permissions),
    )


def test_only_our_groups_exist():
    names = Group.objects.order_by("name").values_list("name", flat=True)

    assert list(names) == sorted(role.group_name for role in ROLES)


def test_approval_workflow_asks_the_approvers():
    groups = GroupApprovalTask.objects.get().groups.values_list("name", flat=True)

    assert list(groups) == [APPROVER.group_name]
    assert Workflow.objects.get().name == "課長の承認"


@pytest.mark.parametrize(
    ("role", "can"),
    [
        (EDITOR, {"add", "edit"}),
        (APPROVER, {"edit", "publish", "lock"}),
        (TRANSLATOR, {"edit"}),
        (OPERATOR, set()),
        (REVIEWER, set()),
        (GROUP_OFFICER, set()),
    ],
    ids=lambda value: getattr(value, "code", ""),
)
def test_roles_may_do_their_part_on_pages(person, role, can):
    page = Page.objects.get(depth=1).add_child(instance=Page(title="町", slug="town"))

    tester = page.permissions_for_user(person("sato", role))

    asked = {
        "add": tester.can_add_subpage(),
        "edit": tester.can_edit(),
        "publish": tester.can_publish(),
        "lock": tester.can_lock(),
    }
    assert {name for name, allowed in asked.items() if allowed} == can


@pytest.mark.parametrize(
    ("role", "status"),
    [
        (EDITOR, 200),
        (APPROVER, 200),
        (TRANSLATOR, 200),
        (OPERATOR, 200),
        (REVIEWER, 302),
        (GROUP_OFFICER, 302),
    ],
    ids=lambda value: getattr(value, "code", ""),
)
def test_only_those_who_work_there_enter_the_admin(client, person, role, status):
    client.force_login(person("sato", role))

    assert client.get("/admin/").status_code == status
