"""Where to write to an organisation about a referral."""

from __future__ import annotations

from catalogue.models import Organisation, Responsibility


def addresses_of(organisation: Organisation) -> list[str]:
    """Its own mail address; else those of the people responsible for it; empty when there are none."""
    if organisation.email:
        return [organisation.email]
    people = Responsibility.objects.filter(organisation=organisation, user__is_active=True).exclude(user__email="")
    return sorted(set(people.values_list("user__email", flat=True)))
