"""What residents can change about an answer: kinds, filters, order; all of it in the address."""

import re
from datetime import timedelta
from urllib.parse import parse_qsl

import pytest
from django.utils import timezone
from tests.search.test_views import more

from tomoni.home.models import Section
from tomoni.testing import factories

PILL = r'([^<>\s]+) <span class="search-number">(\d+)</span></a>'


@pytest.fixture
def ask(client):
    """`ask("ごみ", colour="red")` gives what the page shows; an address begins with "?"."""

    def found(q: str, *, code: str = "ja", **sent: object):
        address = q if q.startswith("?") else ""
        asked = {} if address else {"q": q, **sent}
        response = client.get(f"/{code}/search/{address}", asked)
        assert response.status_code == 200
        return response.context["found"]

    return found


def titles(found) -> list[str]:
    return [result.row.title for result in (*found.own, *found.japanese)]


def choices(found, name: str) -> list[tuple[str, int, bool]]:
    (wanted,) = (one for one in found.narrowing.panel if one.name == name)
    return [(choice.value, choice.count, choice.chosen) for choice in wanted.choices]


@pytest.fixture
def publish(site, committed):
    """`publish("title", parent=…)` makes a page that everybody may read."""

    def page(title: str, *, parent=None, make=factories.make_page, **fields: object):
        with committed():
            made = make(parent or site.root_page.specific, title=title, **fields)
            made.save_revision().publish()
        return made

    return page


@pytest.fixture
def coloured(site, put):
    put("ごみ 一", facets={"colour": ["red"]})
    put("ごみ 二", facets={"colour": ["red", "blue"]})
    put("ごみ 三", facets={"colour": ["green"]})


def test_filter_counts_what_each_of_its_choices_would_leave(coloured, ask):
    assert choices(ask("ごみ"), "colour") == [
        ("red", 2, False), ("blue", 1, False), ("green", 1, False),
    ]  # fmt: skip


def test_filter_takes_several_values_and_its_own_choice_does_not_narrow_its_counts(coloured, ask):
    found = ask("ごみ", colour=["blue", "green"])

    assert sorted(titles(found)) == ["ごみ 三", "ごみ 二"]
    assert choices(found, "colour") == [("red", 2, False), ("blue", 1, True), ("green", 1, True)]


def test_chip_takes_one_value_back_and_the_last_link_takes_all(coloured, ask):
    found = ask("ごみ", colour=["blue", "green"])

    chips = {str(chip.choice.label): chip.address for chip in found.narrowing.chips}

    assert chips == {
        "blue ja": "?q=%E3%81%94%E3%81%BF&colour=green",
        "green ja": "?q=%E3%81%94%E3%81%BF&colour=blue",
    }
    assert titles(ask(chips["blue ja"])) == ["ごみ 三"]
    assert found.narrowing.everything == "?q=%E3%81%94%E3%81%BF"


def test_chips_leave_kinds_to_their_pills_and_the_last_link_takes_them_back_too(coloured, ask):
    kind = "test.things"

    kind_only, both = ask("ごみ", kind=kind), ask("ごみ", kind=kind, colour="blue")

    assert kind_only.narrowing.chips == ()
    assert kind_only.narrowing.all_kinds == "?q=%E3%81%94%E3%81%BF"
    assert [(str(chip.choice.label), chip.address) for chip in both.narrowing.chips] == [
        ("blue ja", f"?q=%E3%81%94%E3%81%BF&kind={kind}")
    ]
    assert both.narrowing.everything == "?q=%E3%81%94%E3%81%BF"


def test_chosen_kind_can_be_taken_back_where_nothing_is_found(coloured, client):
    page = client.get("/ja/search/", {"q": "無い物", "kind": "test.things"}).content.decode()

    assert re.findall(PILL, page) == [("すべて", "0"), ("物", "0")]
    assert page.count('<li><a href="?q=%E7%84%A1%E3%81%84%E7%89%A9"') == 2


def test_filter_that_leaves_nothing_says_how_to_go_back(coloured, put, client):
    put("資源", facets={"colour": ["black"]})

    response = client.get("/ja/search/", {"q": "ごみ", "colour": "black"})

    found, page = response.context["found"], response.content.decode()
    assert (found.count, found.unfiltered) == (0, 3)
    assert 'href="?q=%E3%81%94%E3%81%BF"' in page
    assert ("black", 0, True) in choices(found, "colour")


@pytest.mark.parametrize("value", ["", "no such", "%ED%A0%80", "x" * 5_000, "' OR 1=1 --", "%25"])
@pytest.mark.parametrize("name", ["colour", "kind", "section", "sort", "near"])
def test_filter_survives_any_value(coloured, client, name, value):
    assert client.get(f"/ja/search/?q=ごみ&{name}={value}").status_code == 200


@pytest.mark.parametrize("count", [1, 30])
def test_filter_asks_once_for_all_values_that_leave_nothing(
    coloured, client, django_assert_num_queries, count
):
    asked = {"q": "ごみ", "colour": [f"no{number}" for number in range(count)]}
    client.get("/ja/search/", asked)

    # One asks which combinations of values pass, so that the store is asked once.
    with django_assert_num_queries(10 + more()):
        client.get("/ja/search/", asked)


def test_filter_of_sections_knows_the_page_and_survives_what_is_no_section(site, publish, ask):
    section = Section.objects.create(name="環境課", locale=factories.make_locale("ja"))
    publish("ごみの日", section=section)

    counts = [
        ask("ごみ", section=value).count for value in ("abc", "1", str(section.translation_key))
    ]

    assert counts == [0, 0, 1]


def test_name_of_a_section_says_its_language_where_that_is_another(site, publish, client):
    japanese = factories.make_locale("ja")
    known = Section.objects.create(name="環境課", locale=japanese)
    publish("ごみの日", section=known)
    other = Section.objects.create(name="市民課", locale=japanese)
    publish("ごみの袋", section=other)
    factories.make_home("pt-br", of=site.root_page)
    Section.objects.create(
        name="Meio ambiente",
        locale=factories.make_locale("pt-br"),
        translation_key=known.translation_key,
    )
    asked = {"q": "ごみ", "section": str(other.translation_key)}

    page = client.get("/pt-br/search/", {"q": "ごみ"}).content.decode()
    chosen = client.get("/pt-br/search/", asked).content.decode()
    own = client.get("/ja/search/", {"q": "ごみ"}).content.decode()

    assert '<span lang="ja">市民課</span> <span' in page
    assert "<span>Meio ambiente</span> <span" in page
    assert chosen.count('<span lang="ja">市民課</span>') == len(["the choice", "its chip"])
    assert "<span>市民課</span> <span" in own


def test_filter_without_a_choice_is_not_shown(site, put, client):
    put("ごみ 一", facets={"colour": ["red"]})
    put("ごみ 二", facets={"colour": ["red"]})

    found = client.get("/ja/search/", {"q": "ごみ"}).context["found"]

    assert (found.narrowing.panel, found.narrowing.kinds) == ((), ())


def test_filter_folds_a_long_list_but_no_chosen_value(site, put, ask):
    for number in range(12):
        put(f"ごみ {number}", facets={"colour": [f"c{number:02}"]})

    (colour,) = ask("ごみ", colour="c11").narrowing.panel

    assert [choice.value for choice in colour.first] == [*(f"c{n:02}" for n in range(7)), "c11"]
    assert [choice.value for choice in colour.more] == [f"c{n:02}" for n in range(7, 11)]


def test_form_carries_the_question_the_order_and_the_kinds(coloured, client):
    kind = client.get("/ja/search/", {"q": "ごみ"}).context["found"].own[0].row.source

    page = client.get("/ja/search/", {"q": "ごみ", "sort": "newest", "kind": kind}).content.decode()

    for name, value in (("q", "ごみ"), ("sort", "newest"), ("kind", kind)):
        assert f'<input type="hidden" name="{name}" value="{value}">' in page


def test_order_newest_puts_the_latest_first(site, put, ask):
    put("ごみのすべて", text="ごみ ごみ ごみ", days=9)
    put("知らせ", text="今日は長い話のなかでごみにも触れます", days=1)

    assert titles(ask("ごみ")) == ["ごみのすべて", "知らせ"]
    assert titles(ask("ごみ", sort="newest")) == ["知らせ", "ごみのすべて"]


def test_order_soonest_is_offered_where_something_begins_and_leaves_out_what_is_over(
    site, put, ask
):
    now = timezone.now()
    put("ごみ拾いの記録", days=3)
    assert [sort.name for sort in ask("ごみ").narrowing.sorts] == ["relevance", "newest", "kind"]
    put("ごみ拾い 来月", starts=now + timedelta(days=30))
    put("ごみ拾い 明日", starts=now + timedelta(days=1))
    put("ごみ拾い 去年", starts=now - timedelta(days=365))
    begun = now - timedelta(days=7)
    put("ごみ拾い 今週", starts=begun, ends=now + timedelta(days=2))
    put("ごみ拾い 先週", starts=begun, ends=now - timedelta(days=2))

    found = ask("ごみ拾い", sort="soonest")

    assert titles(found) == ["ごみ拾い 今週", "ごみ拾い 明日", "ごみ拾い 来月"]
    assert [sort.name for sort in found.narrowing.sorts if sort.chosen] == ["soonest"]


def test_order_nearest_asks_for_the_place_and_then_tells_distances(site, put, client):
    put("公園 遠い", place=(36.30, 139.40))
    put("公園 近い", place=(36.25, 139.40))

    lost = client.get("/ja/search/", {"q": "公園"})
    found = client.get("/ja/search/", {"q": "公園", "sort": "nearest", "near": "36.2512345,139.4"})

    (nearest,) = (s for s in lost.context["found"].narrowing.sorts if s.name == "nearest")
    assert (nearest.address, nearest.near.endswith("&sort=nearest&near=")) == ("", True)
    assert "tomoni/search/near" in lost.content.decode()
    page = found.content.decode()
    assert titles(found.context["found"]) == ["公園 近い", "公園 遠い"]
    assert page.index("100 m") < page.index("5.4 km")
    # About 100 metres, not the visitor's door.
    assert "36.2512345" not in page
    assert "tomoni/search/near" not in page


def test_kinds_are_toggled_one_by_one(site, put, publish, ask):
    put("ごみの物")
    publish("ごみの頁")

    first = ask("ごみ")
    kinds = {str(kind.label): kind for kind in first.narrowing.kinds}
    one = ask(kinds["ページ"].address)

    assert sorted(kind.count for kind in kinds.values()) == [1, 1]
    assert first.narrowing.is_every_kind
    assert titles(one) == ["ごみの頁"]
    (chosen,) = (kind for kind in one.narrowing.kinds if kind.chosen)
    assert dict(parse_qsl(chosen.address[1:])) == {"q": "ごみ"}
    assert one.narrowing.all_kinds == chosen.address


def test_pill_of_every_kind_counts_what_its_neighbours_count(site, publish, client):
    section = Section.objects.create(name="環境課", locale=factories.make_locale("ja"))
    publish("ごみの頁", section=section)
    publish("ごみの指針", make=factories.make_guideline, section=section)
    publish("ごみの別の頁")
    asked = {"q": "ごみ", "section": str(section.translation_key)}

    pages = [
        client.get("/ja/search/", sent).content.decode()
        for sent in ({"q": "ごみ"}, asked, {**asked, "kind": "tomoni_home.pages"})
    ]

    assert [sorted(re.findall(PILL, page)) for page in pages] == [
        [("すべて", "3"), ("ページ", "2"), ("指針", "1")],
        [("すべて", "2"), ("ページ", "1"), ("指針", "1")],
        [("すべて", "2"), ("ページ", "1"), ("指針", "1")],
    ]


def test_results_by_kind_show_the_first_of_each_and_lead_to_the_rest(site, put, publish, ask):
    for number in range(5):
        put(f"ごみの物 {number}")
    publish("ごみ")

    found = ask("ごみ", sort="kind")

    shown = [(group.count, len(group.results), group.has_more) for group in found.groups]
    assert shown == [(1, 1, False), (5, 3, True)]
    assert (found.own, found.japanese, found.count) == ((), (), 6)
    assert ask(found.groups[1].address).count == 5


@pytest.mark.parametrize("count", [1, 3])
def test_filters_and_groups_ask_the_database_as_often_whatever_they_hold(
    put, publish, client, count, django_assert_num_queries
):
    for number in range(count):
        put(f"ごみ {number}", facets={"colour": [f"c{number}"]})
        publish(f"ごみの頁{number}")
    asked = {"q": "ごみ", "sort": "kind"}
    client.get("/ja/search/", asked)

    with django_assert_num_queries(10 + more(4)):
        client.get("/ja/search/", asked)


def test_result_of_a_part_names_the_whole(site, publish, ask):
    whole = publish("ごみの手引き")
    publish("粗大ごみ", parent=whole)

    within = {result.row.title: result.within for result in ask("ごみ").own}

    assert within == {"ごみの手引き": "", "粗大ごみ": "ごみの手引き"}
