"""The starter set: whole, well written, and never stronger than an editor."""

import re
import time
from collections import Counter, defaultdict

import pytest
from django.conf import settings
from django.core.management import call_command

from tomoni.search import selectors, services
from tomoni.search.models import SynonymSet, Term
from tomoni.search.starter import starter_synonyms, starter_terms
from tomoni.search.terms.book import Book, Concept, Form, Synonyms
from tomoni.search.terms.lookup import Lookup
from tomoni.search.terms.units import folded_form, units_of

TERMS = starter_terms()
CODES = [code for code, _name in settings.LANGUAGES]
HIRAGANA = re.compile(r"[ぁ-ゖー]+")
KANJI = re.compile(r"[一-龠々]")
# One word that is meant to stand for two things: (language, form).
MEANT: set[tuple[str, str]] = set()


@pytest.fixture(scope="module")
def lookup():
    return Lookup(
        Book(
            tuple(Concept(term.slug, term.forms) for term in TERMS),
            tuple(Synonyms(one.key, one.locale, one.words, one.also) for one in starter_synonyms()),
        )
    )


def test_set_holds_terms_in_every_language():
    lacking = {
        term.slug: missing
        for term in TERMS
        if (missing := set(CODES) - {form.locale for form in term.forms})
    }

    assert len(TERMS) >= 150
    assert lacking == {}


def test_every_term_is_explained():
    silent = [t.slug for t in TERMS if not {"ja", "ja-simple", "en"} <= set(t.glosses)]

    assert silent == []


def test_form_stands_once_in_its_term_and_can_be_found():
    twice = {
        (term.slug, *key)
        for term in TERMS
        for key, count in Counter((f.locale, folded_form(f.text)) for f in term.forms).items()
        if count > 1
    }
    broken = [
        form
        for term in TERMS
        for form in term.forms
        if not form.text.strip() or any(unit.after_stop for unit in units_of(form.text))
    ]

    assert twice == set()
    assert broken == []


def test_japanese_is_read_in_hiragana():
    wrong = [
        form
        for term in TERMS
        for form in term.forms
        if form.locale == "ja"
        and (form.reading or KANJI.search(form.text))
        and not HIRAGANA.fullmatch(form.reading)
    ]

    assert wrong == []


def test_form_stands_for_one_term_in_its_language():
    meanings = defaultdict(set)
    for term in TERMS:
        for form in term.forms:
            meanings[form.locale, folded_form(form.text)].add(term.slug)

    assert {key for key, slugs in meanings.items() if len(slugs) > 1} == MEANT


def test_synonyms_have_keys_of_their_own_and_are_valid(db):
    for one in starter_synonyms():
        direction = "one-way" if one.also else "equal"
        words, also = "\n".join(one.words), "\n".join(one.also)
        SynonymSet(locale=one.locale, direction=direction, words=words, also=also).full_clean()

    keys = [one.key for one in starter_synonyms()]
    assert len(keys) == len(set(keys)) >= 40


@pytest.mark.parametrize(
    "query",
    [
        "associação de moradores", "associacoes de moradores", "hội tự quản", "hoi tu quan",
        "छिमेक समिति", "टोल विकास संस्था", "jichikai", "JICHIKAI", "じちかい", "ジチカイ",
        "町内会", "区", "asociación de vecinos", "neighborhood association", "居委会",
        "자치회", "자치회에 가입", "samahan ng magkakapitbahay", "perkumpulan warga",
        "chounaikai", "chonaikai", "近所の会",
    ],
)  # fmt: skip
def test_neighborhood_association_is_known_by_all_its_names(lookup, query):
    forms = [form for one in lookup.expansions(query, into="ja") for form in one.forms]

    assert "自治会" in forms


@pytest.mark.parametrize(
    ("query", "word"),
    [
        ("rác cỡ lớn", "粗大ごみ"),
        ("onde fica a creche?", "保育園"),
        ("फोहोर कहिले फाल्ने", "ごみ"),
        ("evacuation shelters near me", "避難所"),
        ("母子手帐", "母子健康手帳"),
        ("sodai gomi", "粗大ごみ"),
        ("hinanjo", "避難所"),
        ("kartu My Number", "マイナンバーカード"),
        ("lindol", "地震"),
        ("쓰레기를 버리는 날", "ごみ"),
        ("かいらんばん", "回覧板"),
        ("スマホ", "スマートフォン"),
        ("引っ越しの手続き", "転入"),
    ],
)
def test_everyday_queries_reach_japanese(lookup, query, word):
    forms = [form for one in lookup.expansions(query, into="ja") for form in one.forms]

    assert word in forms


def test_lookup_of_a_thousand_terms_takes_a_few_milliseconds():
    concepts = tuple(
        Concept(
            f"{term.slug}-{copy}",
            tuple(Form(f.locale, f"{f.text}{copy or ''}", f.reading) for f in term.forms),
        )
        for copy in range(6)
        for term in TERMS
    )
    large = Lookup(Book(concepts))
    query = "引っ越してきました。hoi tu quan はどこ？ごみの出し方と避難所、creche municipal " * 3
    large.expansions(query, into="ja")

    began = time.process_time()
    for _again in range(10):
        large.expansions(query[:200], into="ja")
    took = (time.process_time() - began) / 10

    assert len(concepts) >= 1000
    assert took < 0.02


def test_loading_twice_changes_nothing(db, django_assert_max_num_queries):
    first = services.load_starter_terms()
    with django_assert_max_num_queries(6):
        second = services.load_starter_terms()

    assert (first.added, first.renewed, first.left) == (len(TERMS) + len(starter_synonyms()), 0, 0)
    assert (second.added, second.renewed, second.left) == (0, 0, 0)
    assert Term.objects.count() == len(TERMS)


def test_loading_leaves_what_an_editor_changed_and_renews_the_rest(db):
    services.load_starter_terms()
    changed = Term.objects.get(slug="tax")
    services.save_term(term=changed, forms=[Form("ja", "租税", "そぜい")], glosses={})
    off = Term.objects.get(slug="park")
    off.is_active = False
    off.save()
    own = SynonymSet.objects.get(starter_key="pc")
    own.words = "パソコン\nPC"
    own.save()
    outdated = Term.objects.get(slug="road")
    outdated.glosses.all().delete()
    outdated.starter_mark = services.mark_of_term(outdated)
    outdated.save()

    loaded = services.load_starter_terms()

    assert (loaded.added, loaded.renewed, loaded.left) == (0, 1, 3)
    assert [str(form) for form in changed.forms.all()] == ["租税"]
    assert SynonymSet.objects.get(starter_key="pc").word_list == ("パソコン", "PC")
    assert outdated.glosses.count() == 3


def test_command_says_what_it_did(db, capsys):
    call_command("load_search_terms")

    assert re.search(r"\d{3}", capsys.readouterr().out)
    assert selectors.expansions("lindol", into="ja")[0].forms[0] == "地震"
