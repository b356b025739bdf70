"""What an editor agrees with an organisation about being asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from wagtail.log_actions import log

from catalogue.models import Organisation

from ...models import FreshnessAgreement

if TYPE_CHECKING:
    from accounts.models import User

AGREED = "freshness.agreed"


@transaction.atomic
def agree(*, organisation: Organisation, email: str, on_hold: bool, note: str, by: User) -> FreshnessAgreement:
    """Keep where the organisation's letters go, and whether it gets any."""
    agreement, _made = FreshnessAgreement.objects.update_or_create(
        organisation=organisation, defaults={"email": email, "on_hold": on_hold, "note": note}
    )
    log(instance=organisation, action=AGREED, user=by, data={"email": email, "on_hold": on_hold, "note": note})
    return agreement
