"""Editors meet Japanese only: Wagtail's texts have it from Wagtail or from us, and it fits."""

import json
import re
import shutil
from datetime import timedelta
from pathlib import Path

import polib
import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone, translation
from wagtail.admin.templatetags.wagtailadmin_tags import naturaltime
from wagtail.users.models import UserProfile

from tomoni.accounts.models import User
from tomoni.project import wagtail_texts

OURS = sorted(wagtail_texts.our_folder().rglob("*.po"))
# What the glossary at the top of our catalogue says otherwise, wherever editors might read it.
OTHER_WORDS = re.compile(
    "ワークフロー|タスク|モデレ|拒否|却下|ライブ|改定|リビジョン|原稿|サインイン|サブページ|子ページ"
    "|プライバシー|可視性|スケジュール|好みの|アライアス|可能|下さい|ユーザ(?!ー)|リダイレクト(?!）)|ません。。"
)
# The screens say these for a reader who knows them so.
LATIN_ONLY = {"IPv4", "IPv6", "URL", "ID", "Wagtail", "Wagtail API v2", "Wagtail API v3"}
PARTS = re.compile(r"%\(\w+\)[sd]|\{\w+\}|<[^>]+>")
JAPANESE = re.compile("[ぁ-んァ-ヶ一-龠]")


@pytest.fixture(scope="module")
def japanese():
    return wagtail_texts.japanese_of_packages()


def test_how_long_ago_something_was_is_said_in_japanese():
    with translation.override("ja"):
        said = [naturaltime(timezone.now() - timedelta(seconds=ago)) for ago in (3, 65, 4000)]

    assert said == ["3秒前", "1分前", "1時間前"]


@pytest.fixture(scope="module")
def texts():
    return wagtail_texts.texts_of_packages()


def test_every_text_of_every_package_has_japanese(texts):
    lacking = [text.msgid for text in wagtail_texts.untranslated()]

    assert len([text for text in texts if text.domain == "django"]) > 1600
    assert len([text for text in texts if text.domain == "djangojs"]) > 80
    assert lacking == [], "run `tomoni messages --wagtail` and translate what it adds"


def test_japanese_is_japanese(texts, japanese):
    english = {
        words
        for text in texts
        for words in [PARTS.sub("", japanese[text.key])]
        if re.search("[A-Za-z]{3}", words) and not JAPANESE.search(words)
    }

    assert english <= LATIN_ONLY


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.name)
def test_translation_keeps_placeholders_and_elements(path):
    broken = [
        entry.msgid
        for entry in polib.pofile(str(path))
        for words in [entry.msgstr_plural.get(0, "") if entry.msgid_plural else entry.msgstr]
        if parts(words) not in {parts(entry.msgid), parts(entry.msgid_plural or entry.msgid)}
    ]

    assert broken == []


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.name)
def test_catalogue_has_each_text_once_and_guesses_nothing(path):
    entries = polib.pofile(str(path))
    keys = [(entry.msgctxt, entry.msgid, bool(entry.msgid_plural)) for entry in entries]

    assert len(keys) == len(set(keys))
    assert [entry.msgid for entry in entries if not entry.translated()] == []
    assert [
        entry.msgid for entry in entries if entry.msgid_plural and len(entry.msgstr_plural) > 1
    ] == []


def test_words_are_those_of_the_glossary(texts, japanese):
    strays = {
        text.msgid: japanese[text.key]
        for text in texts
        if OTHER_WORDS.search(japanese[text.key]) and is_wagtails(text)
    }

    assert strays == {}


def test_core_and_plugins_say_nothing_else_for_the_same_english(texts, japanese):
    """An English text has one Japanese, whoever says it; another meaning needs a context."""
    said = {text.key for text in texts}
    torn = [
        (entry.msgid, entry.msgstr, japanese[key])
        for path in own_catalogues()
        for entry in polib.pofile(str(path))
        for key in [("django", entry.msgctxt or "", entry.msgid, bool(entry.msgid_plural))]
        if entry.translated() and not entry.msgid_plural and key in said
        if entry.msgstr != japanese[key]
        and ("tomoni/formats/words.py", "") not in entry.occurrences
    ]

    assert torn == []


def test_django_speaks_our_japanese_and_not_wagtails():
    with translation.override("ja"):
        spoken = (
            translation.gettext("Submit for moderation"),
            translation.gettext("Unschedule"),
            translation.ngettext("Moved up 1 place.", "Moved up %(counter)s places.", 2),
        )

    assert spoken == ("承認を申請する", "公開の予約を取り消す", "%(counter)s個上に移動しました。")


def test_scripts_of_the_admin_get_every_text(client, texts, japanese):
    script = client.get(reverse("wagtailadmin_javascript_catalog")).content.decode()

    found = re.search(r"const newcatalog = (\{.*?\n  \});", script, re.DOTALL)
    catalogue = json.loads(found[1])
    wanted = {text for text in texts if text.domain == "djangojs"}

    assert {
        text.msgid: [japanese[text.key]] if text.plural else japanese[text.key] for text in wanted
    }.items() <= catalogue.items()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("chosen", "language", "heading"), [("", "ja", "ダッシュボード"), ("en", "en", "Dashboard")]
)
def test_editor_reads_japanese_without_choosing_it(admin_client, chosen, language, heading):
    UserProfile.objects.create(user=User.objects.get(), preferred_language=chosen)

    page = admin_client.get("/admin/", headers={"accept-language": "en-US,en;q=0.9"})

    assert f'<html lang="{language}"' in page.content.decode()
    assert heading in page.content.decode()


def test_command_adds_what_is_missing_and_names_it(settings, tmp_path, capsys):
    folder = tmp_path / "wagtail"
    shutil.copytree(wagtail_texts.our_folder(), folder)
    settings.LOCALE_PATHS = [folder]
    for name, msgid in (("django.po", "Moved up 1 place."), ("djangojs.po", "Split block")):
        path = folder / "ja" / "LC_MESSAGES" / name
        catalogue = polib.pofile(str(path), wrapwidth=0)
        catalogue.remove(catalogue.find(msgid))
        catalogue.save()

    with pytest.raises(CommandError, match="2 texts"):
        call_command("messages", wagtail=True)

    added = [
        entry.msgid
        for path in sorted(folder.rglob("*.po"))
        for entry in polib.pofile(str(path))
        if not entry.translated()
    ]
    said = capsys.readouterr().out
    assert added == ["Moved up 1 place.", "Split block"]
    assert "missing: 'Split block' (admin/src/components/Draftail/commands/Split.js)" in said


def is_wagtails(text):
    return not text.places or not text.places[0].startswith(("auth/", "conf/", "contenttypes/"))


def own_catalogues():
    root = Path(settings.LOCALE_PATHS[0])
    yield root / "ja" / "LC_MESSAGES" / "django.po"
    yield from (root.parent / "plugins").glob("*/locale/ja/LC_MESSAGES/django.po")


def parts(text):
    return (
        frozenset(re.findall(r"%\(\w+\)[sd]|\{\w+\}", text)),
        tuple(sorted(re.findall(r"<[^>]+>", text))),
    )
