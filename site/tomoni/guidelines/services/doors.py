"""Keep what is for staff only closed to everybody else, through Wagtail's own page restrictions."""

from django.contrib.auth.models import Group
from django.db import transaction
from django.db.models import QuerySet
from wagtail.models import PageViewRestriction

from tomoni.guidelines.models import Audience, GuidelinePage


def staff_groups() -> QuerySet[Group]:
    """Return the groups of those who work in the admin, such as editors and approvers."""
    return Group.objects.filter(
        permissions__content_type__app_label="wagtailadmin", permissions__codename="access_admin"
    ).distinct()


@transaction.atomic
def keep_door(*, document: GuidelinePage) -> None:
    """Let the document's restriction say what its audience says, not that of a draft.

    A restriction of another kind on a document for residents, such as a password during a
    consultation, is the editor's own and stays.
    """
    # Saving a draft saves the page with the draft's words in memory, and few of its columns.
    is_for_staff = GuidelinePage.objects.filter(pk=document.pk, audience=Audience.STAFF).exists()
    staff = set(staff_groups())
    door = PageViewRestriction.objects.filter(page=document).first()
    is_ours = (
        door is not None
        and door.restriction_type == PageViewRestriction.GROUPS
        and set(door.groups.all()) == staff
    )
    if is_for_staff and not is_ours:
        door = door or PageViewRestriction(page=document)
        door.restriction_type, door.password = PageViewRestriction.GROUPS, ""
        door.save()
        door.groups.set(staff)
    elif not is_for_staff and is_ours and door is not None:
        door.delete()
