"""Where the accounts room meets Wagtail's admin."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from wagtail import hooks

from tomoni.accounts.admin.bulk_actions import AssignRole, SetActiveState
from tomoni.accounts.models import User
from tomoni.accounts.policies import can_manage_user

# The last action registered under a name wins, so ours come after Wagtail's.
for action in (AssignRole, SetActiveState):
    hooks.register("register_bulk_action", action, order=100)


@hooks.register("before_edit_user")
@hooks.register("before_delete_user")
def keep_from_those_above(request: HttpRequest, user: User) -> None:
    """Refuse to edit or delete an account that stands above one's own."""
    actor = request.user
    if not (isinstance(actor, User) and can_manage_user(actor, user)):
        raise PermissionDenied
