"""What people write in cells → values of the exchange format. Raises `Invalid` with what to write instead."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Any

from django.db.models import TextChoices
from django.utils import translation
from django.utils.translation import gettext as _

from ..importing.problems import Invalid
from ..importing.values import suggestion

YES, NO = "ja", "nej"
_YES = {"ja", "j", "x", "1", "sand", "true", "yes"}
_NO = {"nej", "n", "0", "falsk", "false", "no"}
MONTHS = ("januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november",
          "december")  # fmt: skip
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00)?)?")
_NUMBERS = re.compile(r"(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./ -]\s*(\d{4}|\d{2})")
_WORDS = re.compile(r"(\d{1,2})\.?\s*([a-zæøå]{3,9})\.?\s*(\d{4}|\d{2})")
_WEEKDAY = re.compile(r"^(?:man|tirs|ons|tors|fre|lør|søn)(?:dag)?\.?,?\s+(?:d(?:en)?\.?\s+)?")
_CLOCK = re.compile(r"(?:kl\.?\s*)?(\d{1,2})(?:[.:](\d{2}))?(?:[.:](\d{2}))?")
_ERROR = re.compile(r"#(?:[A-ZÆØÅ]{3,12}(?:/0)?[!?]|(?:N|I)/(?:A|T))")
FAULT = "#FEJL!"
"""Stands in for a cell that had no value of its own when its row is handed back."""
_BROKEN = re.compile(r"Ã[¦¸¥†˜…ƒ˜]|â€|ï¿½|\N{REPLACEMENT CHARACTER}")


@dataclass(frozen=True, slots=True)
class Unusable:
    """A cell that has no value of its own; `why` says what to do about it."""

    why: str


def is_empty(value: Any) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


def text(value: Any) -> str:
    """Any cell as the text that a person sees in it; "" for an empty one."""
    if isinstance(value, Unusable):
        raise Invalid(value.why)
    if value is None:
        return ""
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else f"{value:.15g}".replace(".", ",")
    if isinstance(value, datetime):
        return (
            day_text(value.date()) if value.time() == time() else f"{day_text(value.date())} {clock_text(value.time())}"
        )
    if isinstance(value, date):
        return day_text(value)
    if isinstance(value, time):
        return clock_text(value)
    found = str(value)
    if _ERROR.fullmatch(found):
        raise Invalid(_("Her står fejlen %(error)s. Ret den, eller skriv værdien.") % {"error": found})
    if _BROKEN.search(found):
        raise Invalid(
            _("»%(text)s« har ødelagte bogstaver. Filen er gemt i et forkert tegnsæt. Gem den som »CSV UTF-8«.")
            % {"text": found[:60]}
        )
    return found


def day_text(day: date) -> str:
    return f"{day:%d-%m-}{day.year:04d}"


def clock_text(clock: time) -> str:
    return f"{clock:%H.%M.%S}" if clock.second else f"{clock:%H.%M}"


def day(value: Any) -> date | None:
    """A date cell, or a date as people write it: 3/9-2026, 03.09.26, 3. september 2026, 2026-09-03."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    written = " ".join(text(value).lower().split())
    if not written:
        return None
    found = _parts(_WEEKDAY.sub("", written))
    if found is None:
        raise Invalid(_("»%(text)s« er ikke en dato. Skriv den som 24-12-2026.") % {"text": written[:60]})
    try:
        return date(*found)
    except ValueError as error:
        raise Invalid(_("»%(text)s« findes ikke i kalenderen.") % {"text": written[:60]}) from error


def _parts(written: str) -> tuple[int, int, int] | None:
    iso = _ISO.fullmatch(written)
    if iso:
        return int(iso[1]), int(iso[2]), int(iso[3])
    numbers = _NUMBERS.fullmatch(written)
    if numbers:
        return _year(numbers[3]), int(numbers[2]), int(numbers[1])
    words = _WORDS.fullmatch(written)
    named = [month for month in MONTHS if words and month.startswith(words[2])]
    if words and (len(named) == 1 or words[2] == "sept"):
        return _year(words[3]), MONTHS.index(named[0]) + 1, int(words[1])
    return None


def _year(digits: str) -> int:
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def clock(value: Any) -> time | None:
    """A time cell, or a time as people write it: 10, 10.30, 10:30, kl. 10."""
    if isinstance(value, datetime):
        return value.time().replace(tzinfo=None)
    if isinstance(value, time):
        return value.replace(tzinfo=None)
    if isinstance(value, timedelta):
        value = value.total_seconds() / 86400
    if isinstance(value, float) and 0 <= value < 1:
        return (datetime.min + timedelta(seconds=round(value * 86400))).time()
    if isinstance(value, float) and 1 < value < 24 and not value.is_integer():
        # 10.30 in a cell that holds numbers; the last zero is gone.
        value = f"{value:.2f}"
    written = text(value).strip().lower()
    if not written:
        return None
    match = _CLOCK.fullmatch(written)
    try:
        if match:
            return time(int(match[1]), int(match[2] or 0), int(match[3] or 0))
    except ValueError:
        pass  # told below
    raise Invalid(_("»%(text)s« er ikke et klokkeslæt. Skriv det som 10.30.") % {"text": written[:60]})


def number(value: Any) -> int | None:
    """A whole number, also one that is a text."""
    amount = decimal(value)
    if amount is None:
        return None
    if amount != amount.to_integral_value():
        raise Invalid(_("»%(text)s« er ikke et helt tal.") % {"text": text(value)[:60]})
    return int(amount)


def decimal(value: Any) -> Decimal | None:
    """A number, also as a Danish text: 45, 45,50, 1.250,00 kr."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return Decimal(str(value))
    written = re.sub(r"\s|\bkr\b\.?|\bkroner\b|,-$", "", text(value).strip().lower())
    if not written:
        return None
    if re.fullmatch(r"\d{1,3}(\.\d{3})+(,\d+)?", written):
        written = written.replace(".", "")
    try:
        if re.fullmatch(r"-?\d{1,12}([.,]\d{1,6})?", written):
            return Decimal(written.replace(",", "."))
    except InvalidOperation:
        pass  # told below
    raise Invalid(_("»%(text)s« er ikke et tal.") % {"text": text(value).strip()[:60]})


def price(value: Any) -> int | float | None:
    """A price in kroner as a number of JSON; "gratis" is 0."""
    if isinstance(value, str) and value.strip().lower() in ("gratis", "gratis."):
        return 0
    amount = decimal(value)
    if amount is None:
        return None
    return int(amount) if amount == amount.to_integral_value() else float(amount)


def yes_or_no(value: Any) -> bool | None:
    """True, False, or None for an empty cell: not known."""
    written = text(value).strip().casefold()
    if not written:
        return None
    if written in _YES or written in _NO:
        return written in _YES
    raise Invalid(_("Skriv ja eller nej, eller lad cellen være tom, når du ikke ved det. Her står »%(text)s«.")
                  % {"text": written[:60]})  # fmt: skip


def choice(value: Any, options: type[TextChoices]) -> str:
    """The value of one of a closed list, by the word that people see or the one that is stored."""
    written = text(value).strip()
    found = _options(options).get(written.casefold())
    if found is None and written:
        labels = [str(label) for label in options.labels]
        raise Invalid(
            _("»%(text)s« kan ikke bruges. Vælg mellem: %(labels)s.")
            % {"text": written[:60], "labels": ", ".join(labels)}
            + suggestion(written, labels)
        )
    return found or ""


def choices(value: Any, options: type[TextChoices]) -> list[str]:
    return [choice(piece, options) for piece in pieces(value, _options(options))]


@cache
def _options(options: type[TextChoices]) -> dict[str, str]:
    """Danish whatever language is in use, as the headings are: a file is read by its words."""
    stored = {str(value).casefold(): str(value) for value in options.values}
    with translation.override("da"):
        return stored | {str(label).casefold(): str(value) for value, label in options.choices}


def pieces(value: Any, known: Any = ()) -> list[str]:
    """The parts of a list in one cell, between semicolons, line breaks or commas; a known whole is not taken apart."""
    found = [text(value)]
    for separator in ("\n", ";", ","):
        found = [
            part.strip()
            for whole in found
            for part in ([whole] if whole.strip().casefold() in known else whole.split(separator))
        ]
    return [part for part in found if part]
