"""Make the PDFs of published documents before anybody asks; called by `tomoni run_due`."""

from datetime import timedelta
from typing import TYPE_CHECKING

from tomoni.guidelines.models import GuidelinePage, PdfKind
from tomoni.guidelines.printing import library, making, queue
from tomoni.guidelines.printing.subjects import subject_of
from tomoni.home.frame_building import build_frame

if TYPE_CHECKING:
    from tomoni.home.frame import SiteFrame

# `run_due` has other work to do as well.
UNTIL = timedelta(minutes=10)


def run() -> None:
    """Ask for what is missing, make what waits, and clean up."""
    if library.can_print():
        ask_for_published()
        making.make_waiting(until=UNTIL)
    making.clean()


def ask_for_published() -> int:
    """Queue the present PDF of each live document that has none; return how many were asked for."""
    frames: dict[tuple[int | None, str], SiteFrame] = {}
    asked = 0
    for document in GuidelinePage.objects.live().select_related("locale").order_by("pk"):
        site, code = document.get_site(), document.locale.language_code
        if site is None:
            continue
        if (site.pk, code) not in frames:
            frames[site.pk, code] = build_frame(site=site, code=code)
        frame = frames[site.pk, code]
        if not frame.url_of(document):
            continue
        subject = subject_of(document=document, frame=frame)
        try:
            queue.ask_for(document=document, key=subject.key, kind=PdfKind.DOCUMENT, language=code)
        except queue.QueueFullError:
            break
        asked += 1
    return asked
