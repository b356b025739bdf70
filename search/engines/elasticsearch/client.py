"""The connection, and what counts as an engine that cannot answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from elastic_transport import ApiResponseMeta, Transport, TransportApiResponse
from elasticsearch import ApiError, BadRequestError, Elasticsearch, NotFoundError, TransportError

from ..base import EngineUnavailable, IndexMissing
from .address import Address

BUSY = (429, 502, 503, 504)
NO_INDEX_HINT = (
    "The index is not there. Make it with: manage.py search_index rebuild. "
    "If that is what was running, another rebuild has taken over."
)


class PlainTransport(Transport):
    """Speaks plain JSON, which every version understands; the client would ask for its own major version's dialect."""

    def perform_request(self, method: str, target: str, **options: Any) -> TransportApiResponse:
        headers = options.get("headers")
        if headers:
            for name in ("accept", "content-type"):
                kind = str(headers.get(name, ""))
                if "vnd.elasticsearch+" in kind:
                    headers[name] = kind.partition(";")[0].replace("vnd.elasticsearch+", "")
        return super().perform_request(method, target, **options)


def connect(address: Address) -> Elasticsearch:
    """A client for the address; nothing is sent before the first request."""
    return Elasticsearch(
        address.host,
        transport_class=PlainTransport,
        request_timeout=address.timeout,
        max_retries=1,
        retry_on_status=BUSY,
        retry_on_timeout=False,
        **address.credentials,
    )


def refused(answer: Mapping[str, Any], meta: ApiResponseMeta) -> ApiError:
    """One refused search of several, as the error that it would have been by itself."""
    status = int(answer["status"])
    error = {400: BadRequestError, 404: NotFoundError}.get(status, ApiError)
    return error(answer["error"]["type"], replace(meta, status=status), dict(answer))


@contextmanager
def reachable() -> Iterator[None]:
    """Turns what goes wrong outside the program into `EngineUnavailable`; a request that makes no sense stays loud."""
    try:
        yield
    except NotFoundError as error:
        raise IndexMissing(NO_INDEX_HINT) from error
    except BadRequestError as error:
        if error.error != "invalid_alias_name_exception":
            raise
        raise EngineUnavailable("An index has the name that our alias needs; remove or rename it.") from error
    except ApiError as error:
        raise EngineUnavailable(f"Elasticsearch answered {error.status_code}: {error.error}") from error
    except TransportError as error:
        raise EngineUnavailable(f"Elasticsearch cannot be reached: {error.message}") from error
