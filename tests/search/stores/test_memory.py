"""What the embedded store keeps in memory says at every moment what its database does."""

import random
from collections.abc import Sequence

import pytest
from django.db import transaction
from tests.search.stores.documents import day, found, graded, text, wanted

from tomoni.search.stores.embedded import findings, snapshots
from tomoni.search.stores.embedded.findings import Findings
from tomoni.search.stores.embedded.looks import Field, Look, way_of
from tomoni.search.stores.protocol import IndexedDocument, Order, Store, Wanted

TOKENS = ("ごみ", "袋", "収集", "水", "npo", "ˠごみ")
QUESTIONS: Sequence[Wanted] = (
    wanted("ごみ"),
    wanted("ごみ 袋"),
    wanted("ごみ", "水"),
    wanted("袋", signatures=frozenset({1, 5_000})),
    wanted("ごみ", since=day(3), until=day(7)),
    wanted("ごみ", order=Order.NEWEST),
    wanted("収集", order=Order.SOONEST),
    wanted("収集", order=Order.NEAREST, near=(35.4, 139.6)),
    wanted("npo", locale="pt-br"),
    graded({"ごみ": 1.0, "水": 2.0, "無": 3.0}),
    graded({"npo": 1.0}),
)


def all_answers(store: Store) -> list[object]:
    return [(found(store, asked), store.signatures(asked)) for asked in QUESTIONS]


def read_anew(store: Store) -> list[object]:
    """Return what a process answers that has just begun."""
    snapshots.forget()
    return all_answers(store)


def drawn(chance: random.Random, pk: int, version: int) -> IndexedDocument:
    def some(most: int) -> str:
        return " ".join(chance.choices(TOKENS, k=chance.randint(0, most)))

    return text(
        pk,
        some(6),
        title=some(2),
        headings=some(3),
        version=version,
        locale=chance.choice(("ja", "ja", "ja", "pt-br")),
        signature=chance.choice((0, 1, 2, 5_000)),
        date=chance.choice((None, day(chance.randint(1, 9)))),
        ends=chance.choice((None, day(chance.randint(5, 9)))),
        boost=chance.choice((1.0, 1.0, 2.0)),
        latitude=chance.choice((None, 35.0 + chance.random())),
        longitude=139.0 + chance.random(),
    )


@pytest.mark.parametrize("seed", range(4))
def test_answers_follow_every_change(embedded_store, seed):
    chance = random.Random(seed)  # noqa: S311
    for version in range(1, 25):
        if chance.random() < 0.7:
            pks = chance.sample(range(1, 40), chance.randint(1, 6))
            embedded_store.put([drawn(chance, pk, version) for pk in pks])
        else:
            embedded_store.remove(chance.sample(range(1, 40), 5), version=version)
        kept = all_answers(embedded_store)

        assert kept == read_anew(embedded_store)


def test_many_changes_at_once_are_read_anew(embedded_store):
    embedded_store.put([text(1, "ごみ")])
    assert found(embedded_store, wanted("ごみ")) == [1]

    embedded_store.put([text(pk, "ごみ", version=2) for pk in range(2, 300)])

    assert embedded_store.signatures(wanted("ごみ")) == {0: 299}


def test_more_changes_than_are_noted_are_read_anew(embedded_store):
    embedded_store.put([text(1, "ごみ")])
    found(embedded_store, wanted("ごみ"))

    for pk in range(2, 40):
        embedded_store.put([text(pk, "ごみ")])

    assert len(found(embedded_store, wanted("ごみ"))) == 39


def test_change_that_is_taken_back_leaves_no_trace(embedded_store):
    embedded_store.put([text(1, "ごみ")])
    before = all_answers(embedded_store)
    with transaction.atomic():
        embedded_store.put([text(2, "ごみ"), text(1, "水", version=2)])
        assert found(embedded_store, wanted("ごみ")) == [2]
        transaction.set_rollback(True)

    assert all_answers(embedded_store) == before


def test_cleared_store_is_forgotten(embedded_store):
    embedded_store.put([text(1, "ごみ")])
    found(embedded_store, wanted("ごみ"))

    embedded_store.clear()

    assert all_answers(embedded_store) == read_anew(embedded_store)
    assert found(embedded_store, wanted("ごみ")) == []


def test_findings_not_asked_for_longest_go_first(monkeypatch):
    from pyroaring import BitMap  # noqa: PLC0415 -- a set as the store makes it

    looks = [Look(Field.ANY, way_of(token)) for token in TOKENS[:3]]
    monkeypatch.setattr(findings, "MOST_BYTES", 2 * findings.OVERHEAD + 100)
    held = Findings()
    held.add({looks[0]: BitMap([1])})
    held.add({looks[1]: BitMap([2])})
    held.get(looks[:1])

    held.add({looks[2]: BitMap([3])})

    assert held.get(looks).keys() == {looks[0], looks[2]}


def test_findings_are_dropped_where_following_takes_longer(monkeypatch, embedded_store):
    monkeypatch.setattr(findings, "MOST_LOOKS", 0)
    embedded_store.put([text(1, "ごみ")])
    found(embedded_store, wanted("ごみ"))

    embedded_store.put([text(2, "ごみ")])

    assert found(embedded_store, wanted("ごみ")) == [2, 1]
