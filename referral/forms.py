"""The finder's one form: what is known of the person's needs, without a word about who they are."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from catalogue.choices import Language, Referrer
from catalogue.models import Interest, TargetGroup
from catalogue.presenters.terms import term_words
from catalogue.queries.areas import kommuner
from catalogue.queries.terms import terms_of
from search.understanding.store import get_knowledge

from .cases.fields import refuse_civil_number
from .choices import Barrier, Miss, When
from .needs import OLDEST, Needs

SELECT = {"class": "form-select"}
REFERRERS = [
    (str(Referrer.GP), _("Læge eller sygeplejerske i lægehus")),
    (str(Referrer.MUNICIPALITY), _("Kommunen, hjemmeplejen, boligsocial medarbejder eller bibliotek")),
    (str(Referrer.RELATIVE), _("Pårørende")),
    (str(Referrer.SELF), _("Personen selv")),
]


def _several(label: Any, choices: Any = ()) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label,
        choices=choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("%(value)s kender vi ikke. Vælg blandt svarene her.")},
    )


class NeedsForm(forms.Form):
    """Reads an address. Every field may be left empty; `needs()` gives what could be read, also when some could not."""

    henviser = forms.ChoiceField(
        label=_("Hvem er du?"), choices=REFERRERS, required=False, widget=forms.Select(attrs=SELECT)
    )
    alder = forms.IntegerField(
        label=_("Cirka hvor gammel?"),
        required=False,
        min_value=0,
        max_value=OLDEST,
        error_messages={
            "invalid": _("Skriv alderen som et helt tal, for eksempel 78."),
            "max_value": _("Skriv en alder på højst %(limit_value)s."),
            "min_value": _("Skriv en alder på mindst %(limit_value)s."),
        },
        # No room for a civil registration number, which would stand in the address.
        widget=forms.TextInput(
            attrs={"class": "form-input", "inputmode": "numeric", "autocomplete": "off", "maxlength": 3}
        ),
    )
    omraade = forms.ChoiceField(
        label=_("Hvor bor personen?"),
        required=False,
        widget=forms.Select(attrs=SELECT),
        error_messages={"invalid_choice": _("Det område kender vi ikke. Vælg et fra listen.")},
    )
    postnr = forms.CharField(
        label=_("… eller postnummer"),
        required=False,
        validators=[refuse_civil_number],
        widget=forms.TextInput(
            attrs={"class": "form-input", "inputmode": "numeric", "autocomplete": "off", "maxlength": 4}
        ),
    )
    savner = _several(_("Hvad savner personen?"), Miss.choices)
    kan_lide = _several(_("Hvad kan personen lide?"))
    situation = _several(_("Er noget af det her vigtigt at vide?"))
    hindring = _several(_("Hvad står i vejen?"), Barrier.choices)
    hvornaar = _several(_("Hvornår kan det være?"), When.choices)
    sprog = forms.ChoiceField(
        label=_("Hvilket sprog er lettest?"),
        choices=Language.choices,
        required=False,
        widget=forms.Select(attrs=SELECT),
    )

    def __init__(self, data: QueryDict | None = None, **kwargs: Any) -> None:
        super().__init__(_with_area(data) if data else data, **kwargs)
        self.fields["omraade"].choices = [("", _("Ved ikke")), *_areas()]  # type: ignore[attr-defined]
        for name, model in (("kan_lide", Interest), ("situation", TargetGroup)):
            rows = terms_of(model).items()
            self.fields[name].choices = [  # type: ignore[attr-defined]
                (slug, term_words(words, capital=True)) for slug, words in rows if slug != "alle"
            ]

    @property
    def essentials(self) -> list[forms.BoundField]:
        """What there is one answer to."""
        return [self[name] for name in ("henviser", "alder", "omraade", "postnr", "sprog")]

    @property
    def groups(self) -> list[tuple[forms.BoundField, bool]]:
        """What may have several answers; and whether its list is long, and folded away until it is used."""
        long = ("kan_lide", "situation")
        return [(self[name], name in long) for name in ("savner", "kan_lide", "hindring", "situation", "hvornaar")]

    def clean_postnr(self) -> str:
        """Empty when it was understood: then the area says it."""
        if self.cleaned_data["postnr"]:
            raise forms.ValidationError(_("Det postnummer kender vi ikke. Skriv fire tal, eller vælg et område."))
        return ""

    def needs(self) -> Needs:
        """What could be read. What could not is named in the form's errors, and left out here."""
        self.full_clean()
        read = self.cleaned_data
        return Needs(
            age=read.get("alder"),
            area=read.get("omraade") or "",
            referrer=read.get("henviser") or str(Referrer.GP),
            misses=tuple(read.get("savner") or ()),
            likes=_names(Interest, read.get("kan_lide") or ()),
            situation=_names(TargetGroup, read.get("situation") or ()),
            barriers=tuple(read.get("hindring") or ()),
            when=tuple(read.get("hvornaar") or ()),
            language=read.get("sprog") or str(Language.DANISH),
        )


def _with_area(data: QueryDict) -> QueryDict:
    """The same, with a postcode read as the area that has it: the list then shows that one. Of several, the town."""
    place = get_knowledge().gazetteer.postcode(data.get("postnr", "").strip())
    if place is None:
        return data
    read = data.copy()
    read["omraade"], read["postnr"] = place.areas[0], ""
    return read


def _areas() -> list[tuple[Any, Any]]:
    return [
        (
            kommune.area.name,
            [(kommune.area.slug, kommune.area.name), *((part.slug, part.name) for part in kommune.parts)],
        )
        for kommune in kommuner()
    ]


def _names(model: type[Interest] | type[TargetGroup], slugs: Any) -> tuple[str, ...]:
    return tuple(name for slug, name in terms_of(model).items() if slug in slugs)
