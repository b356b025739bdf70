"""Somebody one can get hold of."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class ContactBlock(blocks.StructBlock):
    """A name and at least one way to it."""

    name = blocks.CharBlock(label=_("Hvem?"), max_length=120)
    text = blocks.CharBlock(label=_("Hvad kan de hjælpe med?"), required=False, max_length=200)
    phone = blocks.CharBlock(label=_("Telefon"), required=False, max_length=30)
    hours = blocks.CharBlock(label=_("Åbent"), required=False, max_length=100)
    email = blocks.EmailBlock(label=_("Mail"), required=False)
    website = blocks.URLBlock(label=_("Hjemmeside"), required=False)

    def clean(self, value: blocks.StructValue) -> blocks.StructValue:
        cleaned = super().clean(value)
        if not any(cleaned.get(way) for way in ("phone", "email", "website")):
            raise blocks.StructBlockValidationError(
                block_errors={"phone": ValidationError(_("Skriv et nummer, en mail eller en hjemmeside."))}
            )
        return cleaned

    class Meta:
        label = _("Kontakt")
        icon = "user"
        template = "blocks/contact.html"
