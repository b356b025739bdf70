"""Which claims somebody is to look at, and what speaks for one."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django.db.models import QuerySet

from accounts.permissions import works_everywhere
from catalogue.models import Organisation
from catalogue.policies import ORGANISATIONS

from ..models import Claim
from .choices import ClaimStatus

# Anybody can have an address there, so it speaks for nobody.
EVERYBODYS = frozenset(
    {
        *(
            "gmail.com",
            "googlemail.com",
            "hotmail.com",
            "hotmail.dk",
            "outlook.com",
            "outlook.dk",
            "live.com",
            "live.dk",
        ),
        *("yahoo.com", "yahoo.dk", "icloud.com", "me.com", "mail.dk", "jubii.dk", "youmail.dk", "stofanet.dk"),
        *("proton.me", "protonmail.com", "mail.tele.dk"),
    }
)


def claims_for(user: Any) -> QuerySet[Claim]:
    """All claims for those who work everywhere; else those on organisations that the user may publish.

    Shown by tests/integration/editorial/claims/test_answering.py.
    """
    if works_everywhere(user):
        return Claim.objects.all()
    if not user.has_perm("editorial.view_claim"):
        return Claim.objects.none()
    theirs = ORGANISATIONS.instances_user_has_permission_for(user, "publish").order_by()
    return Claim.objects.filter(organisation__in=theirs.values("pk"))


def waiting_claims_for(user: Any) -> QuerySet[Claim]:
    """Those of `claims_for` that nobody has answered yet."""
    return claims_for(user).filter(status=ClaimStatus.NEW)


def speaks_for(email: str, organisation: Organisation) -> bool:
    """Whether a mail address lies with the organisation's own: the same address, or a domain that is theirs."""
    if email and email.casefold() == organisation.email.casefold():
        return True
    domain = _domain(email)
    theirs = {_domain(organisation.email), (urlsplit(organisation.website).hostname or "").removeprefix("www.")}
    return bool(domain) and domain not in EVERYBODYS and domain in theirs


def _domain(email: str) -> str:
    return email.rpartition("@")[2].casefold()
