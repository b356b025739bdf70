"""What a page offers to pass it on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from ..models import Activity
from .addresses import readable
from .messages import mail_address, mail_of, short_address, sms_address, sms_of
from .qr import Qr, qr_of


@dataclass(frozen=True, slots=True)
class Share:
    """Ways to pass a page on. `address` is whole, `readable` as people type it; `sms` and `mail` open a message.

    `short` tells whether the address can be written down by hand.
    """

    title: str
    address: str
    sms: str
    mail: str
    qr: Qr
    short: bool = True

    @property
    def readable(self) -> str:
        return readable(self.address)


def share_of(activity: Activity, now: datetime) -> Share:
    """How to pass an activity on, as it stands at `now` (aware)."""
    address = short_address(activity)
    return Share(
        title=activity.title,
        address=address,
        sms=sms_address(sms_of(activity, now)),
        mail=mail_address(activity.title, mail_of(activity, now)),
        qr=qr_of(address),
    )
