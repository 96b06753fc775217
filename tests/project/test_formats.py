"""Dates and numbers as each language writes them, and honest words where one is missing."""

from datetime import date, datetime

import pytest
from django.conf import settings
from django.test import override_settings
from django.utils import formats, translation
from django.utils.translation import trans_real

from tomoni.i18n import catalogue_folders

DAY = date(2026, 11, 24)
MOMENT = datetime(2026, 11, 24, 15, 5)  # noqa: DTZ001 -- only its shape matters
NBSP = "\xa0"


def written(value, shape, code):
    with translation.override(code):
        return formats.date_format(value, shape)


EXPECTED = [
    # language, date, month and year, with the time
    ("ja", "2026年11月24日", "2026年11月", "2026年11月24日15:05"),
    ("ja-simple", "2026年11月24日", "2026年11月", "2026年11月24日15:05"),
    ("pt-br", "24 de novembro de 2026", "novembro de 2026", "24 de novembro de 2026 às 15:05"),
    ("es", "24 de noviembre de 2026", "noviembre de 2026", "24 de noviembre de 2026 a las 15:05"),
    ("en", "Nov. 24, 2026", "November 2026", "Nov. 24, 2026, 3:05 p.m."),
    ("ne", "2026 नोभेम्बर 24", "2026 नोभेम्बर", "2026 नोभेम्बर 24, 15:05"),
    (
        "vi", "ngày 24 tháng 11 năm 2026", "tháng 11 năm 2026",
        "15:05 ngày 24 tháng 11 năm 2026",
    ),
    ("zh-hans", "2026年11月24日", "2026年11月", "2026年11月24日 15:05"),
    ("id", "24 November 2026", "November 2026", "24 November 2026, 15.05"),
    ("fil", "Nobyembre 24, 2026", "Nobyembre 2026", "Nobyembre 24, 2026, 3:05 PM"),
    ("ko", "2026년 11월 24일", "2026년 11월", "2026년 11월 24일 오후 3:05"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "day", "month", "moment"), EXPECTED)
def test_dates_are_written_as_the_language_does(code, day, month, moment):
    assert [
        written(DAY, "DATE_FORMAT", code),
        written(DAY, "YEAR_MONTH_FORMAT", code),
        written(MOMENT, "DATETIME_FORMAT", code),
    ] == [day, month, moment]


@pytest.mark.parametrize(
    ("code", "weekday"),
    [
        ("ja", "火曜日"), ("ja-simple", "火曜日"), ("es", "martes"), ("en", "Tuesday"),
        ("ne", "मङ्गलबार"), ("vi", "Thứ 3"), ("zh-hans", "星期二"),
        ("id", "Selasa"), ("ko", "화요일"),
        ("pt-br", "terça-feira"),
        ("fil", "Martes"),
    ],
)  # fmt: skip
def test_weekdays_are_written_as_the_language_does(code, weekday):
    assert written(DAY, "l", code) == weekday


@pytest.mark.parametrize(
    ("code", "number"),
    [
        ("ja", "1,234,567.5"), ("ja-simple", "1,234,567.5"), ("pt-br", "1.234.567,5"),
        ("es", f"1{NBSP}234{NBSP}567,5"), ("en", "1,234,567.5"), ("ne", "12,34,567.5"),
        ("vi", "1.234.567,5"), ("zh-hans", "1,234,567.5"), ("id", "1.234.567,5"),
        ("ko", "1,234,567.5"), ("fil", "1,234,567.5"),
    ],
)  # fmt: skip
def test_numbers_are_grouped_as_the_language_does(code, number):
    with translation.override(code):
        assert formats.number_format(1234567.5, force_grouping=True) == number


@pytest.mark.parametrize("code", ["ne", "fil"])
def test_no_month_or_weekday_is_left_to_another_language(code):
    names = [written(date(2026, month, 1), "F", code) for month in range(1, 13)]
    names += [written(date(2026, 11, day), "l", code) for day in range(1, 8)]

    english = [written(date(2026, month, 1), "F", "en") for month in range(1, 13)]
    english += [written(date(2026, 11, day), "l", "en") for day in range(1, 8)]

    assert len(set(names)) == 19
    assert set(names) & set(english) == set()
    assert "नभम्वर" not in names


def test_every_language_is_tested():
    assert {getattr(row, "values", row)[0] for row in EXPECTED} == {
        code for code, _name in settings.LANGUAGES
    }


MISSING = "Nobody has translated these words"


@pytest.fixture
def words_in_japanese_and_english():
    """Words that the Japanese and the English catalogue have, and no other."""
    trans_real.translation("ja")._catalog._catalogs[0][MISSING] = "未訳"
    trans_real.translation("en")._catalog._catalogs[0][MISSING] = "Not translated"
    yield
    for code in ("ja", "en"):
        trans_real.translation(code)._catalog._catalogs[0].pop(MISSING, None)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("ja", "未訳"),
        ("ja-simple", "未訳"),
        *((code, "Not translated") for code, _name in settings.LANGUAGES if "ja" not in code),
    ],
)
def test_missing_words_come_from_english_but_for_easy_japanese(
    words_in_japanese_and_english, code, words
):
    with translation.override(code):
        assert translation.gettext(MISSING) == words


@pytest.mark.parametrize("code", ["pt-br", "ko"])
def test_fallbacks_outlive_a_change_of_settings(code):
    with override_settings(LANGUAGE_CODE="ja", LOCALE_PATHS=[]):
        chain = [trans_real.translation(code)]
        while chain[-1]._fallback:
            chain.append(chain[-1]._fallback)

        assert trans_real.translation("en") in chain
        assert trans_real.translation("ja") not in chain


def test_catalogues_lie_where_the_settings_look():
    assert catalogue_folders()[: len(settings.LOCALE_PATHS)] == settings.LOCALE_PATHS
