"""In which state the texts of a language are, and which of them changed since another one."""

import random
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from django.db.backends.utils import CursorWrapper

from tomoni.search.models import StoredLanguage, StoredText

# So many last changes can be followed; one of more texts than this cannot.
STEPS = 20
MOST_TEXTS = 100

# Numbers of texts by language.
Touched = Mapping[str, Collection[int]]

_STAMP = f"SELECT stamp FROM {StoredLanguage._meta.db_table} WHERE locale = %s"  # noqa: SLF001
_chance = random.SystemRandom()


def stamp_of(cursor: CursorWrapper, locale: str) -> int | None:
    """Return the present stamp; None where nothing of the language was ever put."""
    # Asked before each answer, so it is not left to a query set, which takes five times as long.
    cursor.execute(_STAMP, [locale])
    row = cursor.fetchone()
    return row and row[0]


def since(locale: str, stamp: int) -> tuple[int, frozenset[int]] | None:
    """Return the present stamp, and which texts changed since an earlier one.

    None where that cannot be told, for it is too long ago, or of another history.
    """
    row = StoredLanguage.objects.filter(locale=locale).first()
    stamps = [step for step, _pks in row.steps] if row else []
    if row is None or stamp not in stamps:
        return None
    later = row.steps[stamps.index(stamp) + 1 :]
    return row.stamp, frozenset(pk for _stamp, pks in later for pk in pks)


def renew(touched: Touched) -> None:
    """Note which texts of which languages change with this transaction.

    The rows stay locked until its end, in an order in which no two writers wait for one another.
    """
    for locale in sorted(touched):
        row = StoredLanguage.objects.select_for_update().filter(locale=locale).first()
        if row is None:
            row, _made = StoredLanguage.objects.get_or_create(
                locale=locale, defaults={"stamp": _drawn()}
            )
        pks = sorted(set(touched[locale]))
        row.stamp = _drawn()
        if len(pks) > MOST_TEXTS:
            row.steps = [[row.stamp, []]]
        else:
            row.steps = [*row.steps[1 - STEPS :], [row.stamp, pks]]
        row.save()


def by_locale(touched: Iterable[tuple[str, int]]) -> Touched:
    """Gather texts by their language."""
    found: dict[str, set[int]] = defaultdict(set)
    for locale, pk in touched:
        found[locale].add(pk)
    return found


def renew_all(locales: Iterable[str] = ()) -> None:
    """Forget all changes: any text of these languages, and of those there are, may be another."""
    held = StoredText.objects.order_by().values_list("locale", flat=True).distinct()
    known = StoredLanguage.objects.values_list("locale", flat=True)
    for locale in {*locales, *held, *known}:
        stamp = _drawn()
        StoredLanguage.objects.update_or_create(
            locale=locale, defaults={"stamp": stamp, "steps": [[stamp, []]]}
        )


def _drawn() -> int:
    return _chance.getrandbits(62)
