"""What words that residents did not find would find now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.core.cache import cache

from tomoni.search.models import AskedWords, IndexState
from tomoni.search.queries import Asked
from tomoni.search.selectors.matching import Question, answer, is_partial
from tomoni.search.selectors.understanding import understand_each
from tomoni.search.stores.choice import answering
from tomoni.search.terms.generation import WORDS


@dataclass(frozen=True)
class FoundNow:
    """How many texts words find now; `is_partial` says that none has all of them."""

    count: int
    is_partial: bool

    @property
    def is_found(self) -> bool:
        return self.count > 0 and not self.is_partial


def found_now(rows: Sequence[AskedWords]) -> dict[int, FoundNow]:
    """Return what a visitor finds with each of these words, by their keys.

    A store answers one question at a time. So what it answered is remembered until a text or a
    word of the term base changes: a list that is sorted or looked at again asks it nothing.
    """
    if not rows:
        return {}
    state = _state()
    names = {words.pk: f"{state}-{words.pk}" for words in rows}
    # Plain values: a class may have changed when a process of the next version reads them.
    known = cache.get_many(names.values())
    unknown = [words for words in rows if names[words.pk] not in known]
    fresh = {names[key]: said for key, said in _asked(unknown).items()}
    cache.set_many(fresh)
    return {key: FoundNow(*(known | fresh)[name]) for key, name in names.items()}


def _state() -> str:
    """Name the state of all that an answer depends on; read before any answer is."""
    index = IndexState.objects.filter(pk=1).values_list("version", "sent").first()
    version, sent = index or (0, 0)
    return f"tomoni-search-found-now-{WORDS.present()}-{version}-{sent}"


def _asked(rows: Sequence[AskedWords]) -> dict[int, tuple[int, bool]]:
    wanted = [
        (Asked(text=words.text), list(dict.fromkeys((words.locale, settings.LANGUAGE_CODE))))
        for words in rows
    ]
    return {
        words.pk: _answered(questions)
        for words, questions in zip(rows, understand_each(wanted), strict=True)
    }


def _answered(questions: Mapping[str, Question]) -> tuple[int, bool]:
    answers = [answer(question, answering()) for question in questions.values()]
    return sum(one.total for one in answers), is_partial(answers)
