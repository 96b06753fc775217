"""The term base and the synonym table, as the search asks them."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from tomoni.search import selectors, services
from tomoni.search.analysis.tokens import Reason
from tomoni.search.models import SynonymSet, Term, TermForm
from tomoni.search.terms.book import read_form
from tomoni.search.terms.lookup import Expansion

pytestmark = pytest.mark.django_db


def make_term(slug="association", *, glosses=None, **forms) -> Term:
    return services.save_term(
        term=Term(slug=slug),
        forms=[
            read_form(code.replace("_", "-"), line)
            for code, lines in forms.items()
            for line in lines
        ],
        glosses=glosses or {},
    )


def expand(query, into="ja"):
    return [one.forms for one in selectors.expansions(query, into=into)]


def test_term_is_known_from_the_moment_it_is_saved():
    before = expand("hoi tu quan")

    make_term(ja=["自治会（じちかい）"], vi=["hội tự quản"])

    assert (before, expand("hoi tu quan")) == ([], [("自治会",)])


def test_saving_writes_forms_in_their_order():
    term = make_term(ja=["自治会（じちかい）", "町内会"], pt_br=["associação de moradores"])

    rows = TermForm.objects.values_list("locale", "text", "reading", "is_preferred", "folded")

    assert list(rows) == [
        ("ja", "自治会", "じちかい", True, "自 治 会"),
        ("ja", "町内会", "", False, "町 内 会"),
        ("pt-br", "associação de moradores", "", True, "associacao de morador"),
    ]
    assert str(Term.objects.get(pk=term.pk)) == "自治会"


def test_saving_again_replaces_what_was():
    term = make_term(ja=["自治会"], glosses={"ja": "近所の集まり", "en": ""})

    services.save_term(term=term, forms=[read_form("ja", "町会")], glosses={"en": "A group"})

    assert [str(row) for row in term.forms.all()] == ["町会"]
    assert [str(row) for row in term.glosses.all()] == ["A group"]
    assert expand("自治会") == []


@pytest.mark.parametrize("number", [1, 3])
def test_search_asks_the_database_only_after_a_change(number, django_assert_num_queries):
    for one in range(number):
        make_term(f"term-{one}", ja=[f"語句{one}号"], en=[f"word{one}"])
    SynonymSet.objects.create(words="スマホ\nスマートフォン")

    with django_assert_num_queries(2):
        expand("word0")
    with django_assert_num_queries(0):
        found = expand("word0")

    assert found == [("語句0号",)]


def test_what_is_not_in_use_or_deleted_is_not_known():
    term, words = make_term(ja=["自治会"], en=["association"]), SynonymSet(words="スマホ\n携帯")
    words.save()
    known = [expand("association"), expand("スマホ")]

    term.is_active = False
    term.save()
    words.delete()

    assert (known, [expand("association"), expand("スマホ")]) == (
        [[("自治会",)], [("携帯",)]],
        [[], []],
    )


def test_one_way_set_leads_to_the_right_only():
    SynonymSet.objects.create(direction="one-way", words="引っ越し", also="転入\r\n 転出 \r\n")

    assert selectors.expansions("引っ越し", into="ja-simple") == (
        Expansion(0, 4, ("転入", "転出"), Reason.SYNONYM),
    )
    assert expand("転入") == []


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"words": "スマホ"}, {"words"}),
        ({"words": "スマホ\nｽﾏﾎ"}, {"words"}),
        ({"words": "スマホ\n。。"}, {"words"}),
        ({"words": f"スマホ\n{'長' * 101}"}, {"words"}),
        ({"words": "スマホ\n携帯", "also": "電話"}, {"also"}),
        ({"words": "引っ越し", "direction": "one-way"}, {"also"}),
        ({"words": "引っ越し", "also": "引っ越し", "direction": "one-way"}, {"also"}),
        ({"words": "引っ越し", "also": "転入", "direction": "one-way"}, set()),
        ({"words": "スマホ\n携帯"}, set()),
    ],
)
def test_set_says_what_is_wrong_with_it(fields, wrong):
    errors = {}
    try:
        SynonymSet(**fields).full_clean()
    except ValidationError as error:
        errors = error.message_dict

    assert set(errors) == wrong


def test_form_has_a_reading_in_hiragana_and_in_japanese_only():
    term = make_term()
    for form in (
        TermForm(term=term, locale="ja", text="自治会", reading="ジチカイ", folded="x"),
        TermForm(term=term, locale="en", text="association", reading="じちかい", folded="x"),
    ):
        with pytest.raises(ValidationError, match=r"hiragana|Japanese|ひらがな|日本語"):
            form.full_clean()


@pytest.mark.parametrize(
    "fields",
    [{"text": ""}, {"text": "自治会"}, {"text": "町会", "is_preferred": True}],
)
def test_database_refuses_what_no_term_may_have(fields):
    term = make_term(ja=["自治会"])

    with pytest.raises(IntegrityError):
        TermForm.objects.create(term=term, locale="ja", **fields)


@pytest.mark.parametrize("typed", ["hoi tu", "ジチ", "自治会", "assoc"])
def test_terms_are_found_by_any_of_their_words(typed):
    make_term(ja=["自治会", "じちかい"], vi=["hội tự quản"])
    make_term("tax", ja=["税金"])

    found = selectors.terms_matching(typed, among=Term.objects.all())

    assert [term.slug for term in found] == ["association"]


def test_nothing_is_found_by_signs_alone():
    make_term(ja=["自治会"])

    assert not selectors.terms_matching("。、", among=Term.objects.all())
