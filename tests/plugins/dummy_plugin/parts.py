"""What the dummy plugin's dotted paths lead to."""

from wagtail import blocks

from tomoni.plugins import Health, SearchText


class DummyBlock(blocks.StructBlock):
    word = blocks.CharBlock()
    strength = blocks.IntegerBlock(required=False)


def shout(around):
    return {"word": "<dummy>", "path": around["request"].path}


def texts(link):
    yield SearchText(
        key=f"dummy-{link.pk}", locale="ja", title=link.title, url="/ja/dummy/", text=link.title
    )


def sweep():
    from dummy_plugin.models import DummyLink  # noqa: PLC0415 -- app ready

    DummyLink.objects.create(title="swept")


def ask():
    return Health(ok=True, detail="well")


def build(progress):
    from dummy_plugin.models import DummyLink  # noqa: PLC0415 -- app ready

    DummyLink.objects.get_or_create(title="demo")
    progress("dummy")


def panel(request):
    return {"name": request.user.get_username()}
