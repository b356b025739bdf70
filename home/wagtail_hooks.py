"""What `home` adds to Wagtail."""

from wagtail import hooks
from wagtail.rich_text.feature_registry import FeatureRegistry

from .rich_text import KeptPageLinks


@hooks.register("register_rich_text_features", order=1)
def _page_links(features: FeatureRegistry) -> None:
    features.register_link_type(KeptPageLinks)
