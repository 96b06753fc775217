"""`tomoni demo`: from nothing to a small living town in the browser, with one command."""

import argparse
import os
import signal
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType

import django
from django.apps import apps
from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _
from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Column, Table

from tomoni.project.demo_folder import DemoError, Folder, claim

SETTINGS = "tomoni.project.settings.demo"
# The demo keeps to its own folder, whatever real site this machine may be set up for.
FOREIGN = ("DATABASE_URL", "REDIS_URL", "TOMONI_ELASTICSEARCH")
STOPPED = 130
HIGHEST_PORT = 65_535


def main(arguments: Sequence[str]) -> int:
    """Run the demo; return the exit code."""
    started = time.monotonic()
    signal.signal(signal.SIGTERM, _interrupt)
    options = _options(arguments)
    console = Console(highlight=False, soft_wrap=True)
    data = (options.data or Path(os.environ.get("TOMONI_DATA", "tomoni-data"))).absolute()
    _settle(data, options.port)
    try:
        folder = _begin(data, options)
        _speak()
        console.print(_("The demo keeps all its data in %(folder)s") % {"folder": data})
        password = _prepare(folder, console)
        if options.serve:
            _serve(
                options.port,
                lambda: _announce(console, options.port, password, time.monotonic() - started),
            )
            console.print(_("The demo has stopped. Its data stays in its folder."))
        else:
            console.print(_("The demo is prepared. Serve it with: tomoni demo"))
    except DemoError as error:
        with TemporaryDirectory() as nowhere:
            # The settings have not been read yet, and must not touch a folder that is not ours.
            if not settings.configured:
                os.environ["TOMONI_DATA"] = nowhere
            _speak()
            _complain(error)
        return 1
    except KeyboardInterrupt:
        if apps.ready:
            _complain(_("Stopped. The same command goes on from here."))
        return STOPPED
    return 0


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="tomoni demo",
        description="Start the demo town on this machine. It needs no configuration.",
    )
    parser.add_argument("--port", type=_port, default=8000, help="the port to serve on (8000)")
    parser.add_argument(
        "--data", type=Path, help="the folder for all data (TOMONI_DATA, else ./tomoni-data)"
    )
    parser.add_argument("--fresh", action="store_true", help="start over with an empty town")
    parser.add_argument(
        "--no-serve", dest="serve", action="store_false", help="prepare everything, then stop"
    )
    return parser.parse_args(arguments)


def _port(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 0 < int(text) <= HIGHEST_PORT:
        raise argparse.ArgumentTypeError(f"give a number from 1 to {HIGHEST_PORT}")
    return int(text)


def _settle(data: Path, port: int) -> None:
    """Set the environment that the settings read, before anybody reads them."""
    for name in FOREIGN:
        os.environ.pop(name, None)
    os.environ["DJANGO_SETTINGS_MODULE"] = SETTINGS
    os.environ["TOMONI_DATA"] = str(data)
    os.environ.setdefault("TOMONI_BASE_URL", f"http://127.0.0.1:{port}")


def _begin(data: Path, options: argparse.Namespace) -> Folder:
    """Find out what stands in the way before any work is done."""
    if options.serve:
        from tomoni.project.demo_server import ensure_port  # noqa: PLC0415 -- slow

        ensure_port(options.port)
    return claim(data, fresh=options.fresh)


def _complain(what: object) -> None:
    print(what, file=sys.stderr)  # noqa: T201 -- a command's own output


def _speak() -> None:
    """Compile the translations, start Django and take up the terminal's language."""
    from tomoni.i18n import catalogue_folders, compile_catalogues  # noqa: PLC0415 -- slow

    # In a folder that cannot be written to, the demo speaks English.
    with suppress(OSError):
        compile_catalogues(catalogue_folders())
    django.setup()
    names = (os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    spoken = next((name for name in names if name), "")
    translation.activate("ja" if spoken.startswith("ja") else "en")


def _prepare(folder: Folder, console: Console) -> str:
    """Do every step, showing which one; return the accounts' password."""
    from tomoni.project import demo_steps  # noqa: PLC0415 -- app ready

    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(
        *columns, console=console, transient=True, disable=not console.is_terminal
    ) as display:
        task = display.add_task(_("Starting"), total=demo_steps.count(folder))

        def show(text: str, *, is_step: bool = False) -> None:
            display.update(task, description=text, advance=int(is_step))
            if not console.is_terminal:
                console.print(text)

        show(_("Preparing the database"))
        demo_steps.migrate(folder)
        show(_("Preparing styles and pictures"), is_step=True)
        demo_steps.collect_static(folder)
        for part in demo_steps.missing_content(folder):
            show(str(part.label), is_step=True)
            demo_steps.build(folder, part, show)
        show(_("Making everything findable"), is_step=True)
        demo_steps.index(folder)
        return demo_steps.create_accounts(folder)


def _announce(console: Console, port: int, password: str, seconds: float) -> None:
    from tomoni.project.demo_accounts import account_lines  # noqa: PLC0415 -- app ready

    table = Table(_("Account"), Column(_("What it is for"), overflow="fold"), box=None)
    for name, purpose in account_lines():
        table.add_row(name, str(purpose))
    console.print(table, soft_wrap=False)
    console.print(_("Password of all accounts: %(password)s") % {"password": password})
    address = f"http://127.0.0.1:{port}/"
    words = {"address": address, "admin": f"{address}admin/", "seconds": round(seconds)}
    console.print(_("Ready after %(seconds)d seconds: %(address)s") % words)
    console.print(_("For editors: %(admin)s   Stop with Ctrl-C.") % words)


def _serve(port: int, ready: Callable[[], None]) -> None:
    from tomoni.project.demo_server import serve  # noqa: PLC0415 -- app ready

    serve(port, ready=ready)


def _interrupt(signum: int, frame: FrameType | None) -> None:
    """Let SIGTERM end the demo as cleanly as Ctrl-C does."""
    del signum, frame
    raise KeyboardInterrupt
