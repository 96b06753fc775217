"""What writes to the editing room: requests taken back, versions kept and settled."""

from tomoni.editing.services.approval import withdraw, withdraw_if_edited
from tomoni.editing.services.keeping import NewerStillError, drop, keep, take_over

__all__ = ["NewerStillError", "drop", "keep", "take_over", "withdraw", "withdraw_if_edited"]
