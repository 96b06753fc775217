"""Wagtail's own search, of pages in code and in the admin, reads Japanese as residents do."""

import pytest
from django.apps import apps
from django.core.files.base import ContentFile
from django.db import connection
from modelsearch.query import And, Not, Or, Phrase, PlainText
from wagtail.models import Page

from tomoni.home.models import StandardPage
from tomoni.media.models import Document
from tomoni.search.backend import documents
from tomoni.search.models import IndexState
from tomoni.search.services import renew_editors_index
from tomoni.testing import factories

pytestmark = pytest.mark.django_db

TITLES = (
    "防災マップ", "避難所の一覧", "ごみの出し方", "粗大ごみの申込み", "子育て支援センター",
    "保育園の入園手続", "自治会に入るには", "国民健康保険の手続", "引っ越しの届出",
    "市民活動団体の登録",
    "渡邊記念公園", "ＮＰＯのてびき", "図書館の利用案内", "ボランティア募集", "水道料金の支払い",
    "税金の相談窓口", "まつりの日程", "協働の指針 第2版", "児童手当", "コミュニティバス時刻表",
)  # fmt: skip
# What an editor types, and which pages it is to find.
EVERYDAY = {
    "防災": [0], "避難": [1], "避難所": [1], "ひなんじょ": [1], "ごみ": [2, 3], "ゴミ": [2, 3],
    "ｺﾞﾐ": [2, 3], "gomi": [2, 3], "ごみ 申込": [3], "申し込み": [3], "子育て": [4],
    "こそだて": [4], "支援": [4], "保育": [5], "ほいくえん": [5], "入園 保育園": [5],
    "自治会": [6], "じちかい": [6], "jichikai": [6], "健康": [7], "保険": [7], "国保 手続": [],
    "手続き": [5, 7], "引越": [8], "引越し": [8], "登録": [9], "団体 市民": [9], "渡辺": [10],
    "公園": [10], "npo": [11], "手引き": [11], "図書": [12], "利用　案内": [12], "ﾎﾞﾗﾝﾃｨｱ": [13],
    "水道": [14], "支払": [14], "税金": [15], "祭り": [16], "協働": [17], "第２版": [17],
    "手当": [18], "じどう": [18], "バス": [19], "こみゅにてぃ": [19],
}  # fmt: skip
# What they have typed before they have finished.
BEGUN = {
    "防": [0], "ひなん": [1], "ひなんj": [], "ご": [2, 3], "そだい": [3], "こそだ": [4],
    "子育": [4],
    "じち": [6], "じちか": [6], "けんこ": [7], "NP": [11], "としょ": [12], "ボラ": [13],
    "ボランティ": [13],
    "すいど": [14], "協働の指": [17], "こみゅ": [19], "時刻": [19],
}  # fmt: skip
HOSTILE = (
    'foo"bar', '"子育て', "'", "''", "\\", "a\\'b", "a:*", "!a", "a & b", "(", ")",
    "a <-> b", "NEAR(a b)",
    "title: x", "^a", "a*", "-a", "%s", "%(x)s", "{}", "\x00", "ご\x00み", "\ud800", "\u3000",
    " ", "\t\n",
    "???", "の", "は が", "\u202e", "🗾", "ご" * 10_000, "a " * 5_000,
    "फोहोर", "'; DROP TABLE x; --",
)  # fmt: skip


@pytest.fixture
def pages(site) -> list[Page]:
    return [factories.make_page(site.root_page, title=title, slug=f"p-{n}")
            for n, title in enumerate(TITLES)]  # fmt: skip


def numbers(found) -> list[int]:
    return sorted(TITLES.index(page.title) for page in found if page.title in TITLES)


def test_everyday_words_find_their_pages(pages):
    found = {typed: numbers(Page.objects.search(typed)) for typed in EVERYDAY}

    assert found == EVERYDAY


def test_words_find_their_pages_while_they_are_typed(pages):
    found = {typed: numbers(Page.objects.autocomplete(typed)) for typed in BEGUN}
    whole = {typed: numbers(Page.objects.autocomplete(typed)) for typed in EVERYDAY}

    assert found == BEGUN
    assert {typed: set(EVERYDAY[typed]) - set(whole[typed]) for typed in EVERYDAY} == {
        typed: set() for typed in EVERYDAY
    }


def test_search_of_the_admin_finds_pages(pages, admin_client):
    for typed, wanted in (EVERYDAY | BEGUN).items():
        answer = admin_client.get("/admin/pages/search/", {"q": typed})

        assert set(wanted) <= set(numbers(answer.context["pages"])), typed


@pytest.mark.parametrize(
    ("typed", "number"), [("ひなんじょ", 1), ("避難", 1), ("ちず", 1), ("駅", 0)]
)
def test_search_of_the_admin_finds_pictures_and_documents(db, admin_client, typed, number):
    from wagtail.images.tests.utils import get_test_image_file  # noqa: PLC0415 -- optional

    from tomoni.media.models import Image  # noqa: PLC0415 -- optional

    Image.objects.create(title="避難所の地図", file=get_test_image_file())
    Document.objects.create(title="避難所の地図", file=ContentFile(b"x", name="x.txt"))

    pictures = admin_client.get("/admin/images/", {"q": typed}).context["object_list"]
    papers = admin_client.get("/admin/documents/", {"q": typed}).context["object_list"]

    assert (len(pictures), len(papers)) == (number, number)


def test_pages_in_other_languages_are_found_by_their_own_words(site):
    for code, title in {"pt-br": "Coleta de resíduos", "ne": "फोहोर संकलन", "vi": "Đăng ký tạm trú",
                        "zh-hans": "国民健康保险", "ko": "대피소 안내"}.items():  # fmt: skip
        factories.make_page(factories.make_home(code, of=site.root_page), title=title, slug="x")

    found = {
        typed: [page.title for page in Page.objects.search(typed)]
        for typed in ("residuo", "फोहोर", "फ", "dang ky", "健康保險", "대피소에")
    }

    assert found == {
        "residuo": ["Coleta de resíduos"],
        "फोहोर": ["फोहोर संकलन"],
        "फ": [],
        "dang ky": ["Đăng ký tạm trú"],
        "健康保險": ["国民健康保险"],
        "대피소에": ["대피소 안내"],
    }


def test_queryset_of_one_language_is_searched_in_it(site, django_assert_num_queries):
    home = factories.make_home("en", of=site.root_page)
    factories.make_page(home, title="Sending applications", slug="a")
    japanese = factories.make_page(site.root_page, title="application", slug="b")
    english = Page.objects.filter(locale=home.locale)

    assert [page.title for page in english.search("application")] == ["Sending applications"]
    assert japanese.title not in [page.title for page in english.search("applications")]
    with django_assert_num_queries(2):
        list(english.search("application"))


def test_anything_can_be_typed(pages, admin_client):
    for typed in HOSTILE:
        list(Page.objects.search(typed))
        list(Page.objects.autocomplete(typed))
        list(Page.objects.search(Phrase(typed)))
        list(Page.objects.search(PlainText("ごみ") & ~PlainText(typed)))

    assert numbers(Page.objects.search("防災")) == [0]
    sent = [typed.encode("utf-8", "replace").decode()[:300] for typed in HOSTILE]
    answers = [admin_client.get("/admin/pages/search/", {"q": typed}) for typed in sent]
    assert {answer.status_code for answer in answers} <= {200, 400}


def test_queries_are_combined(pages):
    gomi, big = PlainText("ごみ"), PlainText("粗大")

    assert numbers(Page.objects.search(And([gomi, Not(big)]))) == [2]
    assert numbers(Page.objects.search(Or([big, PlainText("税金")]))) == [3, 15]
    assert numbers(Page.objects.search("粗大 税金", operator="or")) == [3, 15]
    assert numbers(Page.objects.search("粗大 税金", operator="and")) == []
    assert numbers(Page.objects.search(Phrase("ごみの申込み"))) == [3]
    assert numbers(Page.objects.search(Phrase("申込みごみ"))) == []


def test_fields_can_be_chosen(pages):
    assert numbers(Page.objects.search("ごみ", fields=["title"])) == [2, 3]
    assert numbers(StandardPage.objects.search("ごみ", fields=["title"])) == [2, 3]
    assert numbers(Page.objects.autocomplete("ごみ", fields=["title"])) == [2, 3]


def test_titles_stand_before_texts_and_short_ones_first(db):
    make = Document.objects.create
    file = ContentFile(b"x", name="x.txt")
    tagged = make(title="しおり", file=file)
    tagged.tags.add("防災")
    tagged.save()
    make(title="防災のための長い長い題名の文書と資料の一覧", file=file)
    make(title="防災", file=file)

    from wagtail.search.backends import get_search_backend  # noqa: PLC0415 -- optional

    found = [one.title for one in get_search_backend().search("防災", Document)]

    assert found == ["防災", "防災のための長い長い題名の文書と資料の一覧", "しおり"]


def test_results_are_counted_sliced_and_grouped(pages):
    found = Page.objects.search("ごみ")

    assert (found.count(), len(found[:1])) == (2, 1)
    assert sum(found.facet("live").values()) == 2


def test_renamed_and_deleted_pages_are_followed(pages):
    pages[0].title = "水害への備え"
    pages[0].save()
    pages[2].delete()

    assert numbers(Page.objects.search("防災")) == []
    assert [page.title for page in Page.objects.search("水害")] == ["水害への備え"]
    assert numbers(Page.objects.search("ごみ")) == [3]


def test_long_text_is_published_and_found_by_its_beginning(site, monkeypatch):
    page = factories.make_page(site.root_page, title="図書館", slug="x")
    text = "貸出" + "".join(chr(0x4E00 + number % 20_000) for number in range(400_000))
    monkeypatch.setattr(StandardPage, "long", text, raising=False)
    field = documents.SearchField("long")
    monkeypatch.setattr(StandardPage, "search_fields", [*StandardPage.search_fields, field])

    page.save_revision().publish()

    assert [one.pk for one in StandardPage.objects.search("貸出")] == [page.pk]


@pytest.mark.parametrize("error", [ValueError("broken"), "database"])
def test_page_that_cannot_be_indexed_is_published_all_the_same(site, monkeypatch, caplog, error):
    page = factories.make_page(site.root_page, title="図書館", slug="x")

    def refuse(*_args, **_kwargs):
        if error != "database":
            raise error
        with connection.cursor() as cursor:
            cursor.execute("SELECT no_such_column FROM wagtailcore_page")

    monkeypatch.setattr(documents, "written", refuse)

    page.title = "図書室"
    page.save_revision().publish()

    assert Page.objects.get(pk=page.pk).title == "図書室"
    assert "Not indexed for editors: tomoni_home.StandardPage" in caplog.text


def test_index_is_renewed_once_for_new_rules(pages):
    apps.get_model("wagtailsearch", "IndexEntry").objects.all().delete()
    assert numbers(Page.objects.search("防災")) == []

    assert renew_editors_index()
    assert numbers(Page.objects.search("防災")) == [0]
    assert not renew_editors_index()
    IndexState.objects.update(editors_identity="of other rules")
    assert renew_editors_index()
