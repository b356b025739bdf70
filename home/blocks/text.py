"""Paragraphs and lists."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

FEATURES = ["bold", "link", "ul", "ol", "h3"]


class TextBlock(blocks.RichTextBlock):
    """Running text; short paragraphs are easier to read."""

    def __init__(self, **kwargs: object) -> None:
        super().__init__(features=FEATURES, **kwargs)

    class Meta:
        label = _("Tekst")
        icon = "pilcrow"
        template = "blocks/text.html"
