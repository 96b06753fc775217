"""Compare two texts, once: a pair of texts never changes, so what was found is kept."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from django.core.cache import cache
from django.utils.html import strip_tags

from tomoni import __version__
from tomoni.guidelines.comparing import Comparison, compare
from tomoni.guidelines.comparing.lines import READERS
from tomoni.guidelines.comparing.pieces import HIDDEN, Others
from tomoni.guidelines.texts import EditionText

KEPT_SECONDS = 30 * 24 * 3600
# To be raised when the comparison itself learns something new.
MAKE = 2


def comparison_of(*, old: EditionText, new: EditionText, language: str) -> Comparison:
    """Return the comparison of two texts, from the cache where it was made before."""
    key = key_of(old, new, language)
    kept: Comparison | None = cache.get(key)
    if kept is not None:
        return kept
    found = compare(old, new, language=language, others=words_of_others(old, new))
    cache.set(key, found, KEPT_SECONDS)
    return found


def key_of(old: EditionText, new: EditionText, language: str) -> str:
    """Return a digest of all that a comparison depends on."""
    told = [__version__, MAKE, language, old.to_json(), new.to_json()]
    digest = hashlib.sha256(json.dumps(told, sort_keys=True, default=str).encode()).hexdigest()
    return f"tomoni-comparison-{digest}"


def words_of_others(*texts: EditionText) -> Others:
    """Return what readers find in blocks of other kinds, asked for kind by kind, not one by one.

    A block whose plugin is off is not shown on the page, and not compared either.
    """
    from tomoni.guidelines.models import ChapterPage  # noqa: PLC0415 -- app ready

    stream = ChapterPage._meta.get_field("body").stream_block  # noqa: SLF001 -- Django's public name
    values: dict[str, list[Any]] = defaultdict(list)  # Any: what a stream field stores
    for text in texts:
        for page in text.pages:
            for block in page.body:
                kind = str(block.get("type"))
                if kind not in READERS and kind not in HIDDEN and kind in stream.child_blocks:
                    values[kind].append(block.get("value"))
    words: Mapping[tuple[str, str], list[str]] = {
        (kind, _name(value)): [strip_tags(str(found)) for found in block_words]
        for kind, stored in values.items()
        for value, block_words in _searchable(stream.child_blocks[kind], stored)
    }
    return lambda kind, value: words.get((kind, _name(value)), [])


def _searchable(block: Any, stored: list[Any]) -> Iterable[tuple[Any, list[Any]]]:
    for value, shown in zip(stored, block.bulk_to_python(stored), strict=True):
        yield value, block.get_searchable_content(shown)


def _name(value: Any) -> str:
    return json.dumps(value, sort_keys=True, default=str)
