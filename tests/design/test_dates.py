"""Dates with their era, and as each language writes them."""

from datetime import UTC, date, datetime

import pytest
from django.template import Context, Template
from django.utils import translation

from tomoni.design.dates import era_year, local_date, with_era


@pytest.mark.parametrize(
    ("day", "year"),
    [
        (date(2026, 11, 24), "令和8年"),
        (date(2019, 5, 1), "令和元年"),
        (date(2019, 4, 30), "平成31年"),
        (date(1989, 1, 8), "平成元年"),
        (date(1989, 1, 7), "昭和64年"),
        (date(1926, 12, 25), "昭和元年"),
        (date(1926, 12, 24), "大正15年"),
        (date(1912, 7, 30), "大正元年"),
        (date(1912, 7, 29), "明治45年"),
        (date(1873, 1, 1), "明治6年"),
        (date(1872, 12, 31), ""),
    ],
)
def test_era_changes_on_its_day(day, year):
    assert era_year(day) == year


def test_date_with_era_names_both_years():
    assert with_era(date(2026, 11, 24)) == "2026年11月24日（令和8年11月24日）"
    assert with_era(date(1868, 1, 1)) == "1868年1月1日"


def test_moment_is_the_day_in_japan():
    assert with_era(datetime(2019, 4, 30, 15, 0, tzinfo=UTC)) == "2019年5月1日（令和元年5月1日）"
    assert with_era(datetime(2019, 4, 30, 23, 0)) == "2019年4月30日（平成31年4月30日）"  # noqa: DTZ001


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ja", "2026年11月24日（令和8年11月24日）"),
        ("ja-simple", "2026年11月24日（火曜日）"),
        ("pt-br", "24 de Novembro de 2026"),
        ("en", "Nov. 24, 2026"),
        ("ko", "2026년 11월 24일"),
    ],
)
def test_local_date_follows_the_language(language, text):
    with translation.override(language):
        assert local_date(date(2026, 11, 24)).lower() == text.lower()


def test_filter_gives_machines_the_date_too():
    source = "{% load typography %}{{ day|localdate }}|{{ day|japanese_date }}|{{ none|localdate }}"

    with translation.override("ja-simple"):
        html = Template(source).render(Context({"day": date(2026, 11, 24), "none": None}))

    assert html == (
        '<time datetime="2026-11-24">2026年11月24日（火曜日）</time>'
        "|2026年11月24日（令和8年11月24日）|"
    )
