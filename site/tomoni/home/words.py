"""The words that differ from town to town, and what is said where a town has not chosen."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from tomoni.plugins import WordingEntry, registry


@dataclass(frozen=True)
class Word:
    """One row of the wording table."""

    key: str
    label: Any  # a lazy translation
    defaults: Mapping[str, str]


WORDS = (
    Word(
        "residents",
        _("The people who live here"),
        {
            "ja": "住民",
            "ja-simple": "ここに 住む 人",
            "pt-br": "moradores",
            "es": "vecinos",
            "en": "residents",
            "ne": "बासिन्दा",
            "vi": "cư dân",
            "zh-hans": "居民",
            "id": "warga",
            "fil": "mga residente",
            "ko": "주민",
        },
    ),
    Word(
        "neighbourhood",
        _("The association of a neighbourhood"),
        {
            "ja": "自治会",
            "ja-simple": "自治会（近所の 人の 会）",
            "pt-br": "associação de moradores",
            "es": "asociación de vecinos",
            "en": "neighbourhood association",
            "ne": "छिमेक समिति",
            "vi": "hội tự quản",
            "zh-hans": "自治会",
            "id": "rukun warga",
            "fil": "samahan ng magkakapitbahay",
            "ko": "자치회",
        },
    ),
    Word(
        "town_hall",
        _("The town hall"),
        {
            "ja": "役所",
            "ja-simple": "役所",
            "pt-br": "prefeitura",
            "es": "ayuntamiento",
            "en": "town hall",
            "ne": "नगरपालिका कार्यालय",
            "vi": "tòa thị chính",
            "zh-hans": "市政府",
            "id": "balai kota",
            "fil": "munisipyo",
            "ko": "시청",
        },
    ),
    Word(
        "mayor",
        _("The head of the town"),
        {
            "ja": "首長",
            "ja-simple": "まちの 代表",
            "pt-br": "prefeito",
            "es": "alcalde",
            "en": "mayor",
            "ne": "नगरप्रमुख",
            "vi": "thị trưởng",
            "zh-hans": "市长",
            "id": "wali kota",
            "fil": "alkalde",
            "ko": "시장",
        },
    ),
    Word(
        "collaboration",
        _("Working together as equals"),
        {
            "ja": "協働",
            "ja-simple": "協働（いっしょに すること）",
            "pt-br": "colaboração",
            "es": "colaboración",
            "en": "collaboration",
            "ne": "सहकार्य",
            "vi": "hợp tác",
            "zh-hans": "协作",
            "id": "kerja sama",
            "fil": "pagtutulungan",
            "ko": "협동",
        },
    ),
)


def default_words(code: str) -> dict[str, str]:
    """Return what every declared word is called in a language where a town has not chosen."""
    return {
        entry.key: str(entry.defaults.get(code) or entry.defaults.get("en") or entry.label)
        for entry in registry.of(WordingEntry)
    }
