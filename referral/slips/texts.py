"""The slip in a text message, in a mail, and in a record: words to copy, none of them about the person.

In Danish, whatever the interface: the record is Danish, and so is what stands on the slip.
"""

from __future__ import annotations

from textwrap import shorten

from catalogue.sharing.sms import fitted

from .content import SlipContent, SlipItem

MOST_TITLE = 60


def sms_text(content: SlipContent) -> str:
    """At most two messages: what it is, the activities as far as there is room, and the short address."""
    pieces = [_named(item) for item in content.items]
    return fitted(content.danish.heading, pieces, content.address)


def mail_text(content: SlipContent) -> str:
    """The activities with when, where and whom to ring."""
    paragraphs = ["\n".join(_lines(item)) for item in content.items]
    return "\n\n".join([*paragraphs, f"Alt sammen på nettet til {content.open_until}: {content.address}"])


def record_text(content: SlipContent) -> str:
    """For the medical record: what was proposed, when, and the codes that find it again."""
    lines = [f"{number}. {item.title} ({item.code})" for number, item in enumerate(content.items, start=1)]
    return "\n".join(
        [
            f"Foreslået fra indsatskataloget {content.made}: {len(lines)} tilbud.",
            *lines,
            f"Seddel: {content.readable}, åben til {content.open_until}.",
        ]
    )


def _named(item: SlipItem) -> str:
    """Short enough that a long title does not cost all the others their place."""
    return " ".join(filter(None, [shorten(item.title, MOST_TITLE, placeholder="..."), item.contact.phone]))


def _lines(item: SlipItem) -> list[str]:
    ask = f"Ring {item.contact.phone}" if item.contact.phone else item.contact.email
    return [line for line in (item.title, item.when, ", ".join([item.where, *item.way[:1]]), ask, item.short) if line]
