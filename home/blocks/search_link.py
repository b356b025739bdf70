"""A way from a page into the catalogue."""

from urllib.parse import urlencode

from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from catalogue.choices import ActivityType


class SearchLinkValue(blocks.StructValue):
    """Knows the address of the search it names."""

    @property
    def address(self) -> str:
        """The search results, or one of the three parts when only that is chosen."""
        words, part = self.get("words"), self.get("part")
        if part and not words:
            return reverse("search:part", kwargs={"part": ActivityType(part).path})
        query = {"q": words, "type": part}
        return f"{reverse('search:results')}?{urlencode({name: value for name, value in query.items() if value})}"


class SearchLinkBlock(blocks.StructBlock):
    """A button that shows activities: by words, by part, or both."""

    label = blocks.CharBlock(label=_("Det, der står på knappen"), max_length=80)
    words = blocks.CharBlock(
        label=_("Søg efter"), required=False, max_length=120, help_text=_("Skriv, som du ville søge: gåtur i Korsør.")
    )
    part = blocks.ChoiceBlock(label=_("Del af kataloget"), required=False, choices=ActivityType.choices)

    def clean(self, value: SearchLinkValue) -> SearchLinkValue:
        cleaned = super().clean(value)
        if not cleaned.get("words") and not cleaned.get("part"):
            raise blocks.StructBlockValidationError(
                block_errors={"words": ValidationError(_("Skriv, hvad der skal søges efter, eller vælg en del."))}
            )
        return cleaned

    class Meta:
        label = _("Vis aktiviteter")
        icon = "search"
        template = "blocks/search_link.html"
        value_class = SearchLinkValue
