"""A heading within a page."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class HeadingBlock(blocks.CharBlock):
    """Second-level: the page's title is the first."""

    class Meta:
        label = _("Overskrift")
        icon = "title"
        template = "blocks/heading.html"
