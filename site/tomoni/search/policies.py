"""Who may do what in the search room; views ask here."""

from typing import Any


def may_see_unfound(user: Any) -> bool:  # Any: a user or nobody
    """Tell whether this person reads what residents did not find: whoever adds words."""
    return bool(user.is_active and user.has_perm("tomoni_search.add_synonymset"))
