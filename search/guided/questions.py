"""The five questions, in the order of a talk."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from catalogue.queries.areas import Kommune

from .options import LIKED, MISSED, NEEDED, TIMES, Option

WHERE = "hvor"


@dataclass(frozen=True, slots=True)
class Question:
    """One page.

    `name` is the parameter of its answer and, but for the first question's, the end of its address; `several` is
    whether more than one answer may be given; `because` puts the reasons of several answers together ("du kan lide …");
    `empty` says what is missing when somebody goes on without an answer.
    """

    name: str
    heading: Any
    hint: Any
    options: tuple[Option, ...]
    several: bool = False
    because: Any = ""
    empty: Any = _("Vælg et svar, eller tryk på »Spring over«.")

    def option(self, value: str) -> Option | None:
        """The option of that value."""
        return next((option for option in self.options if option.value == value), None)


def questions(kommuner: Iterable[Kommune]) -> tuple[Question, ...]:
    """All questions; where one can be is asked in the areas of the catalogue."""
    return (
        Question("savner", _("Hvad savner du?"), _("Vælg det, der betyder mest for dig."), MISSED),
        Question(
            WHERE,
            _("Hvor vil du helst være?"),
            _("Vælg din by eller hele kommunen."),
            tuple(_places(kommuner)),
            empty=_("Vælg et sted, eller tryk på »Spring over«."),
        ),
        Question(
            "lide",
            _("Hvad kan du lide?"),
            _("Vælg så mange, du vil."),
            LIKED,
            several=True,
            because=_("du kan lide %(things)s"),
        ),
        Question(
            "behov",
            _("Er der noget, der skal være på plads?"),
            _("Vælg det, der er vigtigt for dig."),
            NEEDED,
            several=True,
        ),
        Question("naar", _("Hvornår passer det dig bedst?"), _("Vælg så mange, du vil."), TIMES, several=True),
    )


def _places(kommuner: Iterable[Kommune]) -> Iterable[Option]:
    for kommune in kommuner:
        name = kommune.area.name
        yield _place(kommune.area.slug, gettext("Hele %(name)s") % {"name": name}, name, name)
        for area in kommune.parts:
            yield _place(area.slug, area.name, area.name, name)


def _place(slug: str, words: str, name: str, kommune: str) -> Option:
    because = gettext("det er i %(place)s") % {"place": name}
    return Option(slug, words, because, {"areas": (slug,)}, group=kommune)
