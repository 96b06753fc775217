"""Who may do what to accounts; views and forms ask here."""

from django.contrib.auth.models import AnonymousUser, Group
from django.db.models import Q, QuerySet

from tomoni.accounts.models import User

ACCESS_ADMIN = "wagtailadmin.access_admin"
CHANGE_USER = "tomoni_accounts.change_user"
# Whoever may change groups or accounts by permission could raise any account to any right.
RAISING = Q(
    permissions__content_type__app_label="auth",
    permissions__codename__in=("add_group", "change_group", "change_permission"),
)


def can_enter_admin(user: User | AnonymousUser) -> bool:
    """Tell whether the editors' pages are open to this person."""
    return user.has_perm(ACCESS_ADMIN)


def can_make_superusers(actor: User) -> bool:
    """Tell whether this person may hand out all rights at once."""
    return actor.is_active and actor.is_superuser


def can_manage_user(actor: User, target: User) -> bool:
    """Tell whether `actor` may edit `target`: never somebody who stands above."""
    if can_make_superusers(actor):
        return True
    return actor.has_perm(CHANGE_USER) and not stands_above(target)


def stands_above(target: User) -> bool:
    """Tell whether an account holds rights that only superusers may give or take."""
    return target.is_superuser or target.groups.filter(RAISING).exists()


def assignable_groups(actor: User) -> QuerySet[Group]:
    """Return the groups that this person may put others into."""
    if can_make_superusers(actor):
        return Group.objects.all()
    return Group.objects.exclude(pk__in=Group.objects.filter(RAISING).values("pk"))


def can_assign_groups(actor: User, target: User | None) -> bool:
    """Tell whether `actor` may change the roles of `target`: never one's own."""
    return can_make_superusers(actor) or target is None or actor.pk != target.pk
