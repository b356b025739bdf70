"""The phone number that people answer."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class CallBlock(blocks.StaticBlock):
    """Shows the portal's phone number from its settings."""

    class Meta:
        label = _("Ring til et menneske")
        icon = "mobile-alt"
        admin_text = _("Viser portalens telefonnummer.")
        template = "blocks/call.html"
