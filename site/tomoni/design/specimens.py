"""What the component page shows: a small town's real kind of words, for developers' eyes only."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.templatetags.static import static

from tomoni.design.accent import DEFAULT_ACCENT
from tomoni.languages import LANGUAGES


@dataclass(frozen=True)
class Entry:
    """A link, card or row of the specimen."""

    text: str = ""
    url: str = "#"
    title: str = ""
    meta: str = ""
    icon: str = ""
    term: str = ""
    current: bool = False
    children: tuple["Entry", ...] = ()


class RegistrationForm(forms.Form):
    """A form that has one of each field, and enough wrong to fill its error summary."""

    name = forms.CharField(label="団体名", help_text="正式な名前を入力してください。")
    email = forms.EmailField(label="メールアドレス")
    area = forms.ChoiceField(
        label="主な活動地域", choices=[("north", "北地区"), ("south", "南地区")], required=False
    )
    fields_of_work = forms.MultipleChoiceField(
        label="活動分野",
        choices=[("welfare", "福祉"), ("culture", "文化・芸術"), ("safety", "防犯・防災")],
        widget=forms.CheckboxSelectMultiple,
    )
    aim = forms.CharField(label="活動の目的", widget=forms.Textarea(attrs={"rows": 4}))


FRAME: dict[str, Any] = {
    "town_name": "ともに市",
    "home_url": "/",
    "accent": DEFAULT_ACCENT,
    "navigation": [
        Entry(text=text)
        for text in ("くらし・手続き", "まちづくり", "地域の団体", "催し", "市役所の案内")
    ],
    "footer": [
        Entry(text=text)
        for text in ("このサイトについて", "アクセシビリティ方針", "個人情報の取扱い", "ご意見")
    ],
    "footer_text": "〒000-0000 ともに市本町一丁目1番1号\n電話 0000-00-0000（代表）",
    "known_names": ("ともに市多文化共生コミュニティセンター", "緑ケ丘自治会"),
    "emergencies": [
        {
            "level": "warning",
            "title": "ともえ川の水位が上がっています",
            "text": "川沿いの地区の方は、避難の準備を始めてください。避難所は北小学校です。",
            "url": "#",
        }
    ],
}

CHAPTERS = (
    Entry(text="第1章　協働とは何か"),
    Entry(
        text="第2章　協働の進め方",
        current=False,
        children=(
            Entry(text="第1節　目的を分かち合う", current=True),
            Entry(text="第2節　役割を決める"),
            Entry(text="第3節　ふり返る"),
        ),
    ),
    Entry(text="第3章　支えるしくみ"),
)

CARDS = (
    Entry(
        title="ともに市多文化共生コミュニティセンターの秋まつりを開きます",
        text="料理、音楽、ことばの教室。国や世代をこえて集まる一日です。手伝ってくださる方も募集しています。",
        meta="催し ・ 11月24日",
        icon="calendar",
    ),
    Entry(
        title="自治会の回覧板を電子でも読めるようにしました",
        text="紙の回覧板はこれまでどおり届きます。スマートフォンでも同じ内容を読めます。",
        meta="お知らせ ・ 11月20日",
        icon="document",
    ),
    Entry(
        title="市民活動の補助金の申請が始まります",
        text="新しく始める活動に、上限10万円を助成します。",
        meta="募集 ・ 12月1日から",
        icon="people",
    ),
)


def specimens() -> dict[str, Any]:
    """Return the context of the component page."""
    form = RegistrationForm({"name": "みどりの会", "email": "midori", "area": "north"})
    return {
        "frame": FRAME,
        "languages": [
            {
                "code": language.code,
                "html_lang": language.html_lang,
                "name": language.own_name,
                "url": f"/{language.code}/",
                "current": language.code == "ja",
                "same_page": language.code in {"ja", "ja-simple", "pt-br", "en"},
            }
            for language in LANGUAGES
        ],
        "breadcrumbs": [Entry(), Entry(text="まちづくり"), Entry(text="協働のガイドライン")],
        "page_title": "部品の一覧",
        "names": FRAME["known_names"],
        "picture": static("tomoni/design/specimen.svg"),
        "chapters": CHAPTERS,
        "cards": CARDS,
        "form": form,
        "result_page": Paginator(range(120), 10).page(5),
        "day": date(2026, 11, 24),
        "columns": ("事業", "対象", "上限額", "受付期間"),
        "rows": (
            ("はじめの一歩補助金", "結成から3年以内の団体", "10万円", "12月1日から1月29日まで"),
            ("ともに歩む補助金", "3年以上活動する団体", "30万円", "12月1日から1月29日まで"),
            ("地域の居場所づくり", "自治会、市民活動団体", "50万円", "随時（予算の範囲内）"),
        ),
        "facts": (
            Entry(term="とき", text="2026年11月24日（令和8年11月24日）\n午前10時から午後3時まで"),
            Entry(term="ところ", text="ともに市多文化共生コミュニティセンター"),
            Entry(term="参加費", text="無料（材料費が300円かかる教室があります）"),
        ),
        "section": {
            "name": "市民協働課",
            "duties": "自治会、市民活動団体、多文化共生のこと",
            "phone": "0000-00-0000",
            "extension": "215",
            "email": "kyodo@town.example.jp",
            "place": "市役所2階 5番窓口",
            "hours": "平日 午前8時30分から午後5時15分まで",
        },
        "contents": (
            Entry(text="協働の四つの原則", url="#s-principles"),
            Entry(
                text="話し合いの場をつくる",
                url="#s-talks",
                children=(
                    Entry(text="だれを招くか", url="#s-guests"),
                    Entry(text="記録を残す", url="#s-record"),
                ),
            ),
            Entry(text="補助金の種類", url="#s-grants"),
        ),
    }
