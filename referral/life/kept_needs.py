"""A person's needs as they are kept with a referral: no exact age, and the area beside them."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from ..needs import Needs, needs_from
from .choices import AgeSpan
from .referrers import referrer_of

if TYPE_CHECKING:
    from ..models import Referral

# These have columns of their own, or say more than is needed.
LEFT_OUT = ("age", "area", "language", "referrer")


def written_needs(needs: Needs) -> str:
    """The needs as JSON, without what is left out."""
    return json.dumps({name: value for name, value in asdict(needs).items() if value and name not in LEFT_OUT})


def read_needs(referral: Referral) -> Needs:
    """The needs again, as the unit that referred may meet them; the age is one in the middle of the span.

    What the lists no longer have is left out.
    """
    values = {
        **json.loads(referral.needs_kept or "{}"),
        "age": AgeSpan(referral.age_span).about,
        "area": referral.area.slug,
        "language": referral.language,
        "referrer": referrer_of(referral.referrer_kind),
    }
    try:
        return needs_from(values)
    except ValueError:
        left = ("age", "area", "referrer", "likes", "situation")
        return needs_from({name: values[name] for name in left if name in values})
