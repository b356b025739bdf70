"""What a person has answered so far: read from the address, printed to it, and turned into a question of the search."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from ..query import SearchQuery, clean_text
from .options import Option, meant
from .questions import Question

MOST = 20


@dataclass(frozen=True, slots=True)
class Unknown:
    """An answer in the address that no question has; `question` is the parameter's name."""

    question: str
    value: str


@dataclass(frozen=True)
class Answers:
    """The chosen options by question, in the order of the questions; a question that was skipped has none."""

    questions: tuple[Question, ...]
    chosen: Mapping[str, tuple[Option, ...]]
    unknown: tuple[Unknown, ...] = field(default=(), compare=False)

    @classmethod
    def parse(cls, parameters: Mapping[str, Sequence[str]], questions: tuple[Question, ...]) -> Answers:
        """The answers in `parameters`. Never raises: what is no answer is named in `unknown`."""
        chosen: dict[str, tuple[Option, ...]] = {}
        unknown: list[Unknown] = []
        for question in questions:
            values = [value.strip() for value in parameters.get(question.name, ())[:MOST] if value.strip()]
            found = [option for option in question.options if option.value in values]
            known = {option.value for option in found}
            unknown += [Unknown(question.name, clean_text(value[:60])) for value in values if value not in known]
            chosen[question.name] = tuple(found if question.several else found[:1])
        return cls(questions, chosen, tuple(unknown))

    def of(self, question: Question) -> tuple[Option, ...]:
        """What was answered to the question."""
        return self.chosen.get(question.name, ())

    def without(self, names: Iterable[str]) -> Answers:
        """The same answers but those to the named questions."""
        gone = set(names)
        kept = {name: options for name, options in self.chosen.items() if name not in gone}
        return Answers(self.questions, kept)

    def options(self) -> tuple[Option, ...]:
        """All that was chosen."""
        return tuple(option for question in self.questions for option in self.of(question))

    @property
    def is_empty(self) -> bool:
        """Whether every question was skipped, or none has been asked yet."""
        return not self.options()

    def parameters(self) -> list[tuple[str, str]]:
        """The answers as (name, value) pairs in a fixed order."""
        return [(question.name, option.value) for question in self.questions for option in self.of(question)]

    def query(self) -> SearchQuery:
        """The answers as a question of the search: what its page shows is what the answers mean."""
        return SearchQuery(**meant(self.options()))  # type: ignore[arg-type]
