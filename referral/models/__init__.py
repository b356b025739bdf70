"""What the referrals keep."""

from .slip import MOST_ENTRIES, Slip, SlipEntry

__all__ = ["MOST_ENTRIES", "Slip", "SlipEntry"]
