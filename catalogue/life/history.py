"""What the history says of a change that took effect at once."""

from __future__ import annotations

import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import BaseLogEntry

from ..actions.end_entry import END
from ..actions.pause_entry import PAUSE
from ..actions.resume_entry import RESUME
from ..actions.set_places_left import PLACES
from ..actions.single_dates import CANCEL, MOVE, RESTORE
from ..actions.split_entry import SPLIT, SPLIT_OFF
from ..actions.verify_entry import VERIFY
from ..recurrence.words import full_date
from .dates import moment_words


class _Formatter(LogFormatter):
    """A formatter whose sentence is made of what was written down."""

    def format_message(self, entry: BaseLogEntry) -> str:
        return self.words(entry.data or {})

    def words(self, data: dict[str, Any]) -> str:
        raise NotImplementedError


class Verified(_Formatter):
    label = gettext_lazy("Bekræft")

    def words(self, data: dict[str, Any]) -> str:
        if data.get("who"):
            return _("Bekræftet af %(who)s: det passer stadig") % {"who": data["who"]}
        return _("Bekræftet: det passer stadig")


class Paused(_Formatter):
    label = gettext_lazy("Sæt på pause")

    def words(self, data: dict[str, Any]) -> str:
        if not data.get("until"):
            return _with_reason(_("Sat på pause"), data)
        until = full_date(datetime.date.fromisoformat(data["until"]))
        return _with_reason(_("Sat på pause til og med %(day)s") % {"day": until}, data)


class Resumed(_Formatter):
    label = gettext_lazy("Sæt i gang igen")

    def words(self, data: dict[str, Any]) -> str:
        if not data.get("until"):
            return _("Sat i gang igen")
        until = full_date(datetime.date.fromisoformat(data["until"]))
        return _("Sat i gang igen af sig selv: pausen varede til og med %(day)s") % {"day": until}


class Ended(_Formatter):
    label = gettext_lazy("Meld ophørt")

    def words(self, data: dict[str, Any]) -> str:
        return _with_reason(_("Meldt ophørt"), data)


class Places(_Formatter):
    label = gettext_lazy("Ret ledige pladser")

    def words(self, data: dict[str, Any]) -> str:
        before, after = (data.get(name) for name in ("before", "after"))
        unknown = _("ukendt")
        return _("Ledige pladser: %(before)s → %(after)s") % {
            "before": unknown if before is None else before,
            "after": unknown if after is None else after,
        }


class Cancelled(_Formatter):
    label = gettext_lazy("Aflys en gang")

    def words(self, data: dict[str, Any]) -> str:
        return _with_reason(_("Aflyst: %(when)s") % {"when": _moment(data["start"])}, data)


class Moved(_Formatter):
    label = gettext_lazy("Flyt en gang")

    def words(self, data: dict[str, Any]) -> str:
        words = _("Flyttet: %(when)s til %(to)s") % {"when": _moment(data["start"]), "to": _moment(data["to"])}
        return _with_reason(words, data)


class Restored(_Formatter):
    label = gettext_lazy("Fortryd en aflysning eller flytning")

    def words(self, data: dict[str, Any]) -> str:
        return _("Som planlagt igen: %(when)s") % {"when": _moment(data["start"])}


class Split(_Formatter):
    label = gettext_lazy("Del i to")

    def words(self, data: dict[str, Any]) -> str:
        return _("Delt i to: nogle af tidspunkterne er nu »%(title)s«") % {"title": data["title"]}


class SplitOff(_Formatter):
    label = gettext_lazy("Del fra en anden")

    def words(self, data: dict[str, Any]) -> str:
        return _("Delt fra »%(title)s«") % {"title": data["title"]}


FORMATTERS: dict[str, type[_Formatter]] = {
    VERIFY: Verified,
    PAUSE: Paused,
    RESUME: Resumed,
    END: Ended,
    PLACES: Places,
    CANCEL: Cancelled,
    MOVE: Moved,
    RESTORE: Restored,
    SPLIT: Split,
    SPLIT_OFF: SplitOff,
}


def register(actions: LogActionRegistry) -> None:
    """Tells the history of every one of them."""
    for action, formatter in FORMATTERS.items():
        actions.register_action(action)(formatter)


def _with_reason(words: str, data: dict[str, Any]) -> str:
    return f"{words} ({data['reason']})" if data.get("reason") else words


def _moment(text: str) -> str:
    return moment_words(datetime.datetime.fromisoformat(text))
