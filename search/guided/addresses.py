"""Addresses of the questions; each holds all answers given so far."""

from __future__ import annotations

from urllib.parse import urlencode

from django.urls import reverse

from .answers import Answers
from .questions import Question

GO_ON = "videre"


def page_of(question: Question, questions: tuple[Question, ...]) -> str:
    """The page of a question, without answers; the first question is where one begins."""
    if question == questions[0]:
        return reverse("search:guided")
    return reverse("search:guided_question", kwargs={"name": question.name})


def address_of(question: Question, answers: Answers) -> str:
    """The question with the answers given so far."""
    return _with(page_of(question, answers.questions), answers)


def offers_address(answers: Answers) -> str:
    """The offers for the answers."""
    return _with(reverse("search:guided_offers"), answers)


def after(question: Question, answers: Answers) -> str:
    """Where one goes on from a question: the next one, or the offers after the last."""
    following = _beside(question, answers, 1)
    return address_of(following, answers) if following else offers_address(answers)


def before(question: Question, answers: Answers) -> str:
    """Where one goes back to; "" at the first question."""
    previous = _beside(question, answers, -1)
    return address_of(previous, answers) if previous else ""


def _beside(question: Question, answers: Answers, step: int) -> Question | None:
    place = answers.questions.index(question) + step
    return answers.questions[place] if 0 <= place < len(answers.questions) else None


def _with(path: str, answers: Answers) -> str:
    pairs = answers.parameters()
    return f"{path}?{urlencode(pairs)}" if pairs else path
