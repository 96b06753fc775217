"""Let the section chief approve what stands below the root, unless a town has its own workflow."""

from django.db import migrations

APPROVER = "承認者（課長）"
STOCK = ("Moderators approval", "課長の承認")
NAME = "課長の承認"


def put_the_chief_in_charge(apps, schema_editor):
    """Make the step and put it where Wagtail's own one stood; what a town made itself stays."""
    ContentType = apps.get_model("contenttypes.ContentType")
    Task = apps.get_model("tomoni_editing.SectionChiefApproval")
    Workflow = apps.get_model("wagtailcore.Workflow")
    WorkflowTask = apps.get_model("wagtailcore.WorkflowTask")
    WorkflowPage = apps.get_model("wagtailcore.WorkflowPage")
    Group = apps.get_model("auth.Group")
    root = apps.get_model("wagtailcore.Page").objects.get(depth=1)
    kind, _ = ContentType.objects.get_or_create(
        app_label="tomoni_editing", model="sectionchiefapproval"
    )
    task = Task.objects.first()
    if task is None:
        task = Task.objects.create(name=NAME, active=True, content_type=kind)
        task.groups.add(Group.objects.get_or_create(name=APPROVER)[0])
    assigned = WorkflowPage.objects.filter(page=root).select_related("workflow").first()
    if assigned is not None and assigned.workflow.name not in STOCK:
        return
    workflow = assigned.workflow if assigned else Workflow.objects.create(name=NAME, active=True)
    steps = WorkflowTask.objects.filter(workflow=workflow)
    if steps.exclude(task__name__in=STOCK).exists():
        return
    Task = apps.get_model("wagtailcore.Task")
    retired = list(steps.exclude(task_id=task.pk).values_list("task_id", flat=True))
    steps.exclude(task_id=task.pk).delete()
    # A step that still waits for somebody stays open; one that nobody uses is no longer offered.
    Task.objects.filter(pk__in=retired).update(active=False)
    WorkflowTask.objects.get_or_create(workflow=workflow, task_id=task.pk, defaults={"sort_order": 0})
    if assigned is None:
        WorkflowPage.objects.create(page=root, workflow=workflow)


class Migration(migrations.Migration):
    dependencies = [
        ("tomoni_editing", "0001_initial"),
        ("tomoni_accounts", "0003_roles"),
    ]

    operations = [migrations.RunPython(put_the_chief_in_charge, migrations.RunPython.noop)]
