"""Make the six roles, and take Wagtail's own two groups away where nobody is in them."""

from django.db import migrations

ACCESS_ADMIN = "wagtailadmin.access_admin"
FILL_LIBRARY = (
    "tomoni_media.add_image",
    "tomoni_media.change_image",
    "tomoni_media.choose_image",
    "tomoni_media.add_document",
    "tomoni_media.change_document",
    "tomoni_media.choose_document",
)
CHOOSE_FROM_LIBRARY = ("tomoni_media.choose_image", "tomoni_media.choose_document")
TELL_WHOM_TO_ASK = ("tomoni_home.add_section", "tomoni_home.change_section")
SPEAK_FOR_THE_TOWN = (
    *TELL_WHOM_TO_ASK,
    "tomoni_home.delete_section",
    "tomoni_home.add_wording",
    "tomoni_home.change_wording",
    "tomoni_home.delete_wording",
    "tomoni_home.add_emergencynotice",
    "tomoni_home.change_emergencynotice",
    "tomoni_home.delete_emergencynotice",
)
APPROVER = "承認者（課長）"

# Group name: rights on the site, on the page tree's root, on the root collection.
ROLES = {
    "編集者": ((ACCESS_ADMIN, *TELL_WHOM_TO_ASK), ("add_page", "change_page"), FILL_LIBRARY),
    APPROVER: (
        (ACCESS_ADMIN, *SPEAK_FOR_THE_TOWN),
        ("change_page", "publish_page", "lock_page", "unlock_page"),
        CHOOSE_FROM_LIBRARY,
    ),
    "翻訳者": ((ACCESS_ADMIN,), ("change_page",), CHOOSE_FROM_LIBRARY),
    "審査員": ((), (), ()),
    "団体役員": ((), (), ()),
    "運用担当": (
        (
            ACCESS_ADMIN,
            "tomoni_accounts.add_user",
            "tomoni_accounts.change_user",
            "wagtailcore.change_site",
            "wagtailcore.add_locale",
            "wagtailcore.change_locale",
            "wagtailredirects.add_redirect",
            "wagtailredirects.change_redirect",
            "wagtailredirects.delete_redirect",
            "tomoni_home.change_siteappearance",
        ),
        (),
        (),
    ),
}


def permission_for(apps, name):
    """Return a permission, made now if Django would make it only after all migrations."""
    app_label, codename = name.split(".")
    content_type, _ = apps.get_model("contenttypes.ContentType").objects.get_or_create(
        app_label=app_label, model=codename.split("_", 1)[1] if app_label != "wagtailadmin" else "admin"
    )
    permission, _ = apps.get_model("auth.Permission").objects.get_or_create(
        content_type=content_type,
        codename=codename,
        defaults={"name": "Can " + codename.replace("_", " ")},
    )
    return permission


def make_roles(apps, schema_editor):
    """Make the groups and give each its rights."""
    Group = apps.get_model("auth.Group")
    root = apps.get_model("wagtailcore.Page").objects.get(depth=1)
    collection = apps.get_model("wagtailcore.Collection").objects.get(depth=1)
    for name, (permissions, on_pages, on_library) in ROLES.items():
        group, _ = Group.objects.get_or_create(name=name)
        group.permissions.add(*(permission_for(apps, one) for one in permissions))
        for codename in on_pages:
            apps.get_model("wagtailcore.GroupPagePermission").objects.get_or_create(
                group=group, page=root, permission=permission_for(apps, f"wagtailcore.{codename}")
            )
        for one in on_library:
            apps.get_model("wagtailcore.GroupCollectionPermission").objects.get_or_create(
                group=group, collection=collection, permission=permission_for(apps, one)
            )


def retire_stock_groups(apps, schema_editor):
    """Hand Wagtail's approval task to the approvers and delete its groups, if empty."""
    Group = apps.get_model("auth.Group")
    approver = Group.objects.get(name=APPROVER)
    stock = Group.objects.filter(name__in=("Editors", "Moderators"), user=None)
    for task in apps.get_model("wagtailcore.GroupApprovalTask").objects.filter(groups__in=stock):
        task.groups.add(approver)
    for model in ("Task", "Workflow"):
        apps.get_model("wagtailcore", model).objects.filter(name="Moderators approval").update(
            name="課長の承認"
        )
    stock.delete()


class Migration(migrations.Migration):
    dependencies = [
        ("tomoni_accounts", "0002_tally"),
        ("tomoni_media", "0001_initial"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
        ("wagtailredirects", "0001_initial"),
        # Both hand rights of their own models to whatever groups they find: not to ours.
        ("wagtailimages", "0027_image_description"),
        ("wagtaildocs", "0014_alter_document_file_size"),
    ]

    operations = [
        migrations.RunPython(make_roles, migrations.RunPython.noop),
        migrations.RunPython(retire_stock_groups, migrations.RunPython.noop),
    ]
