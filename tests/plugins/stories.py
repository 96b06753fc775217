"""What happens on a whole site, run in a child process; each story tells plain data."""

# ruff: noqa: PLC0415, T201 -- app ready: each story imports after the set-up, and tells by printing

import json
import re
import uuid

import django
from django.test.utils import setup_test_environment

BLOCK = {"type": "dummy", "value": {"word": "kept", "strength": 3}, "id": str(uuid.UUID(int=7))}
PLAIN = {"type": "paragraph", "value": "<p>before</p>", "id": str(uuid.UUID(int=8))}


def tell(name, *arguments):
    django.setup()
    setup_test_environment()
    print(json.dumps(globals()[name](*arguments), ensure_ascii=False, default=str))


def furnish():
    """Make a home page with a plugin's block, a plugin's page, and a key to a core page."""
    from dummy_plugin.models import DummyLink, DummyPage
    from wagtail.models import Locale, Page, Site

    from tomoni.accounts.models import User
    from tomoni.home.models import HomePage, StandardPage

    User.objects.create_superuser("editor@example.jp", "editor@example.jp", "pass")
    locale, _made = Locale.objects.get_or_create(language_code="ja")
    root = Page.get_first_root_node()
    home = HomePage.objects.first() or root.add_child(
        instance=HomePage(title="Home", slug="home-ja", town_name="Town", locale=locale)
    )
    home.body = json.dumps([PLAIN, BLOCK])
    home.save_revision().publish()
    Site.objects.all().delete()
    Site.objects.create(hostname="localhost", root_page=home, is_default_site=True)
    home.add_child(instance=DummyPage(title="Dummy page", slug="dummy-page", locale=locale))
    plain = home.add_child(instance=StandardPage(title="Plain", slug="plain", locale=locale))
    DummyLink.objects.create(title="link", page=plain)
    return home.pk


def everything():
    """Look at each place where an extension of the dummy plugin shows itself."""
    from django.apps import apps
    from django.urls import reverse
    from django.utils import translation

    from tomoni.plugins import registry
    from tomoni.plugins.health import ask_all
    from tomoni.plugins.periodic import run_due, standings

    anyone, editor = _client(), _editor()
    home = anyone.get("/ja/").content.decode()
    with translation.override("ja"):
        address = reverse("plugins:dummy:index")
    return {
        "kinds": sorted(
            {type(e).__name__ for owner, e in registry.owned(object) if owner == "dummy"}
        ),
        "fragment": re.findall(r'<p class="dummy-fragment">.*?</p>', home),
        "address": [address, anyone.get(address).content.decode()],
        "panel": re.findall(
            r'<section class="dummy-panel">.*?</section>', editor.get("/admin/").content.decode()
        ),
        "health": [h.detail for name, h in ask_all() if name == "dummy"],
        "due": [s.name for s in standings() if s.is_due and s.name.startswith("dummy.")],
        "run": [[o.name, o.error] for o in run_due() if o.name.startswith("dummy.")],
        "due again": [s.name for s in standings() if s.is_due and s.name.startswith("dummy.")],
        "brought": apps.is_installed("dummy_plugin.companion"),
        "replaced": not apps.is_installed("wagtail.contrib.simple_translation"),
    }


def edit_and_publish_home():
    """Open the home page in the admin, change its title and publish it, all through the form."""
    from tomoni.home.models import HomePage

    editor = _editor()
    home = HomePage.objects.get()
    address = f"/admin/pages/{home.pk}/edit/"
    form = editor.get(address)
    page = form.context["form"]
    data = _posted(page, home)
    data.update({"title": "Edited", "action-publish": "1"})
    response = editor.post(address, data)
    return {"form": form.status_code, "publish": response.status_code, **look_at_home()}


def look_at_home():
    from tomoni.home.models import HomePage

    home = HomePage.objects.get()
    public = _client().get("/ja/")
    return {
        "title": home.title,
        "stored": list(home.body.raw_data),
        "revision": list(home.get_latest_revision_as_object().body.raw_data),
        "public": public.status_code,
        "shown": "kept" in public.content.decode(),
    }


def visit_dormant_page():
    """Meet a page of a switched-off plugin as a visitor and as an editor."""
    from wagtail.models import Page

    page = Page.objects.get(slug="dummy-page")
    parent = page.get_parent()
    editor = _editor()
    views = ("edit", "delete", "copy", "move", "unpublish", "history", "usage", "view_draft")
    answers = {}
    for view in views:
        response = editor.get(f"/admin/pages/{page.pk}/{view}/", follow=True)
        answers[view] = [response.redirect_chain, response.status_code, _messages(response)]
    delete = editor.post(f"/admin/pages/{page.pk}/delete/", follow=True)
    bulk = f"/admin/bulk/wagtailcore/page/delete/?id={page.pk}&next=/admin/"
    bulk_answer = editor.post(bulk, follow=True)
    above = editor.post(f"/admin/pages/{parent.pk}/delete/", follow=True)
    return {
        "parent": parent.pk,
        "public": _client().get("/ja/dummy-page/").status_code,
        "list": editor.get(f"/admin/pages/{parent.pk}/").status_code,
        "views": answers,
        "deleted": _messages(delete),
        "bulk": [bulk_answer.status_code, _messages(bulk_answer)],
        "above": _messages(above),
        "still there": Page.objects.filter(pk__in=[page.pk, parent.pk]).count(),
    }


def delete_page_with_dormant_key():
    """Delete a core page that a row of a switched-off plugin refers to."""
    from wagtail.models import Page

    page = Page.objects.get(slug="plain")
    response = _editor().post(f"/admin/pages/{page.pk}/delete/", follow=True)
    return {
        "status": response.status_code,
        "messages": _messages(response),
        "still there": Page.objects.filter(pk=page.pk).exists(),
    }


def traces(label):
    """Count what is left of a plugin in the database."""
    from django.contrib.auth.models import Permission
    from django.contrib.contenttypes.models import ContentType
    from django.db import connection
    from wagtail.models import Page

    tables = connection.introspection.table_names()
    return {
        "tables": sorted(table for table in tables if table.startswith(label)),
        "types": ContentType.objects.filter(app_label=label).count(),
        "permissions": Permission.objects.filter(content_type__app_label=label).count(),
        "dummy page": Page.objects.filter(slug="dummy-page").exists(),
        "plain": Page.objects.filter(slug="plain").exists(),
        "home": look_at_home(),
    }


def fetch(*addresses):
    client = _client()
    answers = [client.get(address) for address in addresses]
    return [[a.status_code, a.content.decode() if a.status_code == 200 else ""] for a in answers]


def _client():
    from django.test import Client

    return Client(raise_request_exception=False)


def _editor():
    from django.test import Client

    from tomoni.accounts.models import User

    client = Client(raise_request_exception=False)
    client.force_login(User.objects.get(email="editor@example.jp"))
    return client


def _messages(response):
    context = response.context
    return [str(message) for message in context["messages"]] if context else []


def _posted(form, home):
    """Send the form back as a browser would: the body as the state that its script was given."""
    from wagtail.test.utils.form_data import nested_form_data, streamfield

    state = form.fields["body"].block.get_form_state(form["body"].value())
    blocks = [(block["type"], block["value"]) for block in state]
    data = nested_form_data({"body": streamfield(blocks)})
    for number, block in enumerate(state):
        data[f"body-{number}-id"] = block["id"]
    fields = ("slug", "town_name", "summary", "footer_text")
    data.update({name: getattr(home, name) for name in fields})
    data.update(
        {
            "footer_links-TOTAL_FORMS": "0",
            "footer_links-INITIAL_FORMS": "0",
            "comments-TOTAL_FORMS": "0",
            "comments-INITIAL_FORMS": "0",
        }
    )
    return data
