"""Something to do one step at a time."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class StepBlock(blocks.StructBlock):
    """One step."""

    heading = blocks.CharBlock(label=_("Hvad gør du?"), max_length=80)
    text = blocks.TextBlock(label=_("Tekst"), rows=3)


class StepsBlock(blocks.ListBlock):
    """Numbered steps, in their order."""

    def __init__(self, **kwargs: object) -> None:
        super().__init__(StepBlock(), min_num=2, max_num=10, **kwargs)

    class Meta:
        label = _("Trin for trin")
        icon = "list-ol"
        template = "blocks/steps.html"
