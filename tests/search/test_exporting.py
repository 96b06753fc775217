"""The results for programs: the same as people see, and nothing more."""

import pytest
from wagtail.models import PageViewRestriction

from tomoni.testing import factories


@pytest.fixture
def ask(client):
    def answer(q: str, *, code: str = "ja", **sent: object) -> dict:
        return client.get(f"/{code}/search/results.json", {"q": q, **sent}).json()

    return answer


def choice(value, label):
    return {"value": value, "label": label, "lang": None, "count": 1, "chosen": False}


def test_json_tells_what_the_page_shows(site, put, ask):
    put("ごみ & <資源>", text="月曜日はごみ", url="/ja/x/", facets={"colour": ["red"]})

    assert ask("ごみ") == {
        "query": "ごみ",
        "count": 1,
        "page": 1,
        "pages": 1,
        "sort": "relevance",
        "partial": False,
        "also": [],
        "did_you_mean": None,
        "filters": [
            {
                "name": "kind",
                "label": "種類",
                "choices": [
                    {
                        "value": "test.things",
                        "label": "物",
                        "lang": None,
                        "count": 1,
                        "chosen": False,
                    }
                ],
            },
            {
                "name": "colour",
                "label": "色",
                "choices": [
                    {"value": "red", "label": "red ja", "lang": None, "count": 1, "chosen": False}
                ],
            },
        ],
        "groups": [],
        "results": [
            {
                "title": "ごみ & <資源>",
                "title_html": "<mark>ごみ</mark> &amp; &lt;資源&gt;",
                "section": "",
                "text": "月曜日はごみ",
                "text_html": "月曜日は<mark>ごみ</mark>",
                "url": "http://testserver/ja/x/",
                "kind": "test.things",
                "kind_label": "物",
                "lang": "ja",
                "lacks": [],
                "starts": None,
                "ends": None,
                "distance": None,
            }
        ],
    }


def test_json_holds_nothing_of_what_is_closed_unpublished_or_a_draft(site, committed, ask):
    pages = {
        name: factories.make_page(parent=site.root_page.specific, title=f"秘密 {name}", slug=name)
        for name in ("open", "closed", "taken-back", "changed")
    }
    with committed():
        for page in pages.values():
            page.save_revision().publish()
    PageViewRestriction.objects.create(page=pages["closed"], restriction_type="login")
    pages["taken-back"].unpublish()
    pages["changed"].title = "秘密 草稿"
    pages["changed"].save_revision()

    answer = ask("秘密")

    assert {one["title"] for one in answer["results"]} == {"秘密 open", "秘密 changed"}
    assert "草稿" not in str(answer)


def test_json_groups_by_kind(site, put, ask):
    put("ごみ")

    (group,) = ask("ごみ", sort="kind")["groups"]

    assert (group["label"], group["count"], group["results"][0]["title"]) == ("物", 1, "ごみ")


def test_json_is_not_found_in_a_language_that_is_not_offered(site, client):
    assert client.get("/ne/search/results.json", {"q": "x"}).status_code == 404


def test_json_of_no_question_is_empty(site, ask):
    answer = ask("")

    assert (answer["count"], answer["results"]) == (0, [])
