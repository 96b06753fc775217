"""`tomoni search_eval` measures in a scratch database of either kind, beside the site's own."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from tomoni.search.models import SearchDocument

PASSAGES = {"1": "ごみは火曜日に集めます。", "2": "転入の届けは市民課で受け付けます。"}
ASKED = {"a": ("ごみの日はいつですか", "1"), "b": ("転入の手続き", "2"), "c": ("温泉", "1")}


@pytest.fixture
def retrieval_set(tmp_path):
    folder = tmp_path / "ja-town"
    folder.mkdir()

    def write(name: str, rows: list[dict[str, str]]) -> None:
        lines = (json.dumps(row, ensure_ascii=False) for row in rows)
        (folder / name).write_text("\n".join(lines), encoding="utf-8")

    write("passages.jsonl", [{"id": key, "title": "", "text": t} for key, t in PASSAGES.items()])
    write("queries.jsonl", [{"id": key, "text": text} for key, (text, _right) in ASKED.items()])
    qrels = "".join(f"{key}\t{right}\t1\n" for key, (_text, right) in ASKED.items())
    (folder / "qrels.tsv").write_text(qrels, encoding="utf-8")
    return folder


@pytest.mark.django_db
def test_set_is_measured_beside_the_sites_own_texts(retrieval_set):
    store = {"sqlite": "sqlite", "postgresql": "postgres"}[connection.vendor]
    told = StringIO()

    call_command("search_eval", str(retrieval_set), store=store, stdout=told)

    figures = json.loads(told.getvalue())
    assert (figures["queries"], figures["passages"]) == (3, 2)
    assert figures["hit@1"] == round(2 / 3, 4)
    assert not SearchDocument.objects.exists()


@pytest.mark.django_db
def test_folder_that_holds_no_set_is_named(tmp_path):
    with pytest.raises(CommandError, match="ja-nothing"):
        call_command("search_eval", str(tmp_path / "ja-nothing"))
