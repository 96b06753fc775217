"""What a drawn PDF says and how: text, tags, bookmarks, notes, page numbers, in four scripts."""

import re
import uuid
from dataclasses import dataclass
from datetime import date, timedelta
from io import BytesIO
from itertools import pairwise

import pikepdf
import pytest
from django.test import Client
from django.utils import timezone
from lxml import html
from tests.guidelines.printed import LONG, anchor, draw, heading, make_document, note, text
from tests.guidelines.spoken import SPACES, Element, Heard, listen
from tests.guidelines.test_blocks import ALL
from wagtail.models import PageViewRestriction, Site

from tomoni.guidelines import drafts
from tomoni.guidelines.drafts import ChapterDraft
from tomoni.guidelines.models import ChapterPage, Edition, GuidelinePage, PdfKind
from tomoni.guidelines.printing import engine
from tomoni.guidelines.printing.paper import SCREEN_ONLY
from tomoni.guidelines.printing.subjects import subject_of
from tomoni.home.frame_building import build_frame
from tomoni.testing import factories

# Title, number of a chapter, a sentence, and how a page is named after a reference.
WORDS = {
    "ja": (
        "ともに市の指針",
        "第１章",
        "みんなで決め、みんなで守ります。「㈱ともに」や〒371・①も。",
        r"（(\d+)ページ）",
    ),
    "pt-br": (
        "Diretrizes de colaboração",
        "Capítulo 1",
        "Moradores e prefeitura dividem funções e decisões, à vontade. ",
        r"\(página(\d+)\)",
    ),
    "ne": (
        "सहकार्य निर्देशिका",
        "अध्याय १",
        "बासिन्दा र नगरपालिकाले भूमिका र जिम्मेवारी बाँड्छन् र कार्यक्रम हेर्छन्। ",
        r"\(पृष्ठ(\d+)\)",
    ),
    "zh-hans": (
        "协作指南",
        "第一章",
        "居民与市政府分担责任，直接对话。述、边、骨。",
        r"（第(\d+)页）",
    ),
}
CODES = [pytest.param(code, id=code) for code in WORDS]


@dataclass(frozen=True)
class Printed:
    """A drawn PDF and the pages that it was made from, as a visitor's browser has them."""

    data: bytes
    heard: Heard
    pages: tuple[str, ...]


# Drawing takes seconds; every test looks at the same PDFs.
_printed: dict[str, Printed] = {}


def printed(site: Site, code: str) -> Printed:
    if code not in _printed:
        home = site.root_page
        if code != "ja":
            home = factories.make_home(code, of=home.specific, slug=code)
        document = make(home, code)
        pages = tuple(
            Client().get(f"/{code}/guideline/{slug}/").content.decode() for slug in ("one", "two")
        )
        data = draw(document, code).data
        _printed[code] = Printed(data, listen(data), pages)
    return _printed[code]


def make(home: object, code: str) -> GuidelinePage:
    title, number, sentence, _page = WORDS[code]
    blocks = [
        {**block, "id": str(uuid.uuid5(uuid.NAMESPACE_DNS, f"block {place}"))}
        for place, block in enumerate(ALL)
    ]
    document = make_document(
        home,
        title=title,
        summary=sentence,
        adopted_on=date(2026, 3, 25),
        body=[heading("はじめに"), text("foreword", sentence)],
        chapters=[
            ChapterDraft(
                number=number,
                title=title,
                slug="one",
                anchor="s-11111111",
                body=[
                    heading("一", number="１"),
                    text("t1", f'{sentence}※ <a href="#{anchor("二")}">{number}</a> {sentence}'),
                    note("n1", "※", f"{sentence}{sentence}"),
                    drafts.marked_list(
                        block_id=uuid.uuid5(uuid.NAMESPACE_DNS, "list"),
                        items=[("①", f"<p>{sentence}</p>"), ("⑵", f"<p>{sentence}＊1</p>")],
                    ),
                    note("n2", "＊1", sentence),
                    *(blocks if code == "ja" else []),
                    *[text(f"long {place}", sentence * 20) for place in range(4)],
                ],
            ),
            ChapterDraft(
                number="2",
                title=sentence[:12].strip(),
                slug="two",
                anchor="s-22222222",
                body=[
                    heading("二", number="１"),
                    text("t2", f"{sentence}注1 {LONG}"),
                    note("n3", "注1", sentence),
                ],
            ),
        ],
    )
    document.refresh_from_db()
    return document


def text_of(page: str) -> str:
    """Return the body text of a page as a visitor reads it, without notes and spaces."""
    (body,) = html.fromstring(page).xpath("//div[contains(@class, 'guideline-text')]")
    for name in (*SCREEN_ONLY, "notes"):
        for one in body.xpath(f".//*[contains(concat(' ', @class, ' '), ' {name} ')]"):
            one.drop_tree()
    return SPACES.sub("", body.text_content())


def chapters_of(heard: Heard) -> list[Element]:
    """Return the parts of a PDF with a heading of a chapter: after cover, foreword, contents."""
    return [one for one in heard.root.children if one.tag == "Sect"][3:-1]


def body_of(chapters: list[Element], page_words: str) -> str:
    """Return what is told after the chapter's heading and lead, without numbers of pages."""
    told = "".join(
        "".join(part.told for part in chapter.children if part.tag == "Div") for chapter in chapters
    )
    return re.sub(page_words, "", told)


@pytest.mark.parametrize("code", CODES)
def test_text_of_the_pdf_is_that_of_the_pages(site: Site, code: str) -> None:
    made = printed(site, code)

    body = body_of(chapters_of(made.heard), WORDS[code][3])

    assert body == "".join(text_of(page) for page in made.pages)


@pytest.mark.parametrize("code", CODES)
def test_notes_stand_at_the_foot_of_the_page_of_their_mark(site: Site, code: str) -> None:
    made = printed(site, code)
    sentence = SPACES.sub("", WORDS[code][2])

    notes = made.heard.root.all("Note")

    assert [one.told for one in notes] == [
        f"※{sentence}{sentence}",
        f"＊1{sentence}",
        f"注1{sentence}",
    ]
    calls = [
        next(one.page for one in chapter.walk() if one.text.strip() == mark)
        for chapter, mark in zip(
            [*chapters_of(made.heard)[:1] * 2, chapters_of(made.heard)[-1]],
            ("※", "＊1", "注1"),
            strict=True,
        )
    ]
    assert [one.page for one in notes] == calls


@pytest.mark.parametrize("code", CODES)
def test_references_and_contents_name_the_page(site: Site, code: str) -> None:
    made = printed(site, code)
    target = next(one.page for one in made.heard.root.all("H2") if one.told == "１二")
    contents = [one for one in made.heard.root.children if one.tag == "Sect"][2]

    named = re.findall(WORDS[code][3], body_of(chapters_of(made.heard), "$^"))
    line = next(one.told for one in contents.all("Link") if one.told.startswith("１二"))

    assert named == [str(target)]
    assert re.fullmatch(rf"１二{target}\.+", line)
    assert f"{target}/{len(made.heard.pages)}" in made.heard.pages[target - 1]


@pytest.mark.parametrize("code", CODES)
def test_pdf_meets_the_essentials_of_pdf_ua(site: Site, code: str) -> None:
    made = printed(site, code)

    with pikepdf.open(BytesIO(made.data)) as pdf:
        root = pdf.Root
        about = (
            str(root.Lang),
            bool(root.MarkInfo.Marked),
            bool(root.ViewerPreferences.DisplayDocTitle),
        )
        title, author = str(pdf.docinfo.Title), str(pdf.docinfo.Author)
        part = pdf.open_metadata()["pdfuaid:part"]
        fonts = {
            str(descriptor.FontName): "/FontFile2" in descriptor or "/FontFile3" in descriptor
            for descriptor in pdf.objects
            if isinstance(descriptor, pikepdf.Dictionary)
            and descriptor.get("/Type") == "/FontDescriptor"
        }

    lang = {"pt-br": "pt-BR", "zh-hans": "zh-Hans"}.get(code, code)
    assert about == (lang, True, True)
    assert (title, bool(author), part) == (f"{WORDS[code][0]} 初版", True, "1")
    assert all(fonts.values())
    assert all(re.match(r"/[A-Z]{6}\+", name) for name in fonts)
    assert made.heard.untagged == ""


@pytest.mark.parametrize("code", CODES)
def test_tags_stand_where_they_may(site: Site, code: str) -> None:
    heard = printed(site, code).heard

    pairs = {(parent.tag, one.tag) for parent in heard.root.walk() for one in parent.children}
    levels = [int(one.tag[1]) for one in heard.root.walk() if re.fullmatch("H[1-6]", one.tag)]

    assert {tag for parent, tag in pairs if parent == "L"} <= {"LI", "Caption"}
    assert {parent for parent, tag in pairs if tag == "LI"} == {"L"}
    assert {tag for parent, tag in pairs if parent == "TR"} <= {"TH", "TD"}
    assert {parent for parent, tag in pairs if tag == "TR"} <= {"Table", "THead", "TBody"}
    assert [one.told for one in heard.root.all("Table") if not one.all("TH")] == []
    assert [one for one in heard.root.all("Figure") if not one.alt] == []
    assert levels[0] == 1
    assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == []
    assert [pair for pair in pairs if pair[0][0] == "H" and pair[1][0] == "H"] == []


@pytest.mark.parametrize("code", CODES)
def test_bookmarks_are_the_headings(site: Site, code: str) -> None:
    made = printed(site, code)
    titles = []

    with pikepdf.open(BytesIO(made.data)) as pdf, pdf.open_outline() as outline:
        waiting = list(outline.root)
        while waiting:
            item = waiting.pop(0)
            titles.append(SPACES.sub("", item.title))
            waiting = [*item.children, *waiting]

    headings = [one.told for one in made.heard.root.walk() if re.fullmatch("H[1-6]", one.tag)]
    assert titles == headings


def test_links_lead_to_the_page_of_their_section(site: Site) -> None:
    made = printed(site, "ja")
    target = next(one.page for one in made.heard.root.all("H2") if one.told == "１二")

    with pikepdf.open(BytesIO(made.data)) as pdf:
        numbers = {page.objgen: number for number, page in enumerate(pdf.pages, start=1)}
        names = dict(zip(*[iter(pdf.Root.Names.Dests.Names)] * 2, strict=True))
        places = {str(name): numbers[place[0].objgen] for name, place in names.items()}
        links = [link for page in pdf.pages for link in page.get("/Annots", ())]
        told = {
            SPACES.sub("", str(link.Contents)): places[str(link.Dest)]
            for link in links
            if "/Dest" in link
        }
        tied = ["/StructParent" in link for link in links]

    assert places[anchor("二")] == target
    assert told["１二"] == target
    assert set(told) >= {one.told for one in made.heard.root.all("H2") if one.told[0] == "１"}
    assert all(tied)


def test_running_heads_name_document_and_chapter(site: Site) -> None:
    heard = printed(site, "ja").heard

    number = next(one.page for one in heard.root.all("H2") if one.told == "１一")
    foot = f"ともに市の指針第１章ともに市の指針{number}/{len(heard.pages)}"
    assert heard.pages[number - 1].endswith(foot)


@pytest.fixture
def document(site: Site) -> GuidelinePage:
    return make_document(site.root_page)


def html_of(document: GuidelinePage, edition: Edition | None = None) -> str:
    return subject_of(
        document=GuidelinePage.objects.get(pk=document.pk),
        frame=build_frame(site=Site.objects.get(), code="ja"),
        kind=PdfKind.EDITION if edition else PdfKind.DOCUMENT,
        edition=edition,
    ).html()


def test_old_edition_says_so_on_every_page(document: GuidelinePage) -> None:
    document.edition = "第２版"
    document.save_revision().publish()
    edition = Edition.objects.get(label="初版")
    frame = build_frame(site=Site.objects.get(), code="ja")
    subject = subject_of(document=document, frame=frame, kind=PdfKind.EDITION, edition=edition)

    drawn = engine.draw(html=subject.html(), address=subject.address, html_lang="ja")

    assert ["旧版" in page for page in listen(drawn.data).pages] == [True] * drawn.pages


def test_closed_chapter_is_not_printed(document: GuidelinePage) -> None:
    chapter = ChapterPage.objects.get(slug="two")
    PageViewRestriction.objects.create(page=chapter, restriction_type=PageViewRestriction.LOGIN)

    source = html_of(document)

    assert ("はじまり" in source, "すすめかた" in source) == (True, False)


@pytest.mark.parametrize(("days", "is_named"), [(1, True), (-1, False)])
def test_roster_is_named_until_the_agreed_day(site: Site, days: int, is_named: bool) -> None:
    roster = drafts.roster(
        block_id=uuid.uuid5(uuid.NAMESPACE_DNS, "roster"),
        title="委員名簿",
        members=[drafts.Member("山田花子", category="市民")],
        retention_until=timezone.localdate() + timedelta(days=days),
        consented=True,
    )
    document = make_document(
        site.root_page,
        chapters=[ChapterDraft(number="", title="章", slug="one", body=[roster])],
    )

    assert ("山田花子" in html_of(document)) is is_named
