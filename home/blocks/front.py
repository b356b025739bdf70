"""The pieces of the front page, below its search box."""

from wagtail import blocks

from .activities import ActivitiesBlock
from .call import CallBlock
from .campaign import CampaignBlock
from .doors import DoorsBlock
from .heading import HeadingBlock
from .news import NewsBlock
from .page_links import PageLinksBlock
from .picture import PictureBlock
from .search_link import SearchLinkBlock
from .text import TextBlock


class FrontBlock(blocks.StreamBlock):
    """What the front page may hold."""

    doors = DoorsBlock()
    activities = ActivitiesBlock()
    pages = PageLinksBlock()
    campaign = CampaignBlock()
    news = NewsBlock()
    heading = HeadingBlock()
    text = TextBlock()
    picture = PictureBlock()
    search_link = SearchLinkBlock()
    call = CallBlock()


# What the front page holds until an editor has put it together.
UNTOUCHED = [
    {"type": "doors", "value": None},
    {"type": "call", "value": None},
    {
        "type": "activities",
        "value": {"heading": "", "search": "sorter=naeste", "shown_as": "dates", "number": 6},
    },
]
