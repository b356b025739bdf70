"""What an activity lacks before citizens can use it. A draft may lack anything; what is published may not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from .choices import Delivery, SignUp

if TYPE_CHECKING:
    from .models import Activity


def missing(activity: Activity, *, has_schedule: bool) -> dict[str, str]:
    """Field → what to do about it, in Danish; empty when the activity can be published."""
    found = {**_missing_contact(activity)}
    if activity.signup == SignUp.REFERRAL and not activity.referrers:
        found["referrers"] = _("Man skal henvises. Vælg, hvem der kan henvise.")
    if not has_schedule and not activity.schedule_text.strip():
        found["schedule_text"] = _("Skriv, hvornår det er: tilføj et tidspunkt herunder, eller skriv det i ord.")
    return found


def advice(activity: Activity) -> list[str]:
    """What would make the published entry better, in Danish sentences."""
    found = []
    if Delivery.IN_PERSON in activity.delivery and not activity.venue_id:
        found.append(_("Man møder op, men der er ikke valgt et sted. Vælg et, eller skriv i teksten, hvor man mødes."))
    if activity.verified_on is None:
        found.append(_("Der står ikke, hvornår arrangøren sidst bekræftede oplysningerne."))
    return found


def _missing_contact(activity: Activity) -> dict[str, str]:
    organisation = activity.organisation if activity.organisation_id else None
    phone = activity.contact_phone or (organisation and organisation.phone)
    email = activity.contact_email or (organisation and organisation.email)
    if activity.signup == SignUp.PHONE and not phone:
        return {"contact_phone": _("Man skal ringe for at komme med. Skriv nummeret.")}
    if activity.signup == SignUp.MAIL and not email:
        return {"contact_email": _("Man skal skrive en mail for at komme med. Skriv mailadressen.")}
    if not (phone or email):
        return {"contact_phone": _("Skriv et telefonnummer eller en mailadresse, så folk kan spørge.")}
    return {}
