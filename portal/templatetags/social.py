"""What is shown of a page where somebody sends its address on (Open Graph)."""

from __future__ import annotations

from django import template
from django.template import Context
from django.template.loader_tags import BLOCK_CONTEXT_KEY
from django.templatetags.static import static
from django.utils.safestring import SafeString

from catalogue.sharing.addresses import absolute
from images.models import CustomImage
from images.renditions import SOCIAL

register = template.Library()

STANDARD = "icons/social.png"


@register.simple_tag(takes_context=True)
def block_again(context: Context, name: str) -> SafeString | str:
    """What the page has put into the block of this name, once more; "" where the layout itself is the page."""
    blocks = context.render_context.get(BLOCK_CONTEXT_KEY)
    # What a block renders is escaped already, where it has to be.
    return SafeString(blocks.get_block(name).render(context).strip()) if blocks else ""


@register.simple_tag
def social_image(image: CustomImage | None = None) -> str:
    """The whole address of the picture: the given one around its focal point, or the portal's own."""
    return absolute(image.get_rendition(SOCIAL).url if image else static(STANDARD))


@register.simple_tag(takes_context=True)
def page_address(context: Context) -> str:
    """The whole address of the page, without what stands after a question mark; "" outside a request."""
    request = context.get("request")
    return absolute(request.path) if request else ""
