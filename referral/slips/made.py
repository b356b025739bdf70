"""The page of whoever made a slip."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from catalogue.choices import Language
from catalogue.sharing.messages import mail_address, sms_address
from catalogue.sharing.sms import segments

from ..models import Slip
from .content import SlipContent
from .fixed_words import WORDS
from .texts import mail_text, record_text, sms_text


@dataclass(frozen=True, slots=True)
class Print:
    """One way of printing it."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class SlipMade:
    """Everything that can be done with a slip. Without `content` it is shut, and nothing can."""

    content: SlipContent | None
    prints: list[Print]
    languages: list[tuple[str, str, bool]]
    sms: str
    sms_address: str
    sms_parts: int
    mail: str
    mail_address: str
    record: str
    withdraw: str
    withdrawn: bool


def slip_made(slip: Slip, content: SlipContent | None, now: datetime) -> SlipMade:
    """The page at `now` (aware)."""
    withdraw = reverse("referral:slip-withdraw", kwargs={"key": slip.key})
    if content is None:
        return SlipMade(None, [], [], "", "", 0, "", "", "", withdraw, slip.withdrawn_at is not None)
    sms, mail = sms_text(content), mail_text(content)
    return SlipMade(
        content=content,
        prints=[Print(name, _address(slip, paper, content.language)) for name, paper in papers()],
        languages=[(code, str(Language(code).label), code == content.language) for code in WORDS],
        sms=sms,
        sms_address=sms_address(sms),
        sms_parts=segments(sms),
        mail=mail,
        mail_address=mail_address(content.danish.heading, mail),
        record=record_text(content),
        withdraw=withdraw,
        withdrawn=False,
    )


def papers() -> list[tuple[str, str]]:
    """Each paper: its name for people, and what stands in the address."""
    return [
        (_("A4"), "a4"),
        (_("A5, et halvt ark"), "a5"),
        (_("A4 med store bogstaver"), "a4-stor"),
    ]


def _address(slip: Slip, paper: str, language: str) -> str:
    address = reverse("referral:slip-paper", kwargs={"code": slip.code, "paper": paper})
    return address if language == slip.language else f"{address}?sprog={language}"
