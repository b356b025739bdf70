"""The pieces that pages are put together of."""

from .body import BodyBlock
from .front import FrontBlock
from .guide_steps import GuideStepsBlock

__all__ = ["BodyBlock", "FrontBlock", "GuideStepsBlock"]
