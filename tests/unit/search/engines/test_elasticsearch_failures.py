"""What a server may answer on a bad day. The real one is asked in `tests/contracts/search/`."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing

import pytest
from elasticsearch import BadRequestError

from search.documents import IndexDocument
from search.engines.base import EngineUnavailable, IndexMissing
from search.engines.elasticsearch import ElasticsearchEngine, bulk
from search.plan import Plan

from .fake_server import Answer, FakeServer, Request, fake_server

FIRST = IndexDocument(id="activity:1", kind="activity", fingerprint="f")
EMPTY = {"timed_out": False, "hits": {"total": {"value": 0}}, "aggregations": {"hits": {"doc_count": 0}}}

Scripted = Callable[..., tuple[FakeServer, ElasticsearchEngine]]


@pytest.fixture
def scripted() -> Iterator[Scripted]:
    """Starts a server that answers by the given function, and an engine for it."""
    with ExitStack() as stack:

        def start(answer: Callable[[Request], Answer], options: str = "") -> tuple[FakeServer, ElasticsearchEngine]:
            server = stack.enter_context(fake_server(answer))
            engine = stack.enter_context(closing(ElasticsearchEngine(server.address + options)))
            return server, engine

        yield start


@pytest.fixture
def without_pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The pauses that were asked for, none of them taken."""
    pauses: list[float] = []
    monkeypatch.setattr(bulk.time, "sleep", pauses.append)
    return pauses


def bulk_answer(*results: tuple[int, str]) -> Answer:
    """A response to a bulk request with a status and an error for each line."""
    items = [{"status": status, "error": {"type": error}} if error else {"status": status} for status, error in results]
    return Answer(body={"items": [{"index": item} for item in items]})


def written(*results: tuple[int, str]) -> Callable[[Request], Answer]:
    """A server that answers bulk requests with these results, and all others with nothing."""
    return lambda request: bulk_answer(*results) if "_bulk" in request.path else Answer()


@pytest.mark.parametrize("status", [401, 403, 408, 413, 429, 500, 502, 503, 504])
def test_search_is_unavailable_when_the_server_refuses(scripted: Scripted, status: int) -> None:
    _, engine = scripted(lambda _: Answer(status, {"error": {"type": "some_exception"}}))
    with pytest.raises(EngineUnavailable, match=str(status)):
        engine.search(Plan())
    assert not engine.status().available


def test_search_is_unavailable_without_an_index(scripted: Scripted) -> None:
    _, engine = scripted(lambda _: Answer(404, {"error": {"type": "index_not_found_exception"}}))
    with pytest.raises(EngineUnavailable, match="search_index rebuild"):
        engine.search(Plan())


def test_search_is_unavailable_when_the_server_ran_out_of_time(scripted: Scripted) -> None:
    _, engine = scripted(lambda _: Answer(body={**EMPTY, "timed_out": True}))
    with pytest.raises(EngineUnavailable, match="within"):
        engine.search(Plan())


def test_search_is_unavailable_when_something_else_answers(scripted: Scripted) -> None:
    _, engine = scripted(lambda _: Answer(body={"hello": "world"}, product=""))
    with pytest.raises(EngineUnavailable):
        engine.search(Plan())


def test_search_that_makes_no_sense_is_loud(scripted: Scripted) -> None:
    _, engine = scripted(lambda _: Answer(400, {"error": {"type": "parsing_exception"}}))
    with pytest.raises(BadRequestError):
        engine.search(Plan())


def test_search_is_tried_again_once_when_the_server_is_busy(scripted: Scripted) -> None:
    answers = iter([Answer(503), Answer(body=EMPTY)])
    server, engine = scripted(lambda _: next(answers))
    assert engine.search(Plan()).total == 0
    assert len(server.requests) == 2


def test_search_is_unavailable_when_nothing_answers_in_time() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        engine = ElasticsearchEngine(f"elasticsearch://127.0.0.1:{port}/katalog?timeout=0.1")
        with pytest.raises(EngineUnavailable, match="reached"):
            engine.search(Plan())
        engine.close()


def test_page_is_one_request_in_plain_json(scripted: Scripted) -> None:
    server, engine = scripted(lambda _: Answer(body=EMPTY))
    engine.search(Plan())
    (request,) = server.requests
    assert request.path.startswith("/katalog/_search?")
    assert (request.headers["accept"], request.headers["content-type"]) == ("application/json", "application/json")


def test_key_is_sent(scripted: Scripted) -> None:
    server, engine = scripted(lambda _: Answer(body=EMPTY), "?api_key=aWQ6a2V5")
    engine.search(Plan())
    assert server.requests[0].headers["authorization"] == "ApiKey aWQ6a2V5"


def test_update_writes_to_both_generations(scripted: Scripted) -> None:
    server, engine = scripted(written((201, ""), (201, "")))
    assert engine.update([FIRST]) == 1
    targets = [line["index"] for line in server.requests[0].lines if "index" in line]
    assert [target["_index"] for target in targets] == ["katalog-next", "katalog"]
    assert all(target["require_alias"] for target in targets)


@pytest.mark.parametrize(
    ("upcoming", "answering"),
    [
        ((404, "index_not_found_exception"), (201, "")),
        ((201, ""), (200, "")),
        ((201, ""), (404, "index_not_found_exception")),
        ((404, ""), (200, "")),
    ],
    ids=["no rebuild", "rebuild", "switched in between", "deleted what was not there"],
)
def test_update_is_done(scripted: Scripted, upcoming: tuple[int, str], answering: tuple[int, str]) -> None:
    _, engine = scripted(written(upcoming, answering))
    assert engine.update([FIRST]) == 1


@pytest.mark.parametrize(
    ("upcoming", "answering", "expected"),
    [
        ((404, "index_not_found_exception"), (404, "index_not_found_exception"), EngineUnavailable),
        ((404, "index_not_found_exception"), (403, "cluster_block_exception"), EngineUnavailable),
        ((403, "cluster_block_exception"), (201, ""), EngineUnavailable),
        ((404, "index_not_found_exception"), (400, "document_parsing_exception"), bulk.DocumentRejected),
    ],
)
def test_update_that_was_not_written_says_so(
    scripted: Scripted, upcoming: tuple[int, str], answering: tuple[int, str], expected: type[Exception]
) -> None:
    _, engine = scripted(written(upcoming, answering))
    with pytest.raises(expected):
        engine.update([FIRST])


def test_update_is_sent_again_to_both_when_one_was_busy(scripted: Scripted, without_pauses: list[float]) -> None:
    answers = iter(
        [
            bulk_answer((429, "es_rejected_execution_exception"), (200, "")),
            bulk_answer((200, ""), (503, "unavailable_shards_exception")),
            bulk_answer((200, ""), (200, "")),
            Answer(),
        ]
    )
    server, engine = scripted(lambda _: next(answers))
    assert engine.update([FIRST]) == 1
    assert [len(request.lines) for request in server.requests[:3]] == [4, 4, 4]
    assert without_pauses == list(bulk.PAUSES[:2])


def test_update_gives_up_when_the_server_stays_busy(scripted: Scripted, without_pauses: list[float]) -> None:
    busy = (429, "es_rejected_execution_exception")
    _, engine = scripted(lambda _: bulk_answer(busy, busy))
    with pytest.raises(EngineUnavailable, match="busy"):
        engine.update([FIRST])
    assert without_pauses == list(bulk.PAUSES)


def test_only_what_was_busy_is_sent_again(scripted: Scripted, without_pauses: list[float]) -> None:
    second = IndexDocument(id="activity:2", kind="activity", fingerprint="f")
    answers = iter(
        [
            bulk_answer((200, ""), (200, ""), (429, "busy"), (200, "")),
            bulk_answer((200, ""), (200, "")),
            Answer(),
        ]
    )
    server, engine = scripted(lambda _: next(answers))
    engine.update([FIRST, second])
    again = [line["index"]["_id"] for line in server.requests[1].lines if "index" in line]
    assert again == ["activity:2", "activity:2"]
    assert len(without_pauses) == 1


@pytest.mark.parametrize(
    ("status", "kind", "expected"),
    [
        (404, "index_not_found_exception", IndexMissing),
        (503, "search_phase_execution_exception", EngineUnavailable),
        (400, "parsing_exception", BadRequestError),
    ],
)
def test_one_of_several_plans_that_is_refused_fails_them_all(
    scripted: Scripted, status: int, kind: str, expected: type[Exception]
) -> None:
    refused = {"status": status, "error": {"type": kind}}
    server, engine = scripted(lambda _: Answer(body={"responses": [EMPTY, refused]}))
    with pytest.raises(expected, match=kind if status != 404 else "rebuild"):
        engine.search_many((Plan(facets=()), Plan(facets=())))
    assert [request.path.partition("?")[0] for request in server.requests] == ["/katalog/_msearch"]


def test_several_plans_of_which_one_took_too_long(scripted: Scripted) -> None:
    late = {**EMPTY, "timed_out": True}
    _, engine = scripted(lambda _: Answer(body={"responses": [EMPTY, late]}))
    with pytest.raises(EngineUnavailable, match="did not answer within"):
        engine.search_many((Plan(facets=()), Plan(facets=())))
