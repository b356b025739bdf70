"""The person's own paper on the page of whoever hands it over: to print, to show, to send."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from catalogue.choices import Language
from catalogue.sharing.messages import sms_address
from catalogue.sharing.qr import Qr
from catalogue.sharing.sms import segments
from home.models import SiteSettings

from ...models import Consent, Referral
from ...slips.made import Print, papers
from .content import own_paper
from .texts import own_letter, own_sms
from .words import WORDS


@dataclass(frozen=True, slots=True)
class OwnShown:
    """All the ways of handing it over. `languages` are (code, name, whether it is the one chosen)."""

    readable: str
    qr: Qr
    prints: list[Print]
    languages: list[tuple[str, str, bool]]
    sms: str
    sms_address: str
    sms_parts: int
    letter: str


def own_shown(referral: Referral, standing: Sequence[Consent], site: SiteSettings, language: str) -> OwnShown | None:
    """None where nothing stands that the person has said yes to."""
    if not standing:
        return None
    content = own_paper(referral, standing, site, language)
    sms = own_sms(content)
    asked = f"?sprog={content.language}" if content.language != referral.language else ""
    return OwnShown(
        readable=content.readable,
        qr=content.qr,
        prints=[Print(name, _address(referral, paper) + asked) for name, paper in papers()],
        languages=[(code, str(Language(code).label), code == content.language) for code in WORDS],
        sms=sms,
        sms_address=sms_address(sms),
        sms_parts=segments(sms),
        letter=own_letter(content, referral.unit.name),
    )


def _address(referral: Referral, paper: str) -> str:
    return reverse("privacy:own-paper", kwargs={"code": referral.code, "paper": paper})
