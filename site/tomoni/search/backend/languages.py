"""In which languages a query of Wagtail's is read."""

from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.db.models.lookups import Exact
from wagtail.models import Locale


def languages_of(queryset: QuerySet[Any]) -> tuple[str, ...]:
    """Return the one language that a queryset is bound to, or all that the site is written in.

    Whoever searches the admin in Japanese also looks for the pages in Portuguese.
    """
    bound = _locale_of(queryset)
    if bound is not None:
        code = Locale.objects.filter(pk=bound).values_list("language_code", flat=True).first()
        if code:
            return (code,)
    codes = [code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES]
    # What is without a language is read as the town's own; two spellings of one are one.
    return tuple(
        {code.partition("-")[0]: code for code in (settings.LANGUAGE_CODE, *codes)}.values()
    )


def _locale_of(queryset: QuerySet[Any]) -> Any:
    where = queryset.query.where
    if where.connector != "AND" or where.negated:
        return None
    for child in where.children:
        if isinstance(child, Exact) and not isinstance(child.rhs, QuerySet):
            target = getattr(child.lhs, "target", None)
            if target is not None and target.attname == "locale_id":
                return child.rhs
    return None
