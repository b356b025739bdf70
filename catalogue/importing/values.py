"""Readers of single values: JSON in, a clean Python value out, `Invalid` with a Danish message otherwise."""

from __future__ import annotations

import difflib
import math
import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator, URLValidator
from django.utils.translation import gettext as _

from ..models.identity import SLUG_PATTERN
from .problems import Invalid, SeveralInvalid

T = TypeVar("T")
Reader = Callable[[Any], T]

MOST_PRICE = Decimal("999999.99")
OLDEST = 130
MOST_PLACES = 1_000_000
# Denmark with Bornholm and a little sea, in degrees.
DENMARK = {"lat": (54.4, 57.9), "lon": (7.9, 15.3)}
_PHONE = re.compile(r"[+0-9][0-9 ()/-]*")
_LOCAL_TIME = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?")
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def kind_of(value: Any) -> str:
    """What a JSON value is, in Danish."""
    names = {
        str: _("en tekst"),
        bool: _("true eller false"),
        int: _("et tal"),
        float: _("et tal"),
        list: _("en liste"),
        dict: _("et objekt"),
    }
    return names.get(type(value), "null")


def suggestion(value: str, possible: Iterable[str]) -> str:
    """ " Mente du »x«?", or "" when nothing is near."""
    near = difflib.get_close_matches(value, list(possible), n=1)
    return " " + _("Mente du »%(near)s«?") % {"near": near[0]} if near else ""


def text(longest: int, *, lines: bool = False, required: bool = False) -> Reader[str]:
    """Text without control characters, trimmed, in composed Unicode; `lines` allows line breaks."""

    def read(value: Any) -> str:
        if not isinstance(value, str):
            raise Invalid(_("Her skal stå en tekst, ikke %(kind)s.") % {"kind": kind_of(value)})
        _refuse_odd_characters(value, lines=lines)
        clean = unicodedata.normalize("NFC", value.replace("\r\n", "\n").replace("\r", "\n")).strip()
        if len(clean) > longest:
            raise Invalid(
                _("Teksten er på %(length)d tegn. Den må højst være på %(longest)d.")
                % {"length": len(clean), "longest": longest}
            )
        if required and not clean:
            raise Invalid(_("Feltet må ikke være tomt."))
        return clean

    return read


def _refuse_odd_characters(value: str, *, lines: bool) -> None:
    allowed = "\t\n\r" if lines else ""
    for position, character in enumerate(value, 1):
        if unicodedata.category(character) in ("Cc", "Cs") and character not in allowed:
            raise Invalid(
                _("Tegn nr. %(position)d (U+%(code)04X) kan ikke stå i en tekst.")
                % {"position": position, "code": ord(character)}
            )


def slug(value: Any) -> str:
    read = text(120, required=True)(value)
    if not re.fullmatch(SLUG_PATTERN, read):
        raise Invalid(
            _("»%(slug)s« kan ikke bruges i en adresse. Brug kun små bogstaver a-z, tal og bindestreger.")
            % {"slug": read}
        )
    return read


def choice(values: Sequence[str]) -> Reader[str]:
    def read(value: Any) -> str:
        if not isinstance(value, str):
            raise Invalid(_("Her skal stå en tekst, ikke %(kind)s.") % {"kind": kind_of(value)})
        if value not in values:
            raise Invalid(
                _("»%(value)s« kan ikke bruges. Vælg mellem: %(values)s.")
                % {"value": value[:60], "values": ", ".join(values)}
                + suggestion(value, values)
            )
        return value

    return read


def list_of(item: Reader[T], *, required: bool = False) -> Reader[list[T]]:
    """A list; every item that is wrong is told with its number."""

    def read(value: Any) -> list[T]:
        if not isinstance(value, list):
            raise Invalid(_("Her skal stå en liste, ikke %(kind)s.") % {"kind": kind_of(value)})
        if required and not value:
            raise Invalid(_("Listen må ikke være tom."))
        found, errors = [], []
        for number, piece in enumerate(value, 1):
            try:
                found.append(item(piece))
            except Invalid as error:
                errors += [Invalid(e.message, f"[{number}]{e.path}") for e in each(error)]
        if errors:
            raise SeveralInvalid(errors)
        return found

    return read


def each(error: Invalid) -> list[Invalid]:
    """The single errors of an error."""
    return error.errors if isinstance(error, SeveralInvalid) else [error]


def yes_or_no(value: Any) -> bool:
    if not isinstance(value, bool):
        raise Invalid(_("Skriv true eller false. Ved I det ikke, så udelad feltet."))
    return value


def whole_number(least: int, most: int) -> Reader[int]:
    def read(value: Any) -> int:
        if isinstance(value, bool) or not isinstance(value, int):
            raise Invalid(_("Her skal stå et helt tal, ikke %(kind)s.") % {"kind": kind_of(value)})
        if not least <= value <= most:
            raise Invalid(_("Tallet skal være fra %(least)d til %(most)d.") % {"least": least, "most": most})
        return value

    return read


def _number(value: Any) -> int | float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise Invalid(_("Her skal stå et tal, ikke %(kind)s.") % {"kind": kind_of(value)})
    if isinstance(value, float) and not math.isfinite(value):
        raise Invalid(_("Tallet er for stort."))
    return value


def price(value: Any) -> Decimal:
    amount = Decimal(str(_number(value)))
    if not 0 <= amount <= MOST_PRICE:
        raise Invalid(_("En pris er fra 0 til %(most)s kroner.") % {"most": MOST_PRICE})
    rounded = amount.quantize(Decimal("0.01"))
    if rounded != amount:
        raise Invalid(_("En pris har højst to decimaler."))
    return rounded


def degrees(axis: str) -> Reader[float]:
    """A coordinate in Denmark; `axis` is "lat" or "lon"."""
    least, most = DENMARK[axis]

    def read(value: Any) -> float:
        number = float(_number(value))
        if not least <= number <= most:
            raise Invalid(
                _("%(number)s ligger ikke i Danmark (%(least)s til %(most)s). Er lat og lon byttet om?")
                % {"number": number, "least": least, "most": most}
            )
        return number

    return read


def postcode(value: Any) -> str:
    if not isinstance(value, str) or not re.fullmatch(r"[0-9]{4}", value):
        raise Invalid(_('Et postnummer er en tekst med fire cifre, for eksempel "4220".'))
    return value


def phone(value: Any) -> str:
    read = text(30)(value)
    if read and (not _PHONE.fullmatch(read) or sum(character.isdigit() for character in read) < 3):
        raise Invalid(_("»%(phone)s« er ikke et telefonnummer.") % {"phone": read})
    return read


def email(value: Any) -> str:
    read = text(254)(value)
    return _validated(read, EmailValidator(), _("»%(value)s« er ikke en mailadresse."))


def web(value: Any) -> str:
    read = text(200)(value)
    message = _("»%(value)s« er ikke en webadresse. Den begynder med https://.")
    return _validated(read, URLValidator(schemes=["http", "https"]), message)


def _validated(value: str, validator: Callable[[str], None], message: str) -> str:
    try:
        if value:
            validator(value)
    except ValidationError as error:
        raise Invalid(message % {"value": value[:100]}) from error
    return value


def day(value: Any) -> date:
    if not isinstance(value, str) or not _ISO_DATE.fullmatch(value):
        raise Invalid(_('En dato skrives som "2026-12-24".'))
    return _moment(value).date()


def local_time(value: Any) -> datetime:
    """A date and time on the clock on the wall in Denmark, naive."""
    if not isinstance(value, str) or not _LOCAL_TIME.fullmatch(value):
        raise Invalid(_('Et tidspunkt skrives i dansk tid som "2026-09-07T10:00".'))
    return _moment(value)


def _moment(value: str) -> datetime:
    try:
        moment = datetime.fromisoformat(value)
    except ValueError as error:
        raise Invalid(_("%(moment)s findes ikke i kalenderen.") % {"moment": value}) from error
    if not 1900 <= moment.year <= 2200:
        raise Invalid(_("Årstallet %(year)d kan ikke passe.") % {"year": moment.year})
    return moment
