"""The steps of a guide."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .text import TextBlock


class GuideStepBlock(blocks.StructBlock):
    """One step: what one does, and more about it."""

    heading = blocks.CharBlock(label=_("Hvad gør du?"), max_length=80)
    text = TextBlock(label=_("Tekst"))

    class Meta:
        label = _("Trin")
        icon = "list-ol"


class GuideStepsBlock(blocks.StreamBlock):
    """Steps in their order."""

    step = GuideStepBlock()
