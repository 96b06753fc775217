"""What the dummy plugin's dotted paths lead to."""

from wagtail import blocks

from tomoni.plugins import ForeignText, Health, Passage, SearchText


class DummyBlock(blocks.StructBlock):
    word = blocks.CharBlock()
    strength = blocks.IntegerBlock(required=False)


def shout(around):
    return {"word": "<dummy>", "path": around["request"].path}


def texts(link):
    yield SearchText(
        locale="ja",
        title=link.title,
        url="/ja/dummy/",
        passages=(Passage(link.title, heading="見本", anchor="sample"),),
        facets={"mood": ("merry",)},
    )


def moods(values, code):
    return {value: value if code == "en" else ForeignText(value, "en") for value in values}


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
