"""Run a real Elasticsearch of one's own, and do to it what happens to servers."""

import base64
import http.client
import json
import os
import secrets
import shutil
import signal
import socket
import ssl
import subprocess
import tempfile
import time
from contextlib import closing
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path
from typing import Self

from tests.servers.distribution import VERSION, ServerError, unpacked
from tests.servers.guarding import CERTIFICATE, GUARDED, OPEN, make_certificate, set_password
from tests.servers.java import java_for
from tests.servers.users import chosen_user, hand_over, run_as

_SETTINGS = """
cluster.name: tomoni-tests
discovery.type: single-node
network.host: 127.0.0.1
http.port: {port}
path.data: {folder}/data
path.logs: {folder}/logs
cluster.routing.allocation.disk.threshold_enabled: false
action.auto_create_index: false
"""
# Half the time to start; a server that runs for long is quicker with Java's own choice.
_QUICK = "-XX:TieredStopAtLevel=1\n-XX:-UseG1GC\n-XX:+UseSerialGC\n-XX:-AlwaysPreTouch\n"
_START = 300  # seconds; ten are usual
_STOP = 60
_PATIENCE = 3


@dataclass
class Elasticsearch:
    """A server on a free port of this machine, with its data in a folder of its own.

    With `guarded` it asks for a password and speaks TLS with a certificate of its own. With
    `lasting` it takes longer to start and is quicker after.
    """

    version: str = VERSION
    guarded: bool = False
    lasting: bool = False
    heap: str = "512m"
    distribution: Path = field(init=False)
    folder: Path = field(init=False)
    port: int = field(init=False)
    password: str = field(init=False, default="")
    _pid: int = field(init=False, default=0)

    @property
    def url(self) -> str:
        return f"{'https' if self.guarded else 'http'}://127.0.0.1:{self.port}"

    @property
    def certificate(self) -> Path | None:
        """Return the file of the certificate that a client has to trust."""
        return self.folder / "config" / CERTIFICATE if self.guarded else None

    def __enter__(self) -> Self:
        self._configure()
        try:
            self.start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()
        shutil.rmtree(self.folder)

    def _configure(self) -> None:
        """Make a folder with all that the server needs, and hand it over to its user."""
        self.distribution = unpacked(self.version)
        self.folder = Path(tempfile.mkdtemp(prefix="tomoni-elasticsearch-"))
        self.port = _free_port()
        config = self.folder / "config"
        shutil.copytree(self.distribution / "config", config)
        for name in ("data", "logs", "tmp"):
            (self.folder / name).mkdir()
        settings = _SETTINGS.format(port=self.port, folder=self.folder)
        (config / "elasticsearch.yml").write_text(settings + (GUARDED if self.guarded else OPEN))
        (config / "jvm.options.d" / "heap.options").write_text(
            f"-Xms{self.heap}\n-Xmx{self.heap}\n-Xlog:disable\n{'' if self.lasting else _QUICK}"
        )
        if self.guarded:
            make_certificate(config)
        hand_over(self.folder)
        if self.guarded:
            self.password = secrets.token_urlsafe(12)
            set_password(self.password, self._run)

    def start(self) -> None:
        """Start it and wait until it answers."""
        (self.folder / "pid").unlink(missing_ok=True)
        self._run("elasticsearch", "-d", "-p", str(self.folder / "pid"))
        # Kept in mind: the server deletes the file before it has ended.
        self._pid = int((self.folder / "pid").read_text())
        deadline = time.monotonic() + _START
        while not self.answers():
            if time.monotonic() > deadline or not self.is_running():
                raise ServerError(f"Elasticsearch does not answer:\n{self._log()}")
            time.sleep(0.1)

    def answers(self) -> bool:
        """Say whether the server answers, and has all the indexes that it had."""
        try:
            status, _ = self.ask("GET", "/_cluster/health?wait_for_status=yellow&timeout=1s")
        except (OSError, http.client.HTTPException):
            return False
        return status == HTTPStatus.OK

    def ask(
        self, method: str, path: str, content: object = None, *, password: str | None = None
    ) -> tuple[int, dict]:
        """Ask with nothing between, and return the status and what was said."""
        headers = {"Content-Type": "application/json"}
        if self.guarded:
            known = f"elastic:{self.password if password is None else password}"
            headers["Authorization"] = f"Basic {base64.b64encode(known.encode()).decode()}"
        with closing(self._connection()) as connection:
            body = None if content is None else json.dumps(content)
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            return answer.status, json.loads(answer.read())

    def is_running(self) -> bool:
        """Say whether the process lives; one that waits to be collected does not."""
        if not self._pid:
            return False
        command = ["ps", "-o", "stat=", "-p", str(self._pid)]
        asked = subprocess.run(command, capture_output=True, text=True, check=False)
        return asked.stdout.strip()[:1] not in {"", "Z"}

    def stop(self) -> None:
        """End it in good order."""
        self.thaw()
        self._end(signal.SIGTERM)

    def kill(self) -> None:
        """End it as a power cut does."""
        self._end(signal.SIGKILL)

    def freeze(self) -> None:
        """Let it take connections, and answer nothing."""
        self._signal(signal.SIGSTOP)

    def thaw(self) -> None:
        self._signal(signal.SIGCONT)

    def mend(self) -> None:
        """Undo whatever was done to it."""
        self.thaw()
        if not self.is_running():
            self.start()

    def _connection(self) -> http.client.HTTPConnection:
        if not self.guarded:
            return http.client.HTTPConnection("127.0.0.1", self.port, timeout=_PATIENCE)
        context = ssl.create_default_context(cafile=self.certificate)
        return http.client.HTTPSConnection(
            "127.0.0.1", self.port, timeout=_PATIENCE, context=context
        )

    def _end(self, number: signal.Signals) -> None:
        self._signal(number)
        deadline = time.monotonic() + _STOP
        while self.is_running():
            if time.monotonic() > deadline:
                raise ServerError(f"Elasticsearch does not end:\n{self._log()}")
            time.sleep(0.02)

    def _signal(self, number: signal.Signals) -> None:
        if self.is_running():
            os.kill(self._pid, number)

    def _run(self, program: str, *arguments: str, stdin: str = "") -> None:
        """Run one of the distribution's programs on this server's configuration."""
        environment = {
            "ES_JAVA_HOME": str(java_for(self.version)),
            "ES_PATH_CONF": str(self.folder / "config"),
            "ES_TMPDIR": str(self.folder / "tmp"),
            "CLI_JAVA_OPTS": f"-Djava.io.tmpdir={self.folder / 'tmp'}",
        }
        command = [str(self.distribution / "bin" / program), *arguments]
        done = run_as(chosen_user(), command, environment, stdin=stdin, cwd=self.folder)
        if done.returncode:
            said = f"{done.stdout}{done.stderr}"
            raise ServerError(f"{program} ended with {done.returncode}:\n{said}{self._log()}")

    def _log(self) -> str:
        lines = [
            line
            for file in sorted((self.folder / "logs").glob("*.log"))
            for line in file.read_text(errors="replace").splitlines()
        ]
        return "\n".join(lines[-30:])


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
