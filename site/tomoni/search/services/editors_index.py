"""Write the index of the editors' own search anew where its tokens were made by other rules."""

from hashlib import sha256

from django.conf import settings
from django.core.management import call_command

from tomoni.search.analysis.locales import analyser_for
from tomoni.search.models import IndexState

# Raise with each change of what `tomoni.search.backend` writes.
RULES = 1


def renew_editors_index() -> bool:
    """Write Wagtail's index anew unless it is of today's rules; tell whether it was needed."""
    wanted = identity()
    state, _is_new = IndexState.objects.get_or_create(pk=1)
    if state.editors_identity == wanted:
        return False
    call_command("wagtail_update_index", verbosity=0)
    IndexState.objects.filter(pk=1).update(editors_identity=wanted)
    return True


def identity() -> str:
    """Return what decides about the tokens of the editors' index."""
    codes = sorted(code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES)
    rules = [str(RULES), *(analyser_for(code).identity for code in codes)]
    return sha256("\n".join(rules).encode()).hexdigest()
