"""Who runs it."""

from __future__ import annotations

from ..models import Activity, Organisation
from ..sharing.addresses import absolute
from .graph import Thing, thing


def organisation_thing(organisation: Organisation) -> Thing:
    """An organisation with all that its page says of it."""
    return {
        **_named(organisation),
        **thing(
            "Organization",
            description=organisation.summary,
            telephone=organisation.phone,
            email=organisation.email,
            sameAs=organisation.website,
        ),
    }


def organiser_of(activity: Activity) -> Thing:
    """The organisation behind an activity, with the role to ask about it."""
    contact = thing(
        "ContactPoint",
        contactType=activity.contact_name,
        telephone=activity.contact_phone,
        email=activity.contact_email,
        availableLanguage=list(activity.languages),
    )
    reachable = activity.contact_phone or activity.contact_email
    return {**_named(activity.organisation), **({"contactPoint": contact} if reachable else {})}


def _named(organisation: Organisation) -> Thing:
    return thing("Organization", name=organisation.name, url=absolute(organisation.get_absolute_url()))
