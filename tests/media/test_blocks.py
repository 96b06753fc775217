"""Pictures and documents in a body."""

import uuid

import pytest
from django.core.files.base import ContentFile
from django.utils.translation import override
from wagtail.blocks import StreamBlock
from wagtail.models import Locale

from tomoni.media.blocks import DocumentLinkBlock, PictureBlock
from tomoni.media.models import Document
from tomoni.media.services import store_image

pytestmark = pytest.mark.django_db


class Body(StreamBlock):
    picture = PictureBlock()
    document = DocumentLinkBlock()


def body(*entries):
    return Body().to_python(
        [{"type": kind, "value": value, "id": str(uuid.uuid4())} for kind, value in entries]
    )


@pytest.fixture
def tree(picture):
    Locale.objects.get_or_create(language_code="en")
    return store_image(
        title="木",
        data=picture(size=(1600, 800)),
        filename="tree.png",
        description="大きな木",
        descriptions={"en": "A big tree"},
    )


def html_of(value, language="ja"):
    with override(language):
        return body(("picture", value))[0].render()


def test_picture_says_its_size_and_offers_two_widths(tree):
    html = html_of({"image": tree.pk, "caption": "公園"})

    assert 'width="1280" height="640" loading="lazy"' in html
    assert " 640w, " in html
    assert "<figcaption>公園</figcaption>" in html


@pytest.mark.parametrize(
    ("extra", "language", "alt"),
    [
        ({}, "ja", 'alt="大きな木" width'),
        ({}, "en", 'alt="A big tree" width'),
        ({}, "ja-simple", 'alt="大きな木" width'),
        ({}, "pt-br", 'alt="大きな木" lang="ja" width'),
        ({"alt_text": "Ipê"}, "pt-br", 'alt="Ipê" width'),
        ({"decorative": True}, "pt-br", 'alt="" width'),
    ],
)
def test_picture_is_described_in_the_page_language(tree, extra, language, alt):
    assert alt in html_of({"image": tree.pk, **extra}, language)


def test_drawing_is_shown_as_it_is(db):
    drawing = store_image(
        title="木",
        data=b'<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"/>',
        filename="tree.svg",
        description="木",
    )

    html = html_of({"image": drawing.pk})

    assert f'src="{drawing.file.url}" alt="木" width="30" height="20"' in html


def test_deleted_picture_leaves_no_trace(tree):
    gone = tree.pk
    tree.delete()

    assert "<img" not in html_of({"image": gone})


def test_picture_whose_file_is_gone_breaks_no_page(tree):
    tree.renditions.all().delete()
    tree.file.storage.delete(tree.file.name)

    assert "<img" in html_of({"image": tree.pk})


@pytest.mark.parametrize("count", [1, 3])
def test_pictures_need_the_same_queries_however_many(picture, django_assert_num_queries, count):
    images = [
        store_image(
            title=str(i), data=picture(colour=(i, 0, 0)), filename=f"{i}.png", description=str(i)
        )
        for i in range(count)
    ]

    with django_assert_num_queries(1):
        html = body(*(("picture", {"image": one.pk}) for one in images)).render_as_block()

    assert html.count("<img") == count


def test_document_link_says_type_pages_size_and_language(db):
    document = Document(title="Regulamento", language="pt-br", page_count=3)
    document.file.save("rules.pdf", ContentFile(b"%PDF-1.7 " + b"x" * 2039))

    with override("en"):
        html = body(("document", {"document": document.pk}))[0].render()

    text = " ".join(html.split())  # also makes a plain space of the narrow one before KB
    assert 'hreflang="pt-BR"' in text
    assert "PDF, 3 pages, 2.0 KB" in text
    assert '<span lang="pt-BR">Português (Brasil)</span>' in text
