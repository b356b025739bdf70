"""What the referrals keep."""

from .append_only import AppendOnly
from .consent import Consent
from .contact import Contact
from .forgotten import ForgottenReferral
from .overdue_letter import OverdueLetter
from .read import ReferralRead
from .referral import Referral
from .referral_activity import ReferralActivity
from .slip import MOST_ENTRIES, Slip, SlipEntry
from .step import ReferralStep
from .unit import Unit, UnitMember

__all__ = [
    "MOST_ENTRIES",
    "AppendOnly",
    "Consent",
    "Contact",
    "ForgottenReferral",
    "OverdueLetter",
    "Referral",
    "ReferralActivity",
    "ReferralRead",
    "ReferralStep",
    "Slip",
    "SlipEntry",
    "Unit",
    "UnitMember",
]
