"""What Wagtail's templates say in English by themselves is said in Japanese."""

from pathlib import Path
from types import SimpleNamespace

import pytest
import wagtail
from django.template.loader import render_to_string
from django.utils import translation
from wagtail.admin.paginator import WagtailPaginator

from tomoni.project.admin_templates import REPAIRS

WAGTAIL = Path(wagtail.__file__).parent


@pytest.mark.parametrize("repair", REPAIRS, ids=lambda repair: repair.template)
def test_repair_is_still_needed(repair):
    (template,) = WAGTAIL.glob(f"*/templates/{repair.template}")

    source = template.read_text(encoding="utf-8")

    assert repair.said in source
    assert repair.better not in source


@pytest.mark.parametrize(
    ("template", "values", "said"),
    [
        ("shared/headers/_actions.html", {}, '<nav aria-label="操作"'),
        ("shared/header.html", {"search_url": "wagtailadmin_home"}, 'value="検索"'),
        ("tables/boolean_cell.html", {"value": True, "column": SimpleNamespace()}, "はい"),
        ("tables/boolean_cell.html", {"value": False, "column": SimpleNamespace()}, "いいえ"),
    ],
)
def test_template_speaks_japanese(template, values, said):
    with translation.override("ja"):
        html = render_to_string(f"wagtailadmin/{template}", values)

    assert said in html


def test_nobody_has_no_name():
    html = render_to_string("wagtailadmin/shared/user_avatar.html", {"user": None})

    assert "None" not in html


@pytest.mark.django_db
def test_list_counts_its_entries(rf):
    page = WagtailPaginator(range(45), 20).get_page(1)

    with translation.override("ja"):
        html = render_to_string(
            "wagtailadmin/shared/pagination_nav.html",
            {"items": page, "elided_page_range": [1]},
            rf.get("/"),
        )

    assert "45件" in html


@pytest.mark.django_db
def test_dashboard_searches_in_japanese(admin_client):
    html = admin_client.get("/admin/").content.decode()

    assert 'value="検索" class="button"' in html
    assert 'value="Search"' not in html
