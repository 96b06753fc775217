"""Serve the demo on this machine alone, with a server that production could use as well."""

import socket
from collections.abc import Callable
from contextlib import suppress

from django.utils.translation import gettext_lazy as _
from waitress import create_server

from tomoni.project.demo_folder import DemoError
from tomoni.project.serving import application

HOST = "127.0.0.1"
THREADS = 8
FIRST_OFFERED = 8001


def ensure_port(port: int) -> None:
    """Raise `DemoError` when another program has the port, naming one that is free."""
    if not _is_free(port):
        raise DemoError(
            _(
                "Port {port} is taken by another program. Stop that one, or choose another port: "
                "tomoni demo --port {free}"
            ),
            port=port,
            free=next((n for n in range(FIRST_OFFERED, FIRST_OFFERED + 100) if _is_free(n)), 0),
        )


def _is_free(port: int) -> bool:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        # As the server itself does: a port that only lingers from the last run is free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


def serve(port: int, *, ready: Callable[[], None]) -> None:
    """Answer requests until somebody interrupts; call `ready` once visitors can come."""
    try:
        server = create_server(application(), host=HOST, port=port, threads=THREADS)
    except OSError:
        ensure_port(port)
        raise
    with suppress(KeyboardInterrupt):
        ready()
        server.run()
    server.close()
