"""The same in a text message and in a letter: words to copy, in Danish and, in short, in the person's language."""

from __future__ import annotations

from catalogue.sharing.sms import fitted

from .content import OwnPaper


def own_sms(content: OwnPaper) -> str:
    """At most two messages, in which nothing stands of what it is about."""
    danish, theirs = content.danish, content.theirs
    call = f", eller ring {content.phone}" if content.phone else ""
    first = f"{content.portal}: {danish.change}. Åbn adressen{call}."
    return fitted(first, [theirs.change] if theirs else [], content.address)


def own_letter(content: OwnPaper, unit: str) -> str:
    """A letter with the words that were agreed to."""
    danish, theirs = content.danish, content.theirs
    parts = [danish.heading]
    for occasion in content.occasions:
        yeses = [f"- {yes.wording}" for yes in occasion.yeses]
        parts.append("\n".join([f"{danish.said_yes}:", *yeses, f"{danish.when}: {occasion.when}"]))
    parts.append("\n".join([f"{danish.change}. {danish.how}", content.address]))
    if theirs:
        parts.append(f"{theirs.change}. {theirs.how}")
    if content.phone:
        parts.append(f"{danish.call} {content.phone}. {danish.number}: {content.reference}.")
    return "\n\n".join([*parts, f"Venlig hilsen\n{unit}"])
