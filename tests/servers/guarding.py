"""Give a server a password and TLS, as a town's own has."""

import subprocess
from collections.abc import Callable
from pathlib import Path

CERTIFICATE = "http.crt"
_KEY = "http.key"
OPEN = "xpack.security.enabled: false\n"
GUARDED = f"""xpack.security.enabled: true
xpack.security.http.ssl.enabled: true
xpack.security.http.ssl.certificate: {CERTIFICATE}
xpack.security.http.ssl.key: {_KEY}
"""


def make_certificate(config: Path) -> None:
    """Write a certificate for this machine, signed by itself, and its key."""
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"]
    command += ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"]
    command += ["-keyout", _KEY, "-out", CERTIFICATE]
    subprocess.run(command, cwd=config, check=True, capture_output=True)


def set_password(password: str, run: Callable[..., None]) -> None:
    """Give the user `elastic` a password; `run` runs a program of the distribution."""
    run("elasticsearch-keystore", "create")
    run("elasticsearch-keystore", "add", "--stdin", "bootstrap.password", stdin=password)
