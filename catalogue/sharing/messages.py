"""An activity in a text message and in a mail: what it is, when, where, whom to ring, where to read more."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from ..choices import Status
from ..feeds.words import location_words
from ..models import Activity
from ..presenters.contact import contact_of
from ..recurrence import wall_clock
from ..recurrence.activity import next_occurrence_of
from ..recurrence.words import date_words, sentence, time_words, weekday_name
from .addresses import absolute
from .codes import code_of
from .sms import fitted


@dataclass(frozen=True, slots=True)
class Told:
    """An activity in a few lines that stay true when they are read another day."""

    title: str
    when: str
    where: str
    ask: str
    link: str

    @property
    def lines(self) -> list[str]:
        """The lines that say something, the title first."""
        return [line for line in (self.title, self.when, self.where, self.ask, self.link) if line]


def told(activity: Activity, now: datetime) -> Told:
    """The activity in words, as it stands at `now` (aware)."""
    contact = contact_of(activity)
    ask = _("Ring %(phone)s") % {"phone": contact.phone} if contact.phone else contact.email
    return Told(activity.title, when_to_go(activity, now), location_words(activity), ask, short_address(activity))


def when_to_go(activity: Activity, now: datetime) -> str:
    """The next date by its name ("Mandag 23. november kl. 10-12"), never as "i morgen"; else what is said of it."""
    if activity.status != Status.ACTIVE:
        return str(activity.get_status_display())
    coming = next_occurrence_of(activity, after=now)
    if coming is None:
        return activity.schedule_text
    start, end = wall_clock(coming.start), wall_clock(coming.end)
    day = f"{weekday_name(start.weekday())} {date_words(start.date(), localdate(now))}"
    return sentence(f"{day} {time_words(start.time(), end.time())}")


def short_address(activity: Activity) -> str:
    """The whole short address of an activity."""
    return absolute(reverse("catalogue:short", kwargs={"code": code_of(activity.uuid)}))


def sms_address(body: str) -> str:
    """An address that opens a new text message; the stray & is how iPhones want it, others do not mind."""
    return f"sms:?&body={quote(body, safe='')}"


def mail_address(subject: str, body: str) -> str:
    """An address that opens a new mail (RFC 6068: line ends are written %0D%0A)."""
    return f"mailto:?subject={quote(subject, safe='')}&body={quote(body.replace(chr(10), chr(13) + chr(10)), safe='')}"


def sms_of(activity: Activity, now: datetime) -> str:
    """The text message about an activity, two messages long at most."""
    words = told(activity, now)
    return fitted(words.title, [words.when, words.ask, words.where, activity.schedule_text], words.link)


def mail_of(activity: Activity, now: datetime) -> str:
    """The mail about an activity."""
    words = told(activity, now)
    more = [activity.summary, activity.schedule_text]
    return "\n".join([words.title, *(line for line in more if line), "", *words.lines[1:]])
