"""Every write of claims."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib.auth.models import Group
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from accounts.models import User
from accounts.roles import Role
from catalogue.actions.invite_responsible import invite_responsible
from catalogue.models import Organisation, Responsibility

from ..models import Claim
from .choices import ClaimStatus
from .letters import write_receipt, write_rejection, write_welcome

if TYPE_CHECKING:
    from accounts.models import User as ByUser

SAME_WITHIN = timedelta(hours=1)
PERSON_KEPT = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Purged:
    """How many claims that nobody answered, and how many answered ones, were deleted."""

    unanswered: int
    answered: int


@transaction.atomic
def send_claim(*, organisation: Organisation, typed: dict[str, Any], language: str, by: None = None) -> Claim:
    """Keep a claim and post its receipt; the same one sent twice within an hour is one. `by` is always None."""
    lately = timezone.now() - SAME_WITHIN
    same = Claim.objects.filter(organisation=organisation, **typed, created_at__gte=lately).first()
    if same:
        return same
    claim = Claim.objects.create(organisation=organisation, **typed, language=language)
    write_receipt(claim)
    return claim


@transaction.atomic
def answer_claim(*, claim: Claim, status: str, reason: str, note: str, by: ByUser) -> None:
    """Save what came of a claim that nobody has answered yet, and forget who it was.

    Approved, the person is invited as an association that does not publish by itself, and is responsible for the
    organisation. Whoever has an account already gets the responsibility, and is told so.
    """
    claim = Claim.objects.select_for_update(of=("self",)).get(pk=claim.pk)
    if claim.status != ClaimStatus.NEW:
        return
    claim.status, claim.reason, claim.note = status, reason, note
    if status == ClaimStatus.APPROVED:
        _let_in(claim, by)
    elif status == ClaimStatus.REJECTED:
        write_rejection(claim)
    if status != ClaimStatus.NEW:
        claim.handled_by, claim.handled_at = by, timezone.now()
        claim.name = claim.own_email = claim.position = claim.evidence = ""
    claim.save()
    log(instance=claim, action="wagtail.edit", user=by, content_changed=True)


def _let_in(claim: Claim, by: ByUser) -> None:
    there = User.objects.filter(email__iexact=claim.own_email).first()
    if there is None:
        first_name, _, last_name = claim.name.rpartition(" ")
        invite_responsible(
            email=claim.own_email,
            first_name=(first_name or last_name)[:150],
            last_name=(last_name if first_name else "")[:150],
            role=Role.ASSOCIATION,
            target={"organisation": claim.organisation},
            trusted=False,
            by=by,
        )
        return
    there.groups.add(Group.objects.get(name=Role.ASSOCIATION.group_name))
    responsibility, made = Responsibility.objects.get_or_create(user=there, organisation=claim.organisation)
    if made:
        log(instance=responsibility, action="wagtail.create", user=by)
    write_welcome(claim)


@transaction.atomic
def purge_claims(*, now: datetime, by: None = None) -> Purged:
    """Delete claims that nobody has answered for 90 days, and answered ones after `SUGGESTIONS_KEPT_DAYS`."""
    unanswered, _by_model = Claim.objects.filter(status=ClaimStatus.NEW, created_at__lt=now - PERSON_KEPT).delete()
    kept = timedelta(days=settings.SUGGESTIONS_KEPT_DAYS)
    done = Claim.objects.exclude(status=ClaimStatus.NEW).filter(handled_at__lt=now - kept)
    answered, _by_model = done.delete()
    return Purged(unanswered, answered)
