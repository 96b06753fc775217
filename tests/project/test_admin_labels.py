"""Fields that Wagtail leaves without a label have one, in Japanese."""

import importlib
import inspect

import pytest
from django import forms
from django.urls import reverse
from django.utils import translation
from wagtail.admin.forms import choosers
from wagtail.users.forms import PagePermissionsForm

from tomoni.project.admin_labels import _form_fields

NAMED = _form_fields()


@pytest.mark.parametrize(
    ("form", "name", "label"), NAMED, ids=lambda value: getattr(value, "__name__", str(value))
)
def test_field_is_named_by_us_and_not_by_wagtail(form, name, label):
    source = inspect.getsource(importlib.import_module(form.__module__))
    declared = source.split(f"class {form.__name__}")[1].split(f"{name} = ")[1].split(")\n")[0]

    with translation.override("ja"):
        spoken = str(form.base_fields[name].label)

    assert spoken == str_in_japanese(label)
    assert not spoken.isascii()
    assert "label=" not in declared


def test_no_field_of_a_link_is_forgotten():
    forms_of_links = [
        one
        for _name, one in inspect.getmembers(choosers, inspect.isclass)
        if issubclass(one, forms.Form) and one.__name__.endswith("LinkChooserForm")
    ]
    nameless = [
        (form.__name__, name)
        for form in forms_of_links
        for name, field in form.base_fields.items()
        if not field.label
    ]

    assert len(forms_of_links) == 4
    assert nameless == []


@pytest.mark.django_db
def test_list_of_sites_has_japanese_columns(admin_client):
    html = admin_client.get(reverse("wagtailsites:index")).content.decode()

    assert [word for word in ("Port", "Site name", "Root page") if word in html] == []
    assert "ポート番号" in html


def str_in_japanese(label):
    with translation.override("ja"):
        return str(label)


@pytest.mark.django_db
def test_rights_on_pages_are_named_by_what_they_allow():
    field = PagePermissionsForm().fields["permissions"]

    with translation.override("ja"):
        said = {permission.codename: str(label) for permission, label in named(field)}

    assert len(said) == 6
    assert (said["change_page"], said["publish_page"]) == (
        "すべてのページの編集",
        "すべてのページの公開",
    )
    assert [label for label in said.values() if label.isascii()] == []


def named(field):
    return [(permission, field.label_from_instance(permission)) for permission in field.queryset]
