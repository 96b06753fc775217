"""Uploads are kept, read once, and mended step by step without losing anybody's work."""

import io
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from tomoni.accounts.models import User
from tomoni.guidelines import services
from tomoni.guidelines.models import GuidelineImport, ImportState
from tomoni.guidelines.outlining.pieces import CannotError, load

TEXT = Path(__file__).parent / "texts" / "marks.txt"


@pytest.fixture
def owner(db: None) -> User:
    return User.objects.create_user(username="writer", password="x", email="writer@example.jp")


def keep(owner: User, data: bytes | None = None, name: str = "指針.txt") -> GuidelineImport:
    data = TEXT.read_bytes() if data is None else data
    return services.keep_upload(owner=owner, file=io.BytesIO(data), name=name, size=len(data))


@pytest.fixture
def upload(owner: User) -> GuidelineImport:
    kept = keep(owner)
    services.read_upload(kept.pk)
    kept.refresh_from_db()
    return kept


def test_upload_is_kept_where_no_address_leads(owner: User) -> None:
    kept = keep(owner)

    stored = Path(kept.file.path)
    answer = Client().get(f"/media/{kept.file.name}")

    assert stored.read_bytes() == TEXT.read_bytes()
    assert "private" in stored.parts
    assert answer.status_code == 404
    with pytest.raises(ValueError, match="no address"):
        _ = kept.file.url


def test_reading_makes_an_outline_with_a_balanced_account(upload: GuidelineImport) -> None:
    assert (upload.state, upload.version, upload.claimed_until) == ("ready", 1, None)
    assert upload.title
    assert load(upload.pieces)
    assert upload.signs == len("".join(TEXT.read_text().split()))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "空"),
        (b"%PDF-1.7 nothing", ""),
        (b"\x89PNG\r\n", "画像"),
        ("あ".encode() + b"\xff" * 9, ""),
    ],
)
def test_file_that_cannot_be_read_says_what_to_do_and_is_kept(
    owner: User, data: bytes, words: str
) -> None:
    kept = keep(owner, data, "x.bin")

    services.read_upload(kept.pk)

    kept.refresh_from_db()
    assert kept.state == ImportState.FAILED
    assert kept.error.endswith("。")
    assert words in kept.error
    assert Path(kept.file.path).read_bytes() == data


def test_failed_upload_takes_another_file(owner: User) -> None:
    kept = keep(owner, b"")
    services.read_upload(kept.pk)
    kept.refresh_from_db()

    data = TEXT.read_bytes()
    services.replace_file(upload=kept, file=io.BytesIO(data), name="b.txt", size=len(data))
    read = services.read_upload(kept.pk)

    kept.refresh_from_db()
    assert (read, kept.state, kept.name, kept.error) == (True, "ready", "b.txt", "")


def test_stored_file_that_is_gone_is_told(owner: User) -> None:
    kept = keep(owner)
    Path(kept.file.path).unlink()

    services.read_upload(kept.pk)

    kept.refresh_from_db()
    assert kept.state == ImportState.FAILED
    assert kept.error


def test_two_readers_never_read_the_same(owner: User) -> None:
    kept = keep(owner)
    GuidelineImport.objects.filter(pk=kept.pk).update(
        state=ImportState.READING, claimed_until=timezone.now() + timedelta(minutes=1)
    )

    assert not services.read_upload(kept.pk)
    assert services.read_waiting() == 0


def test_upload_whose_reader_died_is_read_again(owner: User) -> None:
    kept = keep(owner)
    GuidelineImport.objects.filter(pk=kept.pk).update(
        state=ImportState.READING, claimed_until=timezone.now() - timedelta(seconds=1)
    )
    kept.refresh_from_db()
    was_stuck = kept.is_stuck

    call_command("read_imports", stdout=io.StringIO())

    kept.refresh_from_db()
    assert (was_stuck, kept.state, kept.is_stuck) == (True, "ready", False)


def test_read_upload_is_not_read_over(upload: GuidelineImport) -> None:
    assert not services.read_upload(upload.pk)


def test_delete_takes_the_file_along(
    owner: User, django_capture_on_commit_callbacks: pytest.FixtureRequest
) -> None:
    kept = keep(owner)
    stored = Path(kept.file.path)

    with django_capture_on_commit_callbacks(execute=True):
        services.delete_upload(upload=kept)

    assert not stored.exists()
    assert not GuidelineImport.objects.exists()


def test_steps_are_stored_undone_and_done_again(upload: GuidelineImport) -> None:
    start = load(upload.pieces)

    for number in range(120):
        name = "drop" if number % 2 == 0 else "restore"
        services.change_outline(
            upload_id=upload.pk, version=1 + number, name=name, piece=start[0].id, given={}
        )
    version = 121
    for _step in range(120):
        services.undo(upload_id=upload.pk, version=version)
        version += 1
    undone = load(GuidelineImport.objects.get().pieces)
    services.redo(upload_id=upload.pk, version=version)

    assert undone == start
    assert load(GuidelineImport.objects.get().pieces)[0].kind == "dropped"


def test_new_step_forgets_what_was_undone(upload: GuidelineImport) -> None:
    own = load(upload.pieces)[0].id
    services.change_outline(upload_id=upload.pk, version=1, name="drop", piece=own, given={})
    services.undo(upload_id=upload.pk, version=2)
    services.change_outline(upload_id=upload.pk, version=3, name="aside", piece=own, given={})

    with pytest.raises(CannotError):
        services.redo(upload_id=upload.pk, version=4)


def test_second_window_never_overwrites(upload: GuidelineImport) -> None:
    own = load(upload.pieces)[0].id
    services.change_outline(upload_id=upload.pk, version=1, name="drop", piece=own, given={})

    with pytest.raises(services.OutlineChangedError):
        services.change_outline(upload_id=upload.pk, version=1, name="aside", piece=own, given={})

    assert load(GuidelineImport.objects.get().pieces)[0].kind == "dropped"
    with pytest.raises(services.OutlineChangedError):
        services.undo(upload_id=upload.pk, version=1)


def test_step_writes_no_more_than_it_must(
    upload: GuidelineImport, django_assert_num_queries: pytest.FixtureRequest
) -> None:
    own = load(upload.pieces)[0].id

    with django_assert_num_queries(4):
        services.change_outline(upload_id=upload.pk, version=1, name="drop", piece=own, given={})
