"""What the referrals keep."""

from .append_only import AppendOnly
from .consent import Consent
from .contact import Contact
from .escort import Escort
from .escort_arrangement import EscortArrangement
from .follow_up import MONTHS, FollowUp
from .forgotten import ForgottenReferral
from .outcome import Outcome
from .outcome_count import OutcomeCount
from .overdue_letter import OverdueLetter
from .read import ReferralRead
from .referral import Referral
from .referral_activity import ReferralActivity
from .slip import MOST_ENTRIES, Slip, SlipEntry
from .step import ReferralStep
from .unit import Unit, UnitMember
from .waiting_line import WaitingLine

__all__ = [
    "MONTHS",
    "MOST_ENTRIES",
    "AppendOnly",
    "Consent",
    "Contact",
    "Escort",
    "EscortArrangement",
    "FollowUp",
    "ForgottenReferral",
    "OverdueLetter",
    "Outcome",
    "OutcomeCount",
    "Referral",
    "ReferralActivity",
    "ReferralRead",
    "ReferralStep",
    "Slip",
    "SlipEntry",
    "Unit",
    "UnitMember",
    "WaitingLine",
]
