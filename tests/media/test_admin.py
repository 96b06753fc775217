"""Every way into the library asks for an alternative text and makes drawings harmless."""

import gc
import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import translation
from wagtail.models import Collection, Locale, UploadedFile
from wagtail.users.models import UserProfile

from tomoni.accounts.models import User
from tomoni.media.models import Document, Image
from tomoni.media.services import store_image

# Wagtail opens a stored file to hash it and leaves closing it to the collector.
pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning"),
]

ACTING = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" onload="x()">'
    b"<script>x()</script></svg>"
)
CALM = (
    b"<?xml version='1.0' encoding='utf-8'?>\n"
    b'<svg viewBox="0 0 9 9" xmlns="http://www.w3.org/2000/svg" />'
)
MISSING = "Say in a few words what the picture shows, or tick “decorative” if it tells nothing."


@pytest.fixture(autouse=True)
def _collected():
    yield
    gc.collect()


@pytest.fixture
def english():
    return Locale.objects.get_or_create(language_code="en")[0]


def fields(prefix="", **values):
    root = Collection.objects.get(depth=1).pk
    values = {"title": "木", "collection": root, "tags": "", **values}
    return {f"{prefix}{name}": value for name, value in values.items()}


def upload(data=ACTING, name="tree.svg"):
    return SimpleUploadedFile(name, data)


def stored_bytes(image):
    with image.file.open("rb") as file:
        return file.read()


def test_adding_a_picture_needs_an_alternative_text(client, editor):
    response = client.post(reverse("wagtailimages:add"), fields(file=upload()))

    assert Image.objects.count() == 0
    assert "description" in response.context["form"].errors


def test_adding_a_decorative_picture_needs_none_and_takes_none(client, editor):
    url = reverse("wagtailimages:add")

    both = client.post(url, fields(file=upload(), description="木", is_decorative="on"))
    none = client.post(url, fields(file=upload(), is_decorative="on"))

    assert "description" in both.context["form"].errors
    assert none.status_code == 302
    assert Image.objects.get().is_decorative is True


def test_adding_a_drawing_stores_the_harmless_copy_and_all_texts(client, editor, english):
    client.post(
        reverse("wagtailimages:add"),
        fields(file=upload(), description="大きな木", description_en="A big tree"),
    )

    image = Image.objects.get()
    assert stored_bytes(image) == CALM
    assert list(image.descriptions.values_list("locale__language_code", "text")) == [
        ("en", "A big tree")
    ]


def test_editing_replaces_file_and_texts(client, editor, english, picture):
    image = store_image(
        title="木", data=picture(), filename="a.png", description="木", descriptions={"en": "Tree"}
    )

    client.post(
        reverse("wagtailimages:edit", args=[image.pk]),
        fields(file=upload(), description="大木", description_en=""),
    )

    image = Image.objects.get()
    assert (stored_bytes(image), image.description) == (CALM, "大木")
    assert image.descriptions.count() == 0


def test_editing_shows_the_texts_already_written(client, editor, english, picture):
    image = store_image(
        title="木", data=picture(), filename="a.png", description="木", descriptions={"en": "Tree"}
    )

    html = client.get(reverse("wagtailimages:edit", args=[image.pk])).content.decode()

    assert 'name="description_en" value="Tree"' in html


def test_uploading_many_asks_for_each_text_and_stores_harmless_copies(client, editor):
    added = client.post(
        reverse("wagtailimages:add_multiple"),
        {"title": "木", "files[]": upload(), "collection": Collection.objects.get(depth=1).pk},
    )
    answer = json.loads(added.content)
    waiting = UploadedFile.objects.get()
    url = reverse("wagtailimages:create_multiple_from_uploaded_image", args=[waiting.pk])
    prefix = f"uploaded-image-{waiting.pk}-"

    refused = json.loads(client.post(url, fields(prefix)).content)
    accepted = json.loads(client.post(url, fields(prefix, description="木")).content)

    assert (answer["success"], refused["success"], accepted["success"]) == (True, False, True)
    assert stored_bytes(Image.objects.get()) == CALM


def test_uploading_many_refuses_a_false_picture_at_once(client, editor):
    added = client.post(
        reverse("wagtailimages:add_multiple"), {"files[]": upload(b"<html></html>", "a.png")}
    )

    assert json.loads(added.content)["success"] is False
    assert (Image.objects.count(), UploadedFile.objects.count()) == (0, 0)


def test_chooser_upload_asks_for_the_text_and_stores_the_harmless_copy(client, editor):
    url = reverse("wagtailimages_chooser:create")
    prefix = "image-chooser-upload-"

    refused = client.post(url, fields(prefix, file=upload()))
    accepted = client.post(url, fields(prefix, file=upload(), description="木"))

    assert json.loads(refused.content)["step"] == "reshow_creation_form"
    assert json.loads(accepted.content)["step"] == "chosen"
    assert stored_bytes(Image.objects.get()) == CALM


def test_missing_text_is_told_in_a_sentence(client, editor, settings):
    settings.WAGTAILADMIN_PERMITTED_LANGUAGES = [("en", "English")]
    UserProfile.objects.create(user=editor, preferred_language="en")

    response = client.post(reverse("wagtailimages:add"), fields(file=upload()))

    with translation.override("en"):
        told = list(response.context["form"].errors["description"])
    assert told == [MISSING]


@pytest.mark.parametrize("name", ["wagtailimages:add", "wagtailimages:add_multiple"])
def test_strangers_and_people_without_role_upload_nothing(client, name):
    as_stranger = client.post(reverse(name), fields(file=upload(), description="木")).status_code
    client.force_login(User.objects.create_user("mori", "mori@town.example", "x"))
    as_nobody = client.post(reverse(name), fields(file=upload(), description="木")).status_code

    assert (as_stranger, as_nobody, Image.objects.count()) == (302, 302, 0)


def test_document_upload_is_checked_by_content(client, editor):
    url = reverse("wagtaildocs:add")

    refused = client.post(url, fields(file=upload(b"<html></html>", "a.pdf"), language="ja"))
    accepted = client.post(url, fields(file=upload(b"%PDF-1.7 x", "a.pdf"), language="en"))

    assert "file" in refused.context["form"].errors
    assert accepted.status_code == 302
    assert Document.objects.get().language == "en"


def test_many_documents_are_checked_and_default_to_the_first_language(client, editor):
    url = reverse("wagtaildocs:add_multiple")

    refused = client.post(url, {"files[]": upload(b"MZ\x90", "a.pdf")})
    accepted = client.post(url, {"title": "a", "files[]": upload(b"%PDF-1.7 x", "a.pdf")})

    successes = [json.loads(response.content)["success"] for response in (refused, accepted)]
    assert successes == [False, True]
    assert Document.objects.get().language == "ja"


def test_document_is_served_as_attachment_of_its_type(client, db):
    document = Document(title="規約", file=upload(b"%PDF-1.7 x", "a.pdf"))
    document.save()

    response = client.get(document.url)

    wanted = ("Content-Type", "X-Content-Type-Options", "Content-Security-Policy")
    assert [response.headers[name] for name in wanted] == [
        "application/pdf",
        "nosniff",
        "default-src 'none'",
    ]
    assert response.headers["Content-Disposition"].startswith("attachment")
    assert b"".join(response.streaming_content) == b"%PDF-1.7 x"
    response.close()


def test_document_without_its_file_answers_not_found(client, db):
    document = Document(title="規約", file=upload(b"%PDF-1.7 x", "a.pdf"))
    document.save()
    document.file.storage.delete(document.file.name)

    assert client.get(document.url).status_code == 404
