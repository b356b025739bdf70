"""`ElasticsearchEngine`: the contract of `search.engines.base`, on a server."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from elasticsearch import Elasticsearch
from elasticsearch.dsl import MultiSearch, Search

from ...documents import IndexDocument
from ...plan import Found, Plan
from ..base import Engine, EngineUnavailable, IndexStatus
from .address import Address
from .answer import found_of
from .bulk import LONG_PAUSES, NO_INDEX, Outcome, Write, write_all
from .client import connect, reachable, refused
from .generations import Generations
from .mapping import FINGERPRINT, ID
from .request import FIELDS_OF_ANSWER, FIELDS_OF_ANSWERS, search_of

PAGE = 5000
# Seconds; an editor waits for the first, nobody for the second.
UPDATE_TIMEOUT = 5
REBUILD_TIMEOUT = 60


class ElasticsearchEngine(Engine):
    """Answers from one server or cluster; see `address` for what `url` may say.

    Updates show when the call returns. A rebuild reads its documents after it has begun, so hand it a generator.
    """

    name = "elasticsearch"

    def __init__(self, url: str) -> None:
        self.address = Address.parse(url)

    @cached_property
    def client(self) -> Elasticsearch:
        """Made when first needed, so that every process has connections of its own."""
        return connect(self.address)

    def search(self, plan: Plan) -> Found:
        with reachable():
            response = self.client.search(
                index=self.address.index,
                body=self._search(plan).to_dict(),
                allow_partial_search_results=False,
                filter_path=FIELDS_OF_ANSWER,
            )
        return self._found(plan, response.body)

    def search_many(self, plans: Sequence[Plan]) -> tuple[Found, ...]:
        """One request for all of them."""
        if len(plans) < 2:
            return super().search_many(plans)
        together = MultiSearch()
        for plan in plans:
            together = together.add(self._search(plan).params(allow_partial_search_results=False))
        with reachable():
            response = self.client.msearch(
                index=self.address.index, searches=together.to_dict(), filter_path=FIELDS_OF_ANSWERS
            )
            answers = response["responses"]
            for answer in answers:
                if "error" in answer:
                    raise refused(answer, response.meta)
        return tuple(self._found(plan, answer) for plan, answer in zip(plans, answers, strict=True))

    def _search(self, plan: Plan) -> Search:
        return search_of(plan).extra(timeout=f"{self.address.timeout * 1000:.0f}ms")

    def _found(self, plan: Plan, answer: Mapping[str, Any]) -> Found:
        if answer["timed_out"]:
            raise EngineUnavailable(f"Elasticsearch did not answer within {self.address.timeout} s.")
        return found_of(plan, answer)

    def update(self, documents: Iterable[IndexDocument], *, delete: Iterable[str] = ()) -> int:
        puts = [Write(document.id, document) for document in documents]
        takes = [Write(gone) for gone in delete]
        if not puts and not takes:
            return 0
        client = self.client.options(request_timeout=UPDATE_TIMEOUT)
        generations = Generations(client, self.address.index)
        with reachable():
            # The next generation first: one that begins or takes over in between has then seen the update either way.
            aliases = (generations.next_alias, generations.alias)
            write_all(client, [*puts, *takes], aliases, is_done=_is_updated)
            client.indices.refresh(index=generations.alias)
        return len(puts)

    def rebuild(self, documents: Iterable[IndexDocument]) -> int:
        client = self.client.options(request_timeout=REBUILD_TIMEOUT)
        generations = Generations(client, self.address.index)
        with reachable():
            generation = generations.begin()
        try:
            return self._fill(generations, generation, documents)
        except BaseException:
            with reachable():
                generations.give_up(generation)
            raise

    def _fill(self, generations: Generations, generation: str, documents: Iterable[IndexDocument]) -> int:
        client = generations.client
        writes = (Write(document.id, document) for document in documents)
        with reachable():
            write_all(
                client,
                writes,
                (generations.filling(generation),),
                is_done=_is_filled,
                only_if_new=True,
                pauses=LONG_PAUSES,
            )
            generations.switch_to(generation)
            return client.count(index=generation)["count"]

    def fingerprints(self) -> dict[str, str]:
        with reachable():
            return dict(self._fingerprints(self.client.options(request_timeout=UPDATE_TIMEOUT)))

    def _fingerprints(self, client: Elasticsearch) -> Iterator[tuple[str, str]]:
        after: list[Any] | None = None
        while True:
            response = client.search(
                index=self.address.index,
                size=PAGE,
                sort=[{ID: {"order": "asc", "unmapped_type": "keyword"}}],
                search_after=after,
                stored_fields="_none_",
                docvalue_fields=[{"field": FINGERPRINT}],
                track_total_hits=False,
            )
            hits = response["hits"]["hits"]
            for hit in hits:
                yield hit["sort"][0], hit["fields"][FINGERPRINT][0]
            if len(hits) < PAGE:
                return
            after = hits[-1]["sort"]

    def status(self) -> IndexStatus:
        try:
            with reachable():
                return self._status()
        except EngineUnavailable as error:
            return IndexStatus(self.name, available=False, detail=str(error))

    def _status(self) -> IndexStatus:
        index = self.address.index
        ((generation, mapping),) = self.client.indices.get_mapping(index=index).items()
        return IndexStatus(
            self.name,
            available=True,
            documents=self.client.count(index=index)["count"],
            generation=generation,
            built_at=mapping["mappings"]["_meta"]["built_at"],
        )

    def close(self) -> None:
        if "client" in self.__dict__:
            self.client.close()
            del self.client


def _is_filled(outcomes: list[Outcome]) -> bool:
    """Written, or rightly left out because an update, which knows better, was there first."""
    return all(not outcome.error or outcome.status == 409 for outcome in outcomes)


def _is_updated(outcomes: list[Outcome]) -> bool:
    """Written to the generation that answers, and to the next if there is one.

    When the answering generation is gone in between, the next has become it.
    """
    upcoming, answering = outcomes
    is_building = upcoming.error != NO_INDEX
    if is_building and upcoming.error:
        return False
    return not answering.error or (is_building and answering.error == NO_INDEX)
