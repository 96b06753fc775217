"""Histories say what happened, and not in which state a thing is."""

import pytest
from django.urls import reverse
from django.utils import translation
from wagtail.log_actions import log, registry

from tomoni.home.models import Section
from tomoni.project.wagtail_hooks import EVENTS


def test_events_are_said_as_events():
    registry.scan_for_actions()

    with translation.override("ja"):
        said = [str(registry.formatters[action].message) for action in EVENTS]

    assert said == [
        "作成しました",
        "編集しました",
        "削除しました",
        "公開しました",
        "ロックしました",
        "ロックを解除しました",
    ]


@pytest.mark.django_db
def test_history_of_a_section_tells_of_its_making(admin_client):
    section = Section.objects.create(name="協働課", locale_id=1)
    log(section, "wagtail.create")

    html = admin_client.get(
        reverse("wagtailsnippets_tomoni_home_section:history", args=[section.pk])
    ).content.decode()

    assert "作成しました" in html
    assert "登録日" not in html
