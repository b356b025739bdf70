"""What the editorial work keeps. What readers and associations write is deleted again when it has been handled."""

from .bulk_change import BulkChange
from .claim import Claim
from .error_report import MOST_CONTACT, MOST_NOTE, MOST_WORDS, ErrorReport
from .freshness import FreshnessAgreement, FreshnessLetter, FreshnessQuestion, FreshnessRound
from .outgoing_link import LinkUse, OutgoingLink
from .suggestion import Suggestion

__all__ = [
    "MOST_CONTACT",
    "MOST_NOTE",
    "MOST_WORDS",
    "BulkChange",
    "Claim",
    "ErrorReport",
    "FreshnessAgreement",
    "FreshnessLetter",
    "FreshnessQuestion",
    "FreshnessRound",
    "LinkUse",
    "OutgoingLink",
    "Suggestion",
]
