"""Run an Elasticsearch until Ctrl+C, for looking around and for benchmarks."""

import argparse
import signal
import threading

from tests.servers.distribution import CHECKSUMS, VERSION
from tests.servers.elasticsearch import Elasticsearch


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.servers", description=__doc__)
    parser.add_argument("--version", default=VERSION, choices=sorted(CHECKSUMS))
    parser.add_argument("--heap", default="512m", help="memory for the server's Java")
    parser.add_argument("--guarded", action="store_true", help="ask for a password, speak TLS")
    chosen = parser.parse_args()
    ended = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: ended.set())
    with Elasticsearch(
        version=chosen.version, heap=chosen.heap, guarded=chosen.guarded, lasting=True
    ) as server:
        print(server.url, flush=True)
        if server.guarded:
            print(f"user elastic, password {server.password}, {server.certificate}", flush=True)
        ended.wait()


main()
