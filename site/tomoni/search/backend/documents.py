"""Objects as Wagtail's index meets them: their fields give tokens in place of texts."""

from collections.abc import Iterable, Sequence
from typing import Any, cast

from django.conf import settings
from modelsearch.index import AutocompleteField, BaseField, RelatedFields, SearchField

from tomoni.search.analysis.locales import analyser_for
from tomoni.search.backend.letters import MOST, written
from tomoni.search.queries import clean

# Signs of one value that are looked at: four times what one index row can hold of most texts.
LONGEST = 100_000


class Document:
    """Stands for an object while it is indexed; each value is analysed once and shares the room."""

    def __init__(self, obj: Any) -> None:
        self.obj = obj
        self.pk = obj.pk
        self.locale = language_of(obj)
        self._known: dict[tuple[str, str, int], str] = {}
        self._kept: list[Any] = []
        self._left = MOST

    def get_search_fields(self) -> list[Any]:
        return [_analysed(field, self) for field in self.obj.get_search_fields()]

    def tokens_of(self, field: BaseField, obj: Any) -> str:
        """Return the tokens of a value; again the same when it is asked for again."""
        key = (type(field).__name__, field.field_name, id(obj))
        if key not in self._known:
            # Kept, so that no other object gets the same number meanwhile.
            self._kept.append(obj)
            text = " ".join(_texts(field.get_value(obj)))[:LONGEST]
            tokens = analyser_for(self.locale).tokens(clean(text))
            self._known[key] = written(tokens, most=self._left)
            self._left -= len(self._known[key])
        return self._known[key]


def language_of(obj: Any) -> str:
    """Return the language of an object's texts, or the town's where it has none."""
    locale = getattr(obj, "locale", None) if getattr(obj, "locale_id", None) else None
    return str(locale.language_code) if locale else str(settings.LANGUAGE_CODE)


class _AnalysedSearch(SearchField):
    def __init__(self, field: SearchField, document: Document) -> None:
        super().__init__(field.field_name, boost=field.boost, **field.kwargs)
        self._field, self._document = field, document

    def get_value(self, obj: Any) -> str:
        return self._document.tokens_of(self._field, _real(obj))


class _AnalysedAutocomplete(AutocompleteField):
    def __init__(self, field: AutocompleteField, document: Document) -> None:
        super().__init__(field.field_name, **field.kwargs)
        self._field, self._document = field, document

    def get_value(self, obj: Any) -> str:
        return self._document.tokens_of(self._field, _real(obj))


class _AnalysedRelated(RelatedFields):
    def __init__(self, field: RelatedFields, document: Document) -> None:
        super().__init__(field.field_name, [_analysed(one, document) for one in field.fields])
        self._field = field

    def get_value(self, obj: Any) -> Any:
        return self._field.get_value(_real(obj))


def _analysed(field: Any, document: Document) -> Any:
    if isinstance(field, SearchField):
        return _AnalysedSearch(field, document)
    if isinstance(field, AutocompleteField):
        return _AnalysedAutocomplete(field, document)
    if isinstance(field, RelatedFields):
        return _AnalysedRelated(field, document)
    return field


def _real(obj: Any) -> Any:
    return obj.obj if isinstance(obj, Document) else obj


def _texts(value: Any) -> Iterable[str]:
    """Yield the texts within a value, as deep as Wagtail's own index would look."""
    if value is None:
        return
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, list | tuple | set):
        for one in cast("Sequence[Any]", value):
            yield from _texts(one)
    else:
        yield str(value)
