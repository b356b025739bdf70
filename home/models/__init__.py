"""The portal's pages and its site settings."""

from .base_page import BasePage
from .campaign_page import CampaignActivity, CampaignDate, CampaignPage
from .contact_page import ContactPage
from .front_page import FrontPage
from .guide_page import GuidePage
from .information_page import InformationPage
from .letter import Letter
from .news_pages import NewsIndexPage, NewsPage
from .partners_page import Partner, PartnersPage
from .reading_page import ReadingPage
from .site_settings import SiteSettings
from .talk_pages import Subject, TalkIndexPage, TalkPage, TalkSubject
from .theme_page import ThemePage

__all__ = [
    "BasePage",
    "CampaignActivity",
    "CampaignDate",
    "CampaignPage",
    "ContactPage",
    "FrontPage",
    "GuidePage",
    "InformationPage",
    "Letter",
    "NewsIndexPage",
    "NewsPage",
    "Partner",
    "PartnersPage",
    "ReadingPage",
    "SiteSettings",
    "Subject",
    "TalkIndexPage",
    "TalkPage",
    "TalkSubject",
    "ThemePage",
]
