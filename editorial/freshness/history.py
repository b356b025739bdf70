"""What the history says of what an organisation has answered, and of what silence has hidden."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import BaseLogEntry

from catalogue.actions.end_entry import END
from catalogue.actions.pause_entry import PAUSE

from .actions.again import WRITTEN
from .actions.agree import AGREED
from .actions.answer import CONFIRMED
from .actions.change import CORRECTED, SUBMITTED
from .actions.hide import HIDDEN


class Hidden(LogFormatter):
    """Says why the portal has taken an entry off by itself."""

    label = gettext_lazy("Skjult, fordi ingen har bekræftet det")

    def format_message(self, log_entry: BaseLogEntry) -> str:
        return _("Skjult: arrangøren har ikke svaret på et brev og en påmindelse")


class Confirmed(LogFormatter):
    """Says that an organisation has confirmed an entry from the mail."""

    label = gettext_lazy("Bekræftet af arrangøren")

    def format_message(self, log_entry: BaseLogEntry) -> str:
        return _("Arrangøren har svaret på en mail: det er stadig rigtigt")


class Corrected(LogFormatter):
    """Says what an organisation has corrected from the mail."""

    label = gettext_lazy("Rettet af arrangøren")

    def format_message(self, log_entry: BaseLogEntry) -> str:
        return _told(_("Arrangøren har rettet fra en mail"), log_entry)


class Submitted(LogFormatter):
    """Says what an organisation has sent for approval from the mail."""

    label = gettext_lazy("Sendt til godkendelse af arrangøren")

    def format_message(self, log_entry: BaseLogEntry) -> str:
        words = {PAUSE: _("Arrangøren vil sætte den på pause"), END: _("Arrangøren siger, at den er ophørt")}.get(
            log_entry.data.get("what"), _("Arrangøren har rettet fra en mail, og det venter på godkendelse")
        )
        if log_entry.data.get("on_a_draft"):
            words += ". " + _("Der lå en kladde i forvejen: den er med")
        return _told(words, log_entry)


class Agreed(LogFormatter):
    """Says what an editor has agreed with an organisation."""

    label = gettext_lazy("Aftale om friskhed")

    def format_message(self, log_entry: BaseLogEntry) -> str:
        data = log_entry.data
        words = _("Sat på hold: får ingen breve om friskhed") if data.get("on_hold") else _("Får breve om friskhed")
        return ". ".join(part for part in (words, data.get("email"), data.get("note")) if part)


class Written(LogFormatter):
    """Says that an editor has had an organisation written to."""

    label = gettext_lazy("Skrevet til om friskhed")

    def format_message(self, log_entry: BaseLogEntry) -> str:
        return _("Skrevet til %(to)s: er det stadig rigtigt?") % {"to": ", ".join(log_entry.data.get("to", []))}


FORMATTERS = {
    CONFIRMED: Confirmed,
    HIDDEN: Hidden,
    CORRECTED: Corrected,
    SUBMITTED: Submitted,
    AGREED: Agreed,
    WRITTEN: Written,
}


def register(actions: LogActionRegistry) -> None:
    """Tells the history of every one of them."""
    for action, formatter in FORMATTERS.items():
        actions.register_action(action)(formatter)


def _told(words: str, log_entry: BaseLogEntry) -> str:
    changes = [f"{label}: {old or '–'} → {new or '–'}" for label, old, new in log_entry.data.get("changes", [])]
    reason = [log_entry.data["reason"]] if log_entry.data.get("reason") else []
    return ". ".join([words, *changes, *reason])
