"""Writing Wagtail's index: tokens for texts, and no object that is in the way of the others."""

import logging
from collections.abc import Iterable
from typing import Any

from django.db import transaction

from tomoni.search.backend.documents import Document

logger = logging.getLogger(__name__)


class AnalysedIndex:
    """An index of Wagtail's whose objects are analysed; what fails leaves the transaction sound.

    Publishing must not fail because of the editors' own search, so what cannot be indexed is told
    in the log.
    """

    write_connection: Any

    def add_items(self, model: Any, objs: Iterable[Any]) -> None:
        documents = [Document(obj) for obj in objs]
        if documents and not self._add(model, documents) and len(documents) > 1:
            for document in documents:
                self._add(model, [document])

    def _add(self, model: Any, documents: list[Document]) -> bool:
        try:
            with transaction.atomic(using=self.write_connection.alias):
                super().add_items(model, documents)  # type: ignore[misc]
        except Exception:
            told = ", ".join(str(document.pk) for document in documents)
            logger.exception("Not indexed for editors: %s %s", model._meta.label, told)  # noqa: SLF001
            return False
        return True
