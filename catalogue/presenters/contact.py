"""Whom to ask."""

from __future__ import annotations

from dataclasses import dataclass

from ..models import Activity, Organisation


@dataclass(frozen=True, slots=True)
class Contact:
    """A role or an organisation, with telephone, mail and website where there are any."""

    name: str
    phone: str
    email: str
    website: str = ""


def contact_of(activity: Activity) -> Contact:
    """The activity's own contact; the organisation's where it has none."""
    if activity.contact_phone or activity.contact_email:
        name = activity.contact_name or activity.organisation.name
        return Contact(name, activity.contact_phone, activity.contact_email)
    return contact_of_organisation(activity.organisation)


def contact_of_organisation(organisation: Organisation) -> Contact:
    """The organisation itself."""
    return Contact(organisation.name, organisation.phone, organisation.email, organisation.website)
