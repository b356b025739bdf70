"""The catalogue's closed lists; the stored values are those of the exchange format and of the addresses."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class ActivityType(models.TextChoices):
    """The catalogue's three parts; every activity is exactly one of them."""

    OUTREACH = "opsoegende", _("Opsøgende")
    PREVENTIVE = "forebyggende", _("Forebyggende")
    RELATIONAL = "relationel", _("Relationel")

    @property
    def path(self) -> str:
        """The part of the address that names this type."""
        return "relationelle" if self is ActivityType.RELATIONAL else str(self.value)

    @classmethod
    def from_path(cls, path: str) -> ActivityType:
        """The type that an address names; raises `ValueError` for any other word."""
        for member in cls:
            if member.path == path:
                return member
        raise ValueError(path)


class Character(models.TextChoices):
    """Whether people meet again, or just once."""

    COMMUNITY = "faellesskab", _("Fællesskab")
    EXPERIENCE = "oplevelse", _("Oplevelse")
    SUPPORT = "stoette", _("Støtte")


class Delivery(models.TextChoices):
    """How people take part."""

    IN_PERSON = "fremmoede", _("Du møder op")
    OUTDOORS = "udendoers", _("Ude i det fri")
    AT_HOME = "hjemme", _("Hjemme hos dig")
    BY_PHONE = "telefon", _("På telefon")
    ONLINE = "online", _("På nettet")

    @classmethod
    def without_a_place(cls) -> tuple[Delivery, ...]:
        """The forms that reach everybody in the areas served, whatever the distance."""
        return (cls.AT_HOME, cls.BY_PHONE, cls.ONLINE)


class SignUp(models.TextChoices):
    """How a person joins."""

    NONE = "ingen", _("Bare mød op")
    PHONE = "telefon", _("Ring")
    MAIL = "mail", _("Skriv en mail")
    WEB = "web", _("Tilmeld dig på nettet")
    REFERRAL = "henvisning", _("Du skal henvises")


class Referrer(models.TextChoices):
    """Who may propose the activity to a person."""

    SELF = "selv", _("Dig selv")
    RELATIVE = "paaroerende", _("En pårørende")
    GP = "laege", _("Din læge")
    MUNICIPALITY = "kommune", _("Kommunen")
    ANYONE = "alle", _("Alle")


class Status(models.TextChoices):
    """Whether the activity runs."""

    ACTIVE = "aktiv", _("I gang")
    PAUSED = "pause", _("På pause")
    ENDED = "afsluttet", _("Ophørt")


class OrganisationKind(models.TextChoices):
    """What sort of organisation runs it."""

    MUNICIPALITY = "kommune", _("Kommune")
    ASSOCIATION = "forening", _("Forening")
    VOLUNTEER_CENTRE = "frivilligcenter", _("Frivilligcenter")
    HOUSING = "boligorganisation", _("Boligorganisation")
    CHURCH = "kirke", _("Kirke")
    REGION = "region", _("Region")
    SOCIAL_ENTERPRISE = "social virksomhed", _("Social virksomhed")
    NETWORK = "netvaerk", _("Netværk")


class VenueKind(models.TextChoices):
    """What sort of place it is."""

    ACTIVITY_CENTRE = "aktivitetscenter", _("Aktivitetscenter")
    LOCAL_CENTRE = "lokalcenter", _("Lokalcenter")
    LIBRARY = "bibliotek", _("Bibliotek")
    CULTURE_HOUSE = "kulturhus", _("Kulturhus")
    SPORTS = "idraetsanlaeg", _("Idrætsanlæg")
    CHURCH = "kirke", _("Kirke")
    RESIDENTS_HOUSE = "beboerhus", _("Beboerhus")
    NATURE = "natur", _("Natur")
    OTHER = "andet", _("Andet")


class AccessibilityFeature(models.TextChoices):
    """What may be asked of a place or an activity; the answer is yes, no, or not known."""

    STEP_FREE = "trinfri_adgang", _("Adgang uden trin")
    WHEELCHAIR = "koerestolsvenlig", _("Plads til kørestol")
    TOILET = "handicaptoilet", _("Handicaptoilet")
    PARKING = "handicapparkering", _("Handicapparkering")
    LIFT = "elevator", _("Elevator")
    HEARING_LOOP = "teleslynge", _("Teleslynge")
    SIGN_LANGUAGE = "tegnsprogstolk", _("Tegnsprogstolk")
    QUIET = "rolige_omgivelser", _("Rolige omgivelser")
    GUIDE_DOG = "foererhund_velkommen", _("Førerhund er velkommen")
    COMPANION_FREE = "ledsager_gratis", _("Ledsager er gratis")
    ESCORT = "foelgeskab", _("Nogen kan følge med dig")
    TRANSPORT = "transport_tilbydes", _("Du kan blive kørt")
    EASY_DANISH = "let_dansk", _("Let dansk eller billeder")
    NO_IT = "uden_it", _("Kræver ikke computer eller mobil")
    SEATED = "siddepladser", _("Kan gøres siddende")


class ExceptionKind(models.TextChoices):
    """What has happened to a single date."""

    CANCELLED = "aflyst", _("Aflyst")
    MOVED = "flyttet", _("Flyttet")


class NotIn(models.TextChoices):
    """When something that repeats takes a break."""

    SCHOOL_HOLIDAYS = "skoleferier", _("skoleferier")
    PUBLIC_HOLIDAYS = "helligdage", _("helligdage")


class Language(models.TextChoices):
    """Languages that activities are held in, by ISO 639-1 code."""

    DANISH = "da", _("Dansk")
    ENGLISH = "en", _("Engelsk")
    ARABIC = "ar", _("Arabisk")
    UKRAINIAN = "uk", _("Ukrainsk")
    TURKISH = "tr", _("Tyrkisk")
    GERMAN = "de", _("Tysk")
    POLISH = "pl", _("Polsk")
    SOMALI = "so", _("Somali")
    FARSI = "fa", _("Persisk")
    URDU = "ur", _("Urdu")
    BOSNIAN = "bs", _("Bosnisk")
    VIETNAMESE = "vi", _("Vietnamesisk")
    ROMANIAN = "ro", _("Rumænsk")
    FRENCH = "fr", _("Fransk")
    SPANISH = "es", _("Spansk")
    GREENLANDIC = "kl", _("Grønlandsk")
    FAROESE = "fo", _("Færøsk")
    TIGRINYA = "ti", _("Tigrinya")
