"""Tantivy itself, asked directly: what the embedded engine's answer would cost if nothing were done around it.

Two questions to the same index. *Same query*: the very clauses of our plan, compiled to one query, one search for the
twenty best with their number, one aggregation of the thirteen facets. *Plain words*: what a program without any
understanding would ask, the question's words in any text field.
"""

from __future__ import annotations

import tantivy

from search.engines.embedded import EmbeddedEngine
from search.engines.embedded.compiling import at_least, everything, narrowed, with_bonuses
from search.engines.embedded.fields import ID
from search.language.analysis import index_keys
from search.plan import Plan
from search.schema import FACETS, TextField

MANY = 2000
FACET_REQUEST = {
    field.value: {"terms": {"field": field.value, "size": MANY, "segment_size": MANY}} for field in FACETS.values()
}
PAGE = 20


class Raw:
    """A searcher of the index that the embedded engine has open."""

    def __init__(self, engine: EmbeddedEngine) -> None:
        self.snapshot = engine.reader.opened().snapshot
        self.searcher: tantivy.Searcher = self.snapshot.searcher
        self.schema = self.snapshot.compiler.schema

    def same_query(self, plan: Plan) -> int:
        """Returns how many documents match."""
        compiler = self.snapshot.compiler
        groups = [compiler.scored_group(group) for group in plan.groups]
        ideas = at_least(groups, plan.minimum_groups) if groups else everything()
        scored = with_bonuses(ideas, [compiler.bonus(bonus) for bonus in plan.bonuses])
        return self._answer(narrowed(scored, [compiler.condition(one.condition) for one in plan.filters]))

    def plain_words(self, text: str) -> int:
        """Returns how many documents match."""
        clauses = [
            (tantivy.Occur.Should, tantivy.Query.term_query(self.schema, field.value, key, "freq"))
            for key in index_keys(text)
            for field in TextField
        ]
        return self._answer(tantivy.Query.boolean_query(clauses))

    def _answer(self, query: tantivy.Query) -> int:
        found = self.searcher.search(query, PAGE, count=True)
        ids = [self.searcher.doc(address)[ID][0] for _score, address in found.hits]
        counts = self.searcher.aggregate(query, FACET_REQUEST)
        facets = {
            name: {bucket["key"]: bucket["doc_count"] for bucket in counts[str(field)]["buckets"]}
            for name, field in FACETS.items()
        }
        if len(ids) != min(PAGE, found.count) or len(facets) != len(FACETS):
            raise AssertionError("Tantivy's answer is not whole")
        return int(found.count)
