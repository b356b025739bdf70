"""The form of an activity: what, for whom, where, when, joining and price, accessibility, contact, status."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    PublishingPanel,
)

from ..forms.activity import ActivityForm
from ..forms.rows import DistinctDates, DistinctLanguages
from ..forms.widgets import ColumnCheckboxes
from .parts import CheckedInlinePanel, accessibility, slug, title

WHAT = MultiFieldPanel(
    [
        FieldPanel("organisation"),
        FieldRowPanel(
            [FieldPanel("type", required_on_save=True), FieldPanel("character", required_on_save=True)],
            help_text=_(
                "Opsøgende: nogen kommer til dig. Forebyggende: inden ensomheden får fat. Relationel: varig kontakt."
            ),
        ),
        FieldPanel("summary"),
        FieldPanel("description"),
        FieldPanel("first_visit"),
        FieldPanel("image"),
    ],
    heading=_("Hvad er det?"),
)

FOR_WHOM = MultiFieldPanel(
    [
        FieldPanel("target_groups"),
        FieldPanel("interests"),
        FieldRowPanel([FieldPanel("age_min"), FieldPanel("age_max")]),
        FieldPanel("languages", widget=ColumnCheckboxes),
    ],
    heading=_("For hvem?"),
)

WHERE = MultiFieldPanel(
    [FieldPanel("delivery"), FieldPanel("venue"), FieldPanel("areas", required_on_save=False)],
    heading=_("Hvor?"),
)

SCHEDULES = InlinePanel(
    "schedules",
    label=_("tidspunkt"),
    heading=_("Faste tidspunkter"),
    help_text=_("En linje for hvert tidspunkt. Er det efter aftale eller altid åbent, så skriv det i ord i stedet."),
    panels=[
        FieldRowPanel([FieldPanel("starts_on"), FieldPanel("starts_at"), FieldPanel("minutes")]),
        FieldPanel(
            "rrule",
            help_text=_(
                "Tom: kun én gang. FREQ=WEEKLY: hver uge. FREQ=WEEKLY;INTERVAL=2: hver anden uge. "
                "FREQ=MONTHLY;BYDAY=2MO: den 2. mandag i måneden (MO TU WE TH FR SA SU). "
                ";UNTIL=20270630 bagefter: til og med 30. juni 2027."
            ),
        ),
        FieldPanel("exdates"),
    ],
)

EXCEPTIONS = CheckedInlinePanel(
    "date_exceptions",
    label=_("gang"),
    heading=_("Aflyste og flyttede gange"),
    formset=DistinctDates,
    panels=[
        FieldRowPanel(
            [
                FieldPanel("original_date"),
                FieldPanel("original_time"),
                FieldPanel("kind", required_on_save=True),
            ]
        ),
        FieldPanel("reason"),
        FieldRowPanel([FieldPanel("moved_to_date"), FieldPanel("moved_to_time"), FieldPanel("minutes")]),
    ],
)

WHEN = MultiFieldPanel([FieldPanel("schedule_text"), SCHEDULES, EXCEPTIONS], heading=_("Hvornår?"))

JOINING = MultiFieldPanel(
    [
        FieldPanel("signup", required_on_save=True),
        FieldPanel("referrers"),
        FieldRowPanel([FieldPanel("capacity"), FieldPanel("places_left")]),
        FieldRowPanel([FieldPanel("price_dkk"), FieldPanel("price_text")]),
    ],
    heading=_("Hvordan kommer man med, og hvad koster det?"),
)

CONTACT = MultiFieldPanel(
    [FieldPanel("contact_name"), FieldRowPanel([FieldPanel("contact_phone"), FieldPanel("contact_email")])],
    heading=_("Hvem kan man spørge?"),
    help_text=_("Er telefon og mail tomme, vises arrangørens."),
)

LANGUAGES = MultiFieldPanel(
    [
        CheckedInlinePanel(
            "translations",
            label=_("tekst"),
            formset=DistinctLanguages,
            panels=[FieldPanel("language", required_on_save=True), FieldPanel("title"), FieldPanel("text")],
        )
    ],
    heading=_("På andre sprog"),
    help_text=_("Teksterne samles på en side for hvert sprog, så folk kan finde dem."),
)

STATUS = MultiFieldPanel(
    [
        FieldRowPanel([FieldPanel("status", required_on_save=True), FieldPanel("paused_until")]),
        FieldRowPanel([FieldPanel("verified_on"), FieldPanel("verified_by")]),
        FieldPanel("status_note"),
        slug(),
    ],
    heading=_("Status og bekræftelse"),
)

ACTIVITY = ObjectList(
    [
        title("title", _("Hvad hedder det? *")),
        WHAT,
        FOR_WHOM,
        WHERE,
        WHEN,
        JOINING,
        accessibility(_("Svar kun på det, der er anderledes end på stedet. Det, I ikke ved, skal ikke have en linje.")),
        CONTACT,
        LANGUAGES,
        STATUS,
        PublishingPanel(),
    ],
    base_form_class=ActivityForm,
)
