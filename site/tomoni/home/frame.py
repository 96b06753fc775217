"""The site frame: what stands around every public page, read once and kept until it changes."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.utils import timezone, translation
from wagtail.models import Page, Site

from tomoni import __version__
from tomoni.home.generations import Generation
from tomoni.plugins.dormant import is_dormant

FRAMES = Generation("tomoni-frame-generation")
FRAME_SECONDS = 3600


@dataclass(frozen=True)
class Link:
    """A link of a menu: what it says and where it leads."""

    text: str
    url: str


@dataclass(frozen=True)
class LiveLocale:
    """A language that residents can really read: it has a live front page of its own."""

    id: int
    code: str
    html_lang: str
    own_name: str
    home_id: int
    home_path: str
    home_url: str

    def url_of(self, url_path: str) -> str:
        """Return the address of the page with that `url_path` below this language's front page."""
        return self.home_url + url_path.removeprefix(self.home_path)

    def holds(self, url_path: str) -> bool:
        """Tell whether the page with that `url_path` is this front page or lies below it."""
        return url_path.startswith(self.home_path)


@dataclass(frozen=True)
class SectionCard:
    """A section of the town hall as residents may see it."""

    name: str
    duties: str
    phone: str
    extension: str
    email: str
    place: str
    hours: str


@dataclass(frozen=True)
class Emergency:
    """A notice above every page, and the time in which it is shown."""

    level: str
    title: str
    text: str
    url: str
    starts: datetime
    ends: datetime | None

    def is_shown(self, moment: datetime) -> bool:
        return self.starts <= moment and (self.ends is None or moment < self.ends)


@dataclass(frozen=True)
class SiteFrame:
    """What every public page of one site in one language shows around its own content."""

    site_id: int | None
    code: str
    html_lang: str
    locale: LiveLocale | None
    locales: tuple[LiveLocale, ...] = ()
    town_name: str = ""
    home_url: str = "/"
    navigation: tuple[Link, ...] = ()
    footer: tuple[Link, ...] = ()
    footer_text: str = ""
    accent: str = ""
    emblem_url: str = ""
    notices: tuple[Emergency, ...] = ()
    wording: Mapping[str, str] = field(default_factory=dict)
    sections: Mapping[int, SectionCard] = field(default_factory=dict)
    known_names: tuple[str, ...] = ()
    # Tree paths of the pages that, with all below them, not everybody may read.
    closed: tuple[str, ...] = ()

    @property
    def emergencies(self) -> list[Emergency]:
        """The notices that are to be shown now; time passes although nobody edits."""
        moment = timezone.now()
        return [notice for notice in self.notices if notice.is_shown(moment)]

    def locale_by_id(self, locale_id: int) -> LiveLocale | None:
        return next((locale for locale in self.locales if locale.id == locale_id), None)

    def hides(self, path: str, *, reader_at: str = "") -> bool:
        """Tell whether the page at a tree path is closed to who can read the one at `reader_at`.

        Who was let in through a closed door sees what lies behind that same door.
        """
        return any(path.startswith(door) and not reader_at.startswith(door) for door in self.closed)

    def doors_below(self, path: str, *, reader_at: str) -> tuple[str, ...]:
        """Return the tree paths at or below one that are closed to who can read `reader_at`."""
        return tuple(
            door for door in self.closed if door.startswith(path) and not reader_at.startswith(door)
        )

    def url_of(self, page: Page) -> str:
        """Return the address of a page, or nothing where residents cannot read it."""
        locale = self.locale_by_id(page.locale_id)
        if locale is None or not page.live or not locale.holds(page.url_path):
            return ""
        # A page of a switched-off plugin answers 404; nothing must lead there.
        if is_dormant(page):
            return ""
        return locale.url_of(page.url_path)


def frame_of(request: HttpRequest) -> SiteFrame:
    """Return the frame for this request's site and language; at most one build a change."""
    from tomoni.home.frame_building import build_frame  # noqa: PLC0415 -- app ready

    known = getattr(request, "_tomoni_frame", None)
    code = translation.get_language() or settings.LANGUAGE_CODE
    if known is not None and known.code == code:
        return known
    # As Wagtail finds the site: by the host as it was sent.
    host, port = request._get_raw_host(), request.get_port()  # type: ignore[attr-defined]  # noqa: SLF001
    place = hashlib.sha256(f"{host} {port}".encode("utf-8", "surrogatepass")).hexdigest()[:32]
    key = f"tomoni-frame-{edition()}-{FRAMES.present()}-{place}-{code}"
    frame: SiteFrame | None = cache.get(key)
    if frame is None:
        frame = build_frame(site=Site.find_for_request(request), code=code)
        cache.set(key, frame, FRAME_SECONDS)
    request._tomoni_frame = frame  # type: ignore[attr-defined]  # noqa: SLF001
    return frame


# What an older release has kept is of another make.
MAKE = repr(
    [kind.__annotations__ for kind in (Link, LiveLocale, SectionCard, Emergency, SiteFrame)]
)


def edition() -> str:
    """Return a sign of the release and its plugins; the cache outlives both on disk."""
    loaded = getattr(settings, "PLUGINS", None)
    plugins = [(one.name, one.version) for one in loaded.plugins] if loaded else []
    return hashlib.sha256(f"{__version__} {MAKE} {plugins}".encode()).hexdigest()[:16]


def forget_frames() -> None:
    """Let every process build its frames anew."""
    FRAMES.renew()
