"""What is asked of the person: what they say yes to, and how they are reached."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..life.choices import ConsentKind, GivenHow, Way
from ..life.wordings import WORDINGS
from ..models import Contact, Referral
from .fields import WordsField
from .forms import SELECT, ActForm

CONTACT = ("first_name", "phone", "address", "way")
TOO_SHORT = gettext_lazy("Skriv et telefonnummer med otte tal.")


class PersonForm(forms.Form):
    """Consent first; who the person is only if they want to be contacted."""

    # What the person has said yes to before.
    standing: frozenset[str] = frozenset()

    consents = forms.MultipleChoiceField(
        label=gettext_lazy("Hvad siger personen ja til?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "invalid_choice": gettext_lazy("Det ja er skrevet ned imens. Gå tilbage, og se henvisningen igennem.")
        },
    )
    given_how = forms.ChoiceField(
        label=gettext_lazy("Hvordan har personen sagt ja?"),
        choices=GivenHow.choices,
        initial=GivenHow.ORALLY,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Vælg, hvordan personen har sagt ja.")},
    )
    first_name = WordsField(label=gettext_lazy("Fornavn"), most=40)
    phone = WordsField(label=gettext_lazy("Telefon"), most=20)
    address = WordsField(label=gettext_lazy("Adresse, hvis der ikke er en telefon"), most=120)
    way = forms.ChoiceField(
        label=gettext_lazy("Hvordan vil personen helst kontaktes?"),
        choices=Way.choices,
        required=False,
        widget=forms.Select(attrs=SELECT),
    )

    def ask_for(self, kinds: Iterable[ConsentKind]) -> None:
        """The words that are read aloud."""
        self.fields["consents"].choices = [(kind.value, WORDINGS[kind].text) for kind in kinds]  # type: ignore[attr-defined]

    def clean_phone(self) -> str:
        """Eight digits or more, where there is any."""
        phone = self.cleaned_data["phone"]
        if phone and sum(sign.isdigit() for sign in phone) < 8:
            raise ValidationError(TOO_SHORT)
        return phone

    def clean(self) -> None:
        """Who the person is goes with a yes to be contacted, and only with it."""
        super().clean()
        data, wants = self.cleaned_data, self.wants_contact
        if "consents" in data and self.names_somebody and not wants:
            self.add_error(
                "consents", _("Du har skrevet navn eller telefon. Sæt kryds ved, at I må kontakte personen.")
            )
        if wants and not data.get("first_name") and "first_name" not in self.errors:
            self.add_error("first_name", _("Skriv personens fornavn."))
        if wants and not (data.get("phone") or data.get("address")) and not {"phone", "address"} & set(self.errors):
            self.add_error("phone", _("Skriv et telefonnummer eller en adresse."))

    @property
    def wants_contact(self) -> bool:
        """Whether the person wants to be contacted, since before or now."""
        return ConsentKind.CONTACTED in {*self.standing, *self.cleaned_data.get("consents", ())}

    @property
    def names_somebody(self) -> bool:
        """Whether something is written of who it is."""
        return any(self.cleaned_data.get(name) for name in CONTACT[:3])

    def contact(self) -> dict[str, str] | None:
        """The fields of `Contact`; None where the person does not want to be contacted."""
        if not self.wants_contact:
            return None
        values = {name: self.cleaned_data[name] for name in CONTACT}
        return {**values, "way": values["way"] or (Way.PHONE if values["phone"] else Way.LETTER)}


class CorrectForm(PersonForm, ActForm):
    """What stands of the contact, to be corrected; and each yes that does not stand, to be given."""

    def __init__(self, *args: Any, referral: Referral, contact: Contact | None, **kwargs: Any) -> None:
        there = {name: getattr(contact, name) for name in CONTACT} if contact else {}
        super().__init__(*args, initial={"version": referral.version, **there}, **kwargs)
        self.standing = frozenset(one.kind for one in referral.consents.all() if not one.withdrawn_at)
        wanted = [kind for kind in ConsentKind if kind not in self.standing]
        self.ask_for(wanted)
        if not wanted:
            del self.fields["consents"], self.fields["given_how"]
        elif ConsentKind.CONTACTED in self.standing:
            self.fields["consents"].label = _("Siger personen ja til mere?")
            self.fields["consents"].help_text = _("Læs op, og sæt kryds. Spring over, hvis du kun retter kontakten.")
            self.order_fields(CONTACT)
        else:
            self.fields["consents"].help_text = _("Læs op, og sæt kryds ved det, personen siger ja til.")
            self.fields["first_name"].help_text = _("Kun hvis personen vil kontaktes. Vi gemmer det krypteret.")

    def clean(self) -> None:
        """Something is said yes to, or there is a contact to correct."""
        super().clean()
        asked = "consents" in self.cleaned_data
        if asked and not (self.cleaned_data["consents"] or self.wants_contact or self.names_somebody):
            self.add_error("consents", _("Sæt kryds ved det, personen siger ja til."))

    def change(self) -> dict[str, Any]:
        """What `correct_person` is to do."""
        data = self.cleaned_data
        return {
            "contact": self.contact(),
            "consents": data.get("consents", []),
            "given_how": data.get("given_how", GivenHow.ORALLY),
            "version": data["version"],
        }
