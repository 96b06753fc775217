"""The finder of English finds it wherever a screen says it, and leaves alone what is no English."""

import json
import shutil
from pathlib import Path

import polib
import pytest
from django.conf import settings
from django.template import engines
from django.urls import reverse
from tests.journeys.english import english_in

from tomoni.accounts.models import User
from tomoni.i18n import compile_catalogues
from tomoni.project import admin_templates

DATA = json.dumps({"menu": [{"label": "Reports"}], "html": "<p>Nothing here</p>"})


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ("<p>保存 <b>Save draft</b></p>", ["Save draft ⟵ p > b"]),
        ("<title>Editing: 協働</title>", ["Editing: 協働 ⟵ title"]),
        ("<p hidden>Saved</p>", ["Saved ⟵ p"]),
        ("<template><i>Saved</i></template>", ["Saved ⟵ template > i"]),
        ("<noscript><p>Saved</p></noscript>", ["Saved ⟵ noscript > p"]),
        ('<button aria-label="Close"></button>', ["Close ⟵ button@aria-label"]),
        ('<a title="Edit" href="/edit/">見る</a>', ["Edit ⟵ a@title"]),
        ('<img alt="Avatar" src="face.png">', ["Avatar ⟵ img@alt"]),
        ('<input placeholder="Search">', ["Search ⟵ input@placeholder"]),
        ('<input type="submit" value="Send">', ["Send ⟵ input@value"]),
        ('<optgroup label="Towns"></optgroup>', ["Towns ⟵ optgroup@label"]),
        ('<p data-later="Please wait a moment">…</p>', ["Please wait a moment ⟵ p@data-later"]),
        (
            f'<script id="menu" type="application/json">{DATA}</script>',
            ["Reports ⟵ script#menu label", "Nothing here ⟵ script#menu html > p"],
        ),
        (
            f"<form data-blocks='{DATA}'></form>",
            [
                "Reports ⟵ form@data-blocks label",
                "Nothing here ⟵ form@data-blocks html > p",
            ],
        ),
        (DATA, ["Reports ⟵ label", "Nothing here ⟵ html > p"]),
    ],
)
def test_finder_reports_planted_english(html, said):
    assert english_in(html) == said


@pytest.mark.parametrize(
    "html",
    [
        "<p>下書きを保存しました。</p>",
        "<textarea>Written by somebody</textarea>",
        '<input name="title" value="Written by somebody">',
        "<p><code>http://example.com/some/path</code></p>",
        "<p>https://town.example/some/path と editor@town.example</p>",
        '<p lang="en">Residents and the city together</p>',
        "<p>TomoniではPDFとWordの文書（.docx）を取り込めます（Ctrl+S）。</p>",
        '<p class="button primary" data-action="click->w-dialog#hide">閉じる</p>',
        "<script>const words = 'Not shown to anybody';</script>",
        "<p>%(count)s件</p>",
        "<p>ともに市のページ「Civic life」</p>",
    ],
)
def test_finder_leaves_alone_what_is_no_english(html):
    assert english_in(html, ["Civic life"]) == []


@pytest.fixture
def without(settings, tmp_path):
    """Take texts out of the Japanese catalogues, as if nobody had translated them."""

    def take_out(*msgids):
        folders = []
        for folder in map(Path, settings.LOCALE_PATHS):
            copy = tmp_path / folder.name
            shutil.copytree(folder, copy, ignore=shutil.ignore_patterns("*.mo"))
            for path in copy.glob("ja/LC_MESSAGES/*.po"):
                catalogue = polib.pofile(str(path))
                for entry in [one for one in catalogue if one.msgid in msgids]:
                    catalogue.remove(entry)
                catalogue.save()
            folders.append(copy)
        compile_catalogues(folders)
        # Assigning tells Django to read its catalogues anew.
        settings.LOCALE_PATHS = [str(folder) for folder in folders]

    return take_out


@pytest.fixture
def fresh_templates():
    """Forget the templates that were read, now and after the test."""

    def forget():
        for loader in engines["django"].engine.template_loaders:
            loader.reset()

    yield forget
    forget()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "msgid"),
    [
        ("wagtailadmin_home", "Keyboard shortcuts"),
        ("wagtailadmin_home", "Import of guidelines"),
        ("wagtailadmin_account", "Save your changes before leaving"),
        ("wagtailadmin_workflows:add", "Assign to another page"),
    ],
)
def test_walk_meets_what_is_not_translated(admin_client, without, name, msgid):
    before = english_in(screen(admin_client, name), people())

    without(msgid)
    after = english_in(screen(admin_client, name), people())

    assert before == []
    assert [one.partition(" ⟵ ")[0] for one in after] == [msgid]


@pytest.mark.django_db
def test_walk_meets_what_a_template_says_by_itself(admin_client, monkeypatch, fresh_templates):
    monkeypatch.setattr(admin_templates, "REPAIRS", ())
    fresh_templates()

    found = english_in(screen(admin_client, "wagtailadmin_home"), people())

    assert "Search" in [one.partition(" ⟵ ")[0] for one in found]


def screen(client, name):
    return client.get(reverse(name)).content.decode()


def people():
    return [*User.objects.values_list("username", flat=True), "localhost"]


def test_catalogues_lie_where_this_test_takes_them_from():
    assert {Path(folder).name for folder in settings.LOCALE_PATHS} == {"locale", "wagtail"}
