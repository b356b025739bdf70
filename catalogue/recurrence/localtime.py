"""Between the clock on the wall in Denmark and moments in time."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Europe/Copenhagen")


def moment(local: datetime) -> datetime:
    """Return the aware moment at which the clock on the wall shows `local` (naive).

    RFC 5545, 3.3.5: a time that the change to summer time skips is read with the offset that held before
    the gap (2.30 becomes 3.30); a time that comes twice in autumn means the first of the two.
    """
    return local.replace(tzinfo=ZONE, fold=0).astimezone(UTC).astimezone(ZONE)


def wall_clock(aware: datetime) -> datetime:
    """Return what the clock on the wall in Denmark shows at `aware`, naive."""
    return aware.astimezone(ZONE).replace(tzinfo=None, fold=0)
