"""The catalogue: activities, who runs them, where and when, for whom."""

from .accessibility import (
    AccessibilityAnswer,
    ActivityAccessibility,
    VenueAccessibility,
)
from .activity import Activity
from .approval import PublisherApprovalTask
from .area import Area, AreaPostcode
from .holidays import HolidayCalendar, HolidaySpan
from .identity import FormerSlug
from .organisation import Organisation
from .programme_event import ProgrammeEvent
from .responsibility import Responsibility
from .schedule import DateException, Schedule
from .sheet_import import SheetImport, SheetImportRow
from .translation import ActivityTranslation
from .venue import Venue
from .vocabularies import ActivityInterest, ActivityTargetGroup, Interest, TargetGroup

__all__ = [
    "AccessibilityAnswer",
    "Activity",
    "ActivityAccessibility",
    "ActivityInterest",
    "ActivityTargetGroup",
    "ActivityTranslation",
    "Area",
    "AreaPostcode",
    "DateException",
    "FormerSlug",
    "HolidayCalendar",
    "HolidaySpan",
    "Interest",
    "Organisation",
    "ProgrammeEvent",
    "PublisherApprovalTask",
    "Responsibility",
    "Schedule",
    "SheetImport",
    "SheetImportRow",
    "TargetGroup",
    "Venue",
    "VenueAccessibility",
]
