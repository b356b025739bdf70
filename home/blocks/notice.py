"""Something to notice, set apart from the text."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class NoticeBlock(blocks.StructBlock):
    """A heading and a few sentences."""

    heading = blocks.CharBlock(label=_("Overskrift"), max_length=80)
    text = blocks.TextBlock(label=_("Tekst"), rows=3)

    class Meta:
        label = _("Godt at vide")
        icon = "info-circle"
        template = "blocks/notice.html"
