"""A picture in the text."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageBlock


class DescribedImageBlock(ImageBlock):
    """Wagtail's choice of an image and what it shows, whose first label it leaves in English."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.child_blocks["image"].label = _("Billede")


class PictureBlock(blocks.StructBlock):
    """A picture with words for those who cannot see it, and perhaps a caption."""

    image = DescribedImageBlock(label=_("Billede"))
    caption = blocks.CharBlock(label=_("Billedtekst"), required=False, max_length=160)

    class Meta:
        label = _("Billede")
        icon = "image"
        template = "blocks/picture.html"
