"""All pieces together, in the order an editor chooses."""

from wagtail import blocks

from .activities import ActivitiesBlock
from .call import CallBlock
from .contact import ContactBlock
from .heading import HeadingBlock
from .notice import NoticeBlock
from .page_links import PageLinksBlock
from .picture import PictureBlock
from .search_link import SearchLinkBlock
from .steps import StepsBlock
from .text import TextBlock


class BodyBlock(blocks.StreamBlock):
    """What a page to read may hold."""

    heading = HeadingBlock()
    text = TextBlock()
    steps = StepsBlock()
    notice = NoticeBlock()
    picture = PictureBlock()
    search_link = SearchLinkBlock()
    activities = ActivitiesBlock()
    pages = PageLinksBlock()
    contact = ContactBlock()
    call = CallBlock()
