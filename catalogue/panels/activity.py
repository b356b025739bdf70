"""The form of an activity: what, when, where, for whom, joining and price, accessibility, picture, editors' own."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    PublishingPanel,
)
from wagtail.admin.widgets import AdminAutoHeightTextInput

from ..forms.activity import ActivityForm
from ..forms.rows import DistinctDates, DistinctLanguages
from ..forms.widgets import ColumnCheckboxes
from .advice import AdvicePanel, AdvisedForm, read
from .parts import CheckedInlinePanel, accessibility, section, slug, title

WHAT = section(
    _("Hvad er det?"),
    FieldPanel("organisation", help_text=_("Hvem står bag? For eksempel Ældre Sagen i Korsør.")),
    FieldRowPanel(
        [FieldPanel("type", required_on_save=True), FieldPanel("character", required_on_save=True)],
        help_text=_(
            "Opsøgende: nogen kommer til dig. Forebyggende: inden ensomheden får fat. Relationel: varig kontakt."
        ),
    ),
    read(
        "summary",
        # All of it is seen while one writes.
        widget=AdminAutoHeightTextInput(attrs={"rows": 2}),
        help_text=_(
            "Højst 160 tegn. Sig, hvad man laver, og med hvem. For eksempel: »Vi går en tur og drikker kaffe.«"
        ),
    ),
    read(
        "description",
        help_text=_(
            "Skriv til »du«, som om du fortalte det til en nabo. For eksempel: »Vi er omkring ti, og der er plads "
            "til en til.« En tom linje giver et nyt afsnit."
        ),
    ),
    read(
        "first_visit",
        help_text=_(
            "Hvem tager imod, hvor går man hen, hvad skal man have med? For eksempel: »Lone står i døren kl. 10. Tag "
            "gode sko på.«"
        ),
    ),
)

FOR_WHOM = section(
    _("For hvem?"),
    FieldPanel("target_groups"),
    FieldPanel("interests"),
    FieldRowPanel(
        [FieldPanel("age_min"), FieldPanel("age_max")],
        help_text=_("Lad begge stå tomme, når alle kan være med."),
    ),
    FieldPanel("languages", widget=ColumnCheckboxes),
)

WHERE = section(
    _("Hvor?"),
    FieldPanel("delivery"),
    FieldPanel("venue", help_text=_("Vælg på listen. Mangler stedet, så opret det under Steder.")),
    FieldPanel("areas", required_on_save=False),
)

SCHEDULES = InlinePanel(
    "schedules",
    label=_("tidspunkt"),
    heading=_("Faste tidspunkter"),
    help_text=_("En linje for hvert tidspunkt. Ret dem her, eller skriv dem i ord ovenfor."),
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
        FieldRowPanel([FieldPanel("not_in", widget=ColumnCheckboxes), FieldPanel("exdates")]),
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

WHEN = section(
    _("Hvornår?"),
    FieldPanel("times"),
    AdvicePanel("times", heading=_("De næste gange")),
    FieldPanel(
        "schedule_text",
        help_text=_("Kun når det ikke følger en fast regel. For eksempel: »Efter aftale« eller »Altid åbent«."),
    ),
    SCHEDULES,
    EXCEPTIONS,
)

JOINING = section(
    _("Sådan kommer man med"),
    FieldPanel("signup", required_on_save=True, help_text=_("Hvad skal man gøre, inden man møder op første gang?")),
    FieldPanel("referrers"),
    FieldRowPanel(
        [FieldPanel("capacity"), FieldPanel("places_left")],
        help_text=_("Lad begge stå tomme, når der er plads til alle."),
    ),
    FieldRowPanel(
        [FieldPanel("price_dkk"), FieldPanel("price_text")],
        help_text=_("I ord kan der stå, hvad prisen dækker. For eksempel: »40 kr. med kaffe«."),
    ),
    FieldPanel("contact_name", help_text=_("En rolle, ikke en persons navn. For eksempel »turlederen«.")),
    FieldRowPanel(
        [FieldPanel("contact_phone"), FieldPanel("contact_email")],
        help_text=_("Er telefon og mail tomme, vises arrangørens."),
    ),
)

ACCESSIBILITY = section(
    _("Tilgængelighed"),
    AdvicePanel("accessibility", heading=_("Fra stedet")),
    accessibility(_("Svar kun på det, der er anderledes end på stedet. Det, I ikke ved, skal ikke have en linje.")),
)

PICTURE = section(
    _("Billede"),
    FieldPanel("image", help_text=_("Vis stedet eller det, I laver. Spørg dem, der kan kendes på billedet.")),
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

EDITORS = section(
    _("Redaktion"),
    FieldRowPanel([FieldPanel("status", required_on_save=True), FieldPanel("paused_until")]),
    FieldPanel("status_note", help_text=_("Det vises for alle. For eksempel: »Vi holder sommerferie til 11. august.«")),
    FieldRowPanel([FieldPanel("verified_on"), FieldPanel("verified_by")]),
    slug(),
)

ACTIVITY = AdvisedForm(
    [
        title("title", _("Hvad hedder det? *")),
        AdvicePanel("completeness", heading=_("Hvad mangler?")),
        AdvicePanel("similar", heading=_("Findes det allerede?")),
        WHAT,
        WHEN,
        WHERE,
        FOR_WHOM,
        JOINING,
        ACCESSIBILITY,
        PICTURE,
        LANGUAGES,
        EDITORS,
        PublishingPanel(),
    ],
    base_form_class=ActivityForm,
)
