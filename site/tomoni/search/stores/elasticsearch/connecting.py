"""The client, and its failures as the store's."""

from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from typing import Any

from elasticsearch import ApiError, Elasticsearch, TransportError

from tomoni.search.stores.elasticsearch.configuring import Configuration
from tomoni.search.stores.protocol import StoreRefusedError, StoreUnavailableError

# Seconds for work that no visitor waits for.
PATIENT = 30.0


def connect(configuration: Configuration) -> Elasticsearch:
    """Return a client that asks once and waits no longer than a visitor would."""
    return Elasticsearch(
        list(configuration.hosts),
        request_timeout=configuration.timeout,
        max_retries=0,
        retry_on_timeout=False,
        **_credentials(configuration),
        **_trust(configuration),
    )


def patient(client: Elasticsearch) -> Elasticsearch:
    """Return the client for work that may take longer, and is tried again."""
    return client.options(request_timeout=PATIENT, max_retries=2)


@contextmanager
def answering() -> Iterator[None]:
    """Turn what goes wrong with the server into the store's own errors."""
    try:
        yield
    except ApiError as error:
        raise _error_of(error) from error
    except TransportError as error:
        sentence = f"Elasticsearch does not answer ({type(error).__name__}): {error.message}"
        raise StoreUnavailableError(sentence) from error


def _error_of(error: ApiError) -> StoreUnavailableError:
    status = error.meta.status
    if status in {HTTPStatus.BAD_REQUEST, HTTPStatus.REQUEST_ENTITY_TOO_LARGE}:
        return StoreRefusedError(f"Elasticsearch refuses what it is asked ({status}): {error}")
    sentence = _SENTENCES.get(status, "Elasticsearch does not answer well")
    return StoreUnavailableError(f"{sentence} ({status}): {error}")


_SENTENCES: dict[int, str] = {
    HTTPStatus.UNAUTHORIZED: "Elasticsearch does not accept the password or API key",
    HTTPStatus.FORBIDDEN: "Elasticsearch does not allow this user or API key to do that",
    HTTPStatus.NOT_FOUND: "Elasticsearch has no index for this site; rebuild the search index",
    HTTPStatus.TOO_MANY_REQUESTS: "Elasticsearch has too much to do",
    HTTPStatus.SERVICE_UNAVAILABLE: "Elasticsearch is not ready",
}


# Any: the client's own arguments.
def _credentials(configuration: Configuration) -> dict[str, Any]:
    if configuration.api_key:
        return {"api_key": configuration.api_key}
    if configuration.user:
        return {"basic_auth": (configuration.user, configuration.password)}
    return {}


def _trust(configuration: Configuration) -> dict[str, Any]:
    if not any(host.startswith("https:") for host in configuration.hosts):
        return {}
    if not configuration.verify:
        # A check says so to operators; a warning at each start would only repeat it.
        return {"verify_certs": False, "ssl_show_warn": False}
    return {"ca_certs": configuration.ca_certs} if configuration.ca_certs else {}
