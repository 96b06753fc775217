"""How the server is reached and what is made there, read from `TOMONI_SEARCH`."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from tomoni.plugins.extensions import Text

# No double hyphen: it parts the name from the number of an index.
_index_name = re.compile(r"[a-z0-9]+([_-][a-z0-9]+)*")
LONGEST_NAME = 100


@dataclass(frozen=True)
class Configuration:
    """A server, and a town's place in it.

    `index` is the name under which the town's index is found. `replicas` None means one copy
    where there is a second node. `timeout` is in seconds, for a visitor's question.
    """

    hosts: tuple[str, ...]
    api_key: str = ""
    user: str = ""
    password: str = ""
    ca_certs: str = ""
    verify: bool = True
    index: str = "tomoni"
    shards: int = 1
    replicas: int | None = None
    timeout: float = 0.8


# Any: settings are whatever somebody wrote into them.
def read(settings: Mapping[str, Any]) -> Configuration:
    """Return the configuration; raise `ImproperlyConfigured` with the first thing wrong in it."""
    for problem in problems(settings):
        raise ImproperlyConfigured(str(problem))
    replicas = str(settings.get("REPLICAS", "")).strip()
    return Configuration(
        hosts=hosts_in(settings),
        api_key=str(settings.get("API_KEY", "")),
        user=str(settings.get("USER", "")),
        password=str(settings.get("PASSWORD", "")),
        ca_certs=str(settings.get("CA_CERTS", "")),
        verify=bool(settings.get("VERIFY", True)),
        index=str(settings.get("INDEX", "tomoni")),
        shards=int(settings.get("SHARDS", 1)),
        replicas=int(replicas) if replicas else None,
        timeout=float(settings.get("TIMEOUT", 0.8)),
    )


def hosts_in(settings: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the addresses of the server's nodes."""
    listed = settings.get("HOSTS", "")
    parts = listed.split(",") if isinstance(listed, str) else listed
    return tuple(host for part in parts if (host := str(part).strip().rstrip("/")))


def problems(settings: Mapping[str, Any]) -> Iterator[Text]:
    """Yield a sentence for each thing that cannot work."""
    yield from _wrong_hosts(hosts_in(settings))
    yield from _wrong_credentials(settings)
    yield from _wrong_numbers(settings)
    ca_certs = str(settings.get("CA_CERTS", ""))
    if ca_certs and not Path(ca_certs).is_file():
        yield format_lazy(
            _("TOMONI_ELASTICSEARCH_CA names {path}, which is no file."), path=ca_certs
        )
    index = str(settings.get("INDEX", "tomoni"))
    if len(index) > LONGEST_NAME or not _index_name.fullmatch(index):
        yield format_lazy(
            _(
                "TOMONI_ELASTICSEARCH_INDEX is “{index}”: use small letters, digits and single "
                "hyphens between them."
            ),
            index=index,
        )


def doubts(settings: Mapping[str, Any]) -> Iterator[Text]:
    """Yield a sentence for each thing that works, but should not be so."""
    if not settings.get("VERIFY", True):
        yield _(
            "TOMONI_ELASTICSEARCH_VERIFY is 0: whoever stands between can read and change what "
            "is searched. Name the server's certificate in TOMONI_ELASTICSEARCH_CA instead."
        )
    secret = settings.get("PASSWORD") or settings.get("API_KEY")
    open_hosts = [host for host in hosts_in(settings) if _travels_openly(host)]
    if secret and open_hosts:
        yield format_lazy(
            _("The password for Elasticsearch travels unencrypted to {host}: use https."),
            host=", ".join(open_hosts),
        )


def _wrong_hosts(hosts: tuple[str, ...]) -> Iterator[Text]:
    if not hosts:
        yield _("TOMONI_ELASTICSEARCH is empty: name the server, for example https://search:9200.")
    for host in hosts:
        if not _is_address(host):
            yield format_lazy(
                _("TOMONI_ELASTICSEARCH names “{host}”: write https://NAME:PORT."), host=host
            )


def _wrong_credentials(settings: Mapping[str, Any]) -> Iterator[Text]:
    user, password = settings.get("USER", ""), settings.get("PASSWORD", "")
    if settings.get("API_KEY", "") and (user or password):
        yield _("Give Elasticsearch either an API key or a user with a password, not both.")
    if bool(user) != bool(password):
        yield _("TOMONI_ELASTICSEARCH_USER and TOMONI_ELASTICSEARCH_PASSWORD go together.")


def _wrong_numbers(settings: Mapping[str, Any]) -> Iterator[Text]:
    sentence = _("{name} is “{value}”: write {wanted}.")
    shards, replicas = str(settings.get("SHARDS", 1)), str(settings.get("REPLICAS", "")).strip()
    if not re.fullmatch(r"[1-9][0-9]{0,2}", shards):
        yield format_lazy(
            sentence,
            name="TOMONI_ELASTICSEARCH_SHARDS",
            value=shards,
            wanted=_("a whole number from 1 to 999"),
        )
    if replicas and not re.fullmatch(r"[0-9]{1,2}", replicas):
        yield format_lazy(
            sentence,
            name="TOMONI_ELASTICSEARCH_REPLICAS",
            value=replicas,
            wanted=_("a whole number from 0 to 99, or nothing"),
        )
    timeout = str(settings.get("TIMEOUT", 0.8))
    if not re.fullmatch(r"[0-9]{1,2}(\.[0-9]+)?", timeout) or not float(timeout):
        yield format_lazy(
            sentence,
            name="TOMONI_ELASTICSEARCH_TIMEOUT",
            value=timeout,
            wanted=_("seconds, such as 0.8"),
        )


def _is_address(host: str) -> bool:
    try:
        parts = urlsplit(host)
        return parts.scheme in {"http", "https"} and bool(parts.hostname and parts.port)
    except ValueError:
        return False


def _travels_openly(host: str) -> bool:
    if not _is_address(host):
        return False
    parts = urlsplit(host)
    return parts.scheme == "http" and parts.hostname not in {"localhost", "127.0.0.1", "::1"}
