"""Texts are analysed by several processes as by one, whatever becomes of those that help."""

import gc
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.utils import timezone

from tomoni.plugins import SearchSource, SearchText
from tomoni.search import processes
from tomoni.search.analysing import Wording, analysed_each
from tomoni.search.models import SearchDocument, StoredText, SuggestionKey
from tomoni.search.services import rebuilding, spreading, writing
from tomoni.search.services.spreading import analyses, begin, many_processors
from tomoni.search.services.writing import Texts, retokenise, write, write_each
from tomoni.search.sources import sources
from tomoni.search.stores.choice import embedded

ROOT = Path(__file__).parents[2]
THINGS = SearchSource("things", "物", "tomoni_home.Section", "-")
TEXTS = [
    Wording(locale, f"{title} {number}", ("", "三日"), (title * 9, f"一つ、{number}"))
    for number in range(40)
    for locale, title in (("ja", "自治会の集まり"), ("en", "Rubbish collection"), ("ko", "쓰레기"))
]


@pytest.fixture
def _small(settings, monkeypatch):
    """Two processes, which already a few texts are worth."""
    settings.TOMONI_SEARCH = {**settings.TOMONI_SEARCH, "PROCESSES": "2"}
    monkeypatch.setattr(processes, "WORTH_STARTING", 1)
    monkeypatch.setattr(processes, "AT_ONCE", 200)


@pytest.fixture(autouse=True)
def _alone():
    """Begin when the processes of the test before have ended: a broken pool ends them in time."""
    _left()


def _left():
    """Return the processes that have not ended after some seconds.

    The pool's own thread waits for them too, and who of two comes second is told nothing: so they
    are asked for again until none is left.
    """
    deadline = time.monotonic() + 10
    while (left := multiprocessing.active_children()) and time.monotonic() < deadline:
        time.sleep(0.01)
    return left


@pytest.fixture
def beside(_small):
    """`beside()` gives the process that helps, when it is ready."""
    with many_processors():
        assert len(list(analyses(TEXTS[:1]))) == 1

        def ready():
            while not any(part.done() for part in spreading._beside.get()._starting):
                time.sleep(0.01)
            (child,) = multiprocessing.active_children()
            return child

        yield ready


@pytest.fixture
def written(db, extensions):
    """`written()` writes texts and gives all that the index then holds of them."""

    def write_all(*, anew: bool = False) -> list[object]:
        source = next(one for one in sources() if one.label == THINGS.label)
        texts = [
            Texts(
                source,
                str(number),
                timezone.now(),
                (SearchText(locale=one.locale, title=one.title, url="/", text=one.passages[0]),),
            )
            for number, one in enumerate(TEXTS)
        ]
        count = sum(write_each([texts])) if anew else write(texts)
        assert count == len(TEXTS)
        return held()

    with extensions(THINGS):
        yield write_all


def held() -> list[object]:
    """Return what the index holds: lengths of texts, keys of titles, and how often each token."""
    keys: dict[int, set[tuple[object, ...]]] = {}
    for key in SuggestionKey.objects.all():
        row = (bytes(key.key), key.head, key.is_first, key.rank)
        assert row not in keys.setdefault(key.document, set())
        keys[key.document].add(row)
    lengths = dict(StoredText.objects.values_list("pk", "length"))
    rows = SearchDocument.objects.order_by("object_key")
    tokens = [dict(embedded().vocabulary(locale=locale)) for locale in ("ja", "en", "ko")]
    return [tokens, *((row.object_key, row.title, lengths[row.pk], keys[row.pk]) for row in rows)]


def test_analyses_are_those_of_one_process(beside):
    beside()

    assert list(analyses(TEXTS)) == analysed_each(TEXTS)


def test_index_is_that_of_one_process(beside, written):
    beside()
    spread = written()

    spreading._beside.set(None)
    retokenise(list(SearchDocument.objects.values_list("pk", flat=True)))

    assert spread == held()
    assert len(spread) == 1 + len(TEXTS)


def test_what_is_begun_ahead_is_not_analysed_again(beside):
    beside()
    begin(TEXTS[:60])
    pool = spreading._beside.get()
    begun = pool._given

    found = list(analyses([*reversed(TEXTS[:60]), TEXTS[0]]))

    assert found == analysed_each([*reversed(TEXTS[:60]), TEXTS[0]])
    # What was not enough for a portion is added with the question.
    assert begun <= pool._given <= begun + 1


def test_what_is_begun_for_later_goes_on(beside):
    beside()
    begin(TEXTS)
    pool = spreading._beside.get()

    first = list(analyses(TEXTS[:50]))
    begun, kept = pool._given, [portion.place for portion in pool._ahead.portions]
    rest = list(analyses(TEXTS[50:]))

    assert first + rest == analysed_each(TEXTS)
    assert pool._given == begun
    assert len(kept) > 1
    assert (pool._ahead.portions, pool._ahead.places) == ([], {})


def test_what_is_begun_twice_is_analysed_once(beside):
    beside()
    begin(TEXTS)
    pool = spreading._beside.get()
    begun = pool._given

    begin(TEXTS)

    assert pool._given == begun > 1
    assert list(analyses(TEXTS)) == analysed_each(TEXTS)


def test_who_breaks_off_wants_nothing_more_of_it(beside):
    beside()
    begin(TEXTS)
    pool = spreading._beside.get()
    portions = pool._ahead.portions

    found = analyses(TEXTS[:50])
    assert next(found) == analysed_each(TEXTS[:1])[0]
    found.close()

    assert pool._begun[portions[0].place]
    assert portions[-1] in pool._ahead.portions
    assert list(analyses(TEXTS)) == analysed_each(TEXTS)


@pytest.mark.usefixtures("_small")
def test_texts_are_analysed_alone_until_another_process_is_ready():
    with many_processors():
        first = list(analyses(TEXTS))

    assert first == analysed_each(TEXTS)
    assert multiprocessing.active_children() == []


def test_killed_process_loses_and_doubles_nothing(beside, written, monkeypatch, caplog):
    process = beside()

    def kill(locales):
        os.kill(process.pid, signal.SIGKILL)
        process.join()
        note(locales)

    note = writing.note_language
    monkeypatch.setattr(writing, "note_language", kill)
    spread = written()
    monkeypatch.setattr(writing, "note_language", note)

    assert written(anew=True) == spread
    assert [record.levelname for record in caplog.records] == ["WARNING"]
    assert "this one goes on alone" in caplog.text


def test_process_that_hangs_is_ended_and_loses_nothing(beside, monkeypatch, caplog):
    monkeypatch.setattr(processes, "PATIENCE", 0.2)
    process = beside()
    long = Wording("ja", "長い文章", (), ("市民課では、三日から受け付けます。" * 9_000,))

    found = analyses([long, *TEXTS])
    while not spreading._beside.get()._begun[0]:
        time.sleep(0.001)
    os.kill(process.pid, signal.SIGSTOP)

    assert list(found) == analysed_each([long, *TEXTS])
    assert _left() == []
    assert "TimeoutError" in caplog.text


def test_process_that_does_not_begin_is_not_waited_for(beside, monkeypatch, caplog):
    monkeypatch.setattr(processes, "PATIENCE_AT_END", 0.1)
    process = beside()
    os.kill(process.pid, signal.SIGSTOP)

    assert list(analyses(TEXTS)) == analysed_each(TEXTS)
    spreading._beside.get().close()

    assert _left() == []
    assert caplog.text == ""


def test_error_in_another_process_is_that_of_this_one(beside):
    beside()
    bad = Wording("en", "x", (), (b"no text",))

    with pytest.raises(TypeError) as alone:
        analysed_each([bad])
    with pytest.raises(TypeError) as spread:
        list(analyses([*TEXTS, bad]))

    assert str(spread.value) == str(alone.value)


def test_small_site_starts_no_process(settings):
    settings.TOMONI_SEARCH = {**settings.TOMONI_SEARCH, "PROCESSES": "2"}

    with many_processors():
        list(analyses(TEXTS[:3]))

        assert multiprocessing.active_children() == []


@pytest.mark.parametrize(("chosen", "count"), [("1", 1), (" 3 ", 3), (2, 2)])
def test_number_of_processes_can_be_chosen(settings, chosen, count):
    settings.TOMONI_SEARCH = {**settings.TOMONI_SEARCH, "PROCESSES": chosen}

    assert spreading.processes() == count


def test_number_of_processes_is_that_of_processors(monkeypatch):
    monkeypatch.setattr(os, "sched_getaffinity", lambda _pid: {0, 3, 5}, raising=False)

    assert spreading.processes() == 3


def test_one_process_is_alone(settings):
    settings.TOMONI_SEARCH = {**settings.TOMONI_SEARCH, "PROCESSES": "1"}

    with many_processors():
        assert spreading._beside.get() is None


@pytest.mark.usefixtures("_small")
def test_collector_sees_everything_again_afterwards():
    frozen = gc.get_freeze_count()

    with many_processors():
        assert gc.get_freeze_count() > 0

    assert gc.get_freeze_count() == frozen


@pytest.mark.usefixtures("_small")
def test_threads_take_quick_turns_only_while_others_help():
    former = sys.getswitchinterval()

    with many_processors():
        inside = sys.getswitchinterval()

    assert inside < former == sys.getswitchinterval()


def test_processes_end_with_the_command_even_if_it_is_killed(tmp_path):
    script = tmp_path / "command.py"
    script.write_text(
        "import multiprocessing, time\n"
        "from tomoni.search.analysing import Wording\n"
        "from tomoni.search.processes import Processes\n"
        "if __name__ == '__main__':\n"
        "    started = Processes(1)\n"
        "    list(started.analyses([Wording('en', 'x' * 30_000)]))\n"
        "    started._starting[0].result()\n"
        "    print(multiprocessing.active_children()[0].pid, flush=True)\n"
        "    time.sleep(60)\n"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(
        [sys.executable, str(script)], stdout=subprocess.PIPE, text=True, env=environment
    ) as command:
        child = int(command.stdout.readline())
        command.kill()

    for _ in range(100):
        if not is_running(child):
            break
        time.sleep(0.05)
    assert not is_running(child)


def is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    # Whoever adopts it may not have looked yet.
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"


def test_process_beside_needs_no_django():
    code = "import sys, tomoni.search.beside; print(*[m for m in sys.modules if 'django' in m])"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}

    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment
    )

    assert loaded.stdout.split() == []


def test_batches_take_half_a_second(monkeypatch):
    now = [0.0]
    monkeypatch.setattr(rebuilding, "monotonic", lambda: now[0])
    sizes = []

    for batch in rebuilding.paced(range(2_000)):
        sizes.append(len(batch))
        now[0] += len(batch) * (1 / 512 if sum(sizes) < 1_000 else 1 / 128)

    assert sum(sizes) == 2_000
    assert sizes[:5] == [50, 100, 200, 256, 256]
    assert sizes[6:-1] == [64] * len(sizes[6:-1])
