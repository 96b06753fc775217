"""The wording table: declared, documented, used, and chosen by each town."""

import re
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.template import Context, Template
from django.test import RequestFactory
from django.utils import translation

import tomoni
from tomoni.home import words
from tomoni.home.context import frame as frame_context
from tomoni.home.models import HomePage, Wording
from tomoni.languages import LANGUAGES
from tomoni.plugins import WordingEntry, registry
from tomoni.testing import factories

ROOM = Path(words.__file__).parent
CORE = Path(tomoni.__file__).parent
USE = re.compile(r"\{%\s*wording\s+[\"']([a-z_]+)[\"']")
ROW = re.compile(r"^\| `([a-z_]+)` \| (.+?) \| (.+?) \|$", re.MULTILINE)


def test_every_word_is_documented_with_a_sentence() -> None:
    documented = {key: sentence for key, _meaning, sentence in ROW.findall(
        (ROOM / "README.md").read_text(encoding="utf-8")
    )}  # fmt: skip

    assert set(documented) == {word.key for word in words.WORDS}
    assert all(sentence.endswith("。") for sentence in documented.values())


def test_templates_ask_only_for_declared_words() -> None:
    used = {
        key
        for template in CORE.rglob("*.html")
        for key in USE.findall(template.read_text(encoding="utf-8"))
    }

    assert used
    assert used <= {entry.key for entry in registry.of(WordingEntry)}


@pytest.mark.parametrize("word", words.WORDS, ids=lambda word: word.key)
def test_every_word_has_a_default_in_every_language(word: words.Word) -> None:
    assert set(word.defaults) == {language.code for language in LANGUAGES}
    assert all(word.defaults.values())


def test_tag_says_the_towns_own_word(home: HomePage, rf: RequestFactory) -> None:
    Wording.objects.create(locale=home.locale, key="mayor", text="町長")
    request = rf.get("/ja/")
    template = Template(
        '{% load wording %}{% wording "mayor" %} {% wording "residents" as r %}[{{ r }}]'
    )

    shown = template.render(Context({"request": request, **frame_context(request)}))

    assert shown == "町長 [住民]"


def test_tag_escapes_the_word(home: HomePage, rf: RequestFactory) -> None:
    Wording.objects.create(locale=home.locale, key="mayor", text="<b>町長</b>")
    template = Template('{% load wording %}{% wording "mayor" %}')

    shown = template.render(Context(frame_context(rf.get("/ja/"))))

    assert shown == "&lt;b&gt;町長&lt;/b&gt;"


@pytest.mark.parametrize(("code", "word"), [("ja", "首長"), ("pt-br", "prefeito"), ("en", "mayor")])
def test_tag_says_the_default_where_there_is_no_frame(code: str, word: str) -> None:
    template = Template('{% load wording %}{% wording "mayor" %}')

    with translation.override(code):
        assert template.render(Context()) == word


def test_tag_refuses_an_undeclared_word_while_developing() -> None:
    with pytest.raises(KeyError):
        Template('{% load wording %}{% wording "emperor" %}').render(Context())


def test_tag_leaves_an_undeclared_word_out_in_production(settings: object) -> None:
    settings.PLUGINS_STRICT = False  # type: ignore[attr-defined]

    assert Template('{% load wording %}[{% wording "emperor" %}]').render(Context()) == "[]"


def test_word_that_no_page_uses_is_refused(home: HomePage) -> None:
    entry = Wording(locale=home.locale, key="emperor", text="皇帝")

    with pytest.raises(ValidationError) as refused:
        entry.full_clean()

    assert set(refused.value.message_dict) == {"key"}


def test_word_is_chosen_once_in_each_language(home: HomePage) -> None:
    Wording.objects.create(locale=home.locale, key="mayor", text="町長")
    Wording.objects.create(locale=factories.make_locale("en"), key="mayor", text="mayor")

    with pytest.raises(ValidationError):
        Wording(locale=home.locale, key="mayor", text="市長").full_clean()
