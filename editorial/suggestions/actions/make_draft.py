"""A suggestion becomes a draft of an activity."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.text import Truncator
from wagtail.log_actions import log

from catalogue.choices import ActivityType, Character, Delivery, SignUp
from catalogue.models import Activity, Organisation
from catalogue.slugs import free_slug

from ...models import Suggestion
from ..queries import venue_of

if TYPE_CHECKING:
    from accounts.models import User

FREE = {"gratis", "det er gratis", "0", "0 kr", "0 kr.", "free"}


@transaction.atomic
def make_draft(*, suggestion: Suggestion, organisation: Organisation, by: User | None) -> Activity:
    """Make an unpublished activity of what was typed, and tie it to the suggestion.

    Which part of the catalogue it is and its character are guesses, for the editor to look at. `by` is None when it is
    made as the suggestion comes in.
    """
    venue = venue_of(suggestion.place)
    title = suggestion.title
    draft = Activity(
        title=title,
        slug=free_slug(Activity, title),
        summary=Truncator(" ".join(suggestion.description.split())).chars(160),
        description=_description(suggestion, placed=venue is not None),
        type=ActivityType.RELATIONAL,
        character=Character.COMMUNITY,
        organisation=organisation,
        venue=venue,
        areas=[suggestion.area] if suggestion.area else [],
        delivery=[Delivery.IN_PERSON],
        schedule_text=suggestion.time,
        price_dkk=Decimal(0) if suggestion.price.strip().casefold() in FREE else None,
        price_text=suggestion.price,
        signup=_signup(suggestion),
        contact_phone=suggestion.phone,
        contact_email=suggestion.email,
        live=False,
    )
    draft.save()
    log(instance=draft, action="wagtail.create", user=by, content_changed=True)
    draft.save_revision(user=by)
    suggestion.organisation, suggestion.draft = organisation, draft
    suggestion.save(update_fields=["organisation", "draft"])
    return draft


def _description(suggestion: Suggestion, *, placed: bool) -> str:
    """What was typed; a place that the catalogue does not know stands at the end, for the editor to make one of."""
    parts = [suggestion.description.strip()]
    return "\n\n".join(parts if placed else [*parts, f"Sted: {suggestion.place}"])


def _signup(suggestion: Suggestion) -> SignUp:
    if suggestion.phone:
        return SignUp.PHONE
    return SignUp.MAIL if suggestion.email else SignUp.NONE
