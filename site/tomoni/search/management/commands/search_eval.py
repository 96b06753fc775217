"""`tomoni search_eval DIR`: measure the search on a retrieval set, in a scratch index."""

import json
from argparse import ArgumentParser
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.utils.translation import gettext as _

from tomoni.languages import LANGUAGES
from tomoni.search.evaluating.running import run
from tomoni.search.evaluating.scratch import (
    scratch_elasticsearch,
    scratch_postgres,
    scratch_sqlite,
)
from tomoni.search.evaluating.sets import SetError, locale_of, read_set
from tomoni.search.services import send_changes
from tomoni.search.stores.choice import answering, embedded

STORES = ("sqlite", "postgres", "elasticsearch")


class Command(BaseCommand):
    help = (
        "Measure the search on a folder with passages.jsonl, queries.jsonl and qrels.tsv. "
        "The site's own index is not touched; the figures are printed as JSON."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path)
        parser.add_argument("--store", choices=STORES, default="sqlite")
        parser.add_argument("--locale", help="Without it: what the folder's name begins with.")
        parser.add_argument("--limit", type=int, help="Ask only the first so many questions.")

    def handle(self, *_args: Any, **options: Any) -> None:  # Any: Django's own signature
        folder: Path = options["folder"]
        locale = options["locale"] or locale_of(folder)
        if locale not in {language.code for language in LANGUAGES}:
            raise CommandError(_("Say the language of the set with --locale, for example ja."))
        try:
            found = read_set(folder, limit=options["limit"])
        except SetError as error:
            raise CommandError(str(error)) from error
        with _scratch(options["store"]):
            embedded().prepare(locales=[locale])
            outcome = run(found, locale=locale, store=answering(), send=_send)
        measures = outcome.measures
        figures = {
            "queries": len(found.questions),
            "passages": len(found.passages),
            "hit@1": round(measures.hit_at_1, 4),
            "hit@10": round(measures.hit_at_10, 4),
            "mrr@10": round(measures.mrr_at_10, 4),
            "ndcg@10": round(measures.ndcg_at_10, 4),
            "index_docs_per_s": round(outcome.documents_per_second, 1),
            "p50_ms": round(outcome.p50, 2),
            "p95_ms": round(outcome.p95, 2),
        }
        self.stdout.write(json.dumps(figures))


def _send() -> None:
    if not send_changes():
        raise CommandError(_("The search server does not answer."))


def _scratch(store: str) -> AbstractContextManager[object]:
    if store == "elasticsearch":
        if settings.TOMONI_SEARCH["STORE"] != "elasticsearch":
            raise CommandError(_("Name an Elasticsearch server in TOMONI_ELASTICSEARCH."))
        return scratch_elasticsearch()
    if store == "postgres":
        if connection.vendor != "postgresql":
            raise CommandError(_("Name a PostgreSQL server in DATABASE_URL."))
        return scratch_postgres()
    return scratch_sqlite()
