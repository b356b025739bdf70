"""What the ideas of the data files are called in a chip, so that other languages can say it too."""

from __future__ import annotations

from django.utils.translation import gettext, gettext_noop

from catalogue.presenters.terms import term_words

# Of concepts about people, and of constraints that stand for several values: chips show no others.
LABELS = frozenset(
    {
        gettext_noop("Ældre"),
        gettext_noop("Unge"),
        gettext_noop("Unge voksne"),
        gettext_noop("Studerende"),
        gettext_noop("Børnefamilier"),
        gettext_noop("Alene med børn"),
        gettext_noop("Barsel og små børn"),
        gettext_noop("Mænd"),
        gettext_noop("Kvinder"),
        gettext_noop("Pårørende"),
        gettext_noop("Demens"),
        gettext_noop("Svært indeni"),
        gettext_noop("Angst"),
        gettext_noop("Depression"),
        gettext_noop("Stress"),
        gettext_noop("Hjerneskade"),
        gettext_noop("Lungesygdom"),
        gettext_noop("Kræft"),
        gettext_noop("Langvarig sygdom"),
        gettext_noop("Smerter"),
        gettext_noop("Ser dårligt"),
        gettext_noop("Hører dårligt"),
        gettext_noop("Går dårligt"),
        gettext_noop("Udviklingshandicap"),
        gettext_noop("Autisme og ADHD"),
        gettext_noop("Alkohol og stoffer"),
        gettext_noop("Uden bolig"),
        gettext_noop("Uden arbejde"),
        gettext_noop("Ny i Danmark"),
        gettext_noop("Flygtninge"),
        gettext_noop("LGBT+"),
        gettext_noop("På plejehjem"),
        gettext_noop("Med hjemmepleje"),
        gettext_noop("Veteraner"),
        gettext_noop("Ny i byen"),
        gettext_noop("om dagen"),
        gettext_noop("weekend"),
        gettext_noop("hverdage"),
        gettext_noop("billig"),
    }
)


def label_words(label: str) -> str:
    """A label in the reader's language; one that editors have made is a vocabulary's, or Danish."""
    return gettext(label) if label in LABELS else term_words(label)
