"""`tomoni search QUERY`: ask the site's index as a resident would, and say why a text came."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from tomoni.languages import LANGUAGES
from tomoni.search.models import SearchDocument
from tomoni.search.queries import Asked, clean
from tomoni.search.ranking import Scored
from tomoni.search.selectors.matching import Question, answer
from tomoni.search.selectors.understanding import understand
from tomoni.search.stores.choice import answering


class Command(BaseCommand):
    help = "Ask the search index; with --explain, say for each text why it was found and ranked."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("query")
        parser.add_argument("--locale", default=settings.LANGUAGE_CODE)
        parser.add_argument("--limit", type=int, default=10)
        parser.add_argument("--explain", action="store_true")

    def handle(self, *_args: Any, **options: Any) -> None:  # Any: Django's own signature
        locale = options["locale"]
        if locale not in {language.code for language in LANGUAGES}:
            raise CommandError(_("There is no language %(code)s.") % {"code": locale})
        question = understand(Asked(text=clean(options["query"])), languages=[locale])[locale]
        if options["explain"]:
            self._understood(question)
        found = answer(question, answering())
        self.stdout.write(_("%(count)d found") % {"count": found.total})
        shown = found.first[: options["limit"]]
        rows = SearchDocument.objects.in_bulk([one.candidate.pk for one in shown])
        for one in shown:
            if one.candidate.pk in rows:
                self._result(one, rows[one.candidate.pk], explain=options["explain"])

    def _understood(self, question: Question) -> None:
        for word in question.reading.words:
            self.stdout.write(f"{word.text}:")
            for way in word.ways:
                phrases = " + ".join(" ".join(phrase) for phrase in way.phrases)
                self.stdout.write(f"  {way.reason.name.lower()}: {phrases}")
        if question.reading.ignored:
            words = ", ".join(question.reading.ignored)
            self.stdout.write(_("Without weight: %(words)s") % {"words": words})

    def _result(self, one: Scored, row: SearchDocument, *, explain: bool) -> None:
        self.stdout.write(f"{one.score:8.3f}  {row.title}  ({row.source} {row.object_key})")
        if not explain:
            return
        reasons = ", ".join(f"{word}={why.name.lower()}" for word, why in one.reasons.items())
        told = one.explanation
        tokens = sorted(told.tokens.items(), key=lambda item: -item[1])[:8]
        self.stdout.write(f"          {reasons}")
        self.stdout.write("          " + ", ".join(f"{t} {value:.2f}" for t, value in tokens))
        self.stdout.write(
            f"          ways {told.ways:.2f}, neighbours {told.pairs:.2f}, "
            f"phrase {told.phrase:.2f}, title {told.title:.2f}, factor {told.factor:.2f}, "
            f"boost {one.candidate.boost:.2f}, freshness {told.freshness:.2f}"
        )
        if one.lacks:
            self.stdout.write("          " + _("lacks %(words)s") % {"words": ", ".join(one.lacks)})
