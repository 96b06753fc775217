"""Asking a site in a process of its own, whose database is in whatever state a test needs."""

import json
import os
import subprocess
import sys
from collections.abc import Callable

import pytest

ASK = """
import json, sys
import django
django.setup()
from django.test import Client
client = Client(raise_request_exception=False)
answers = []
for path in json.loads(sys.argv[1]):
    response = client.get(path)
    answers.append([response.status_code, response.content.decode()])
print(json.dumps(answers))
"""


@pytest.fixture
def ask_elsewhere() -> Callable[..., list[tuple[int, str]]]:
    """`ask_elsewhere([path, …], DATABASE_URL=…)` gives status and body of each answer."""

    def ask(paths: list[str], **environment: str) -> list[tuple[int, str]]:
        done = subprocess.run(
            [sys.executable, "-c", ASK, json.dumps(paths)],
            env={
                **os.environ,
                "DJANGO_SETTINGS_MODULE": "tomoni.project.settings.test",
                **environment,
            },
            capture_output=True,
            text=True,
            check=True,
        )
        return [(status, body) for status, body in json.loads(done.stdout.splitlines()[-1])]

    return ask
