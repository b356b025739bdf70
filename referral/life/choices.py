"""The closed lists of a referral's life; values stand in the database."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    """How far one proposed activity has come with the person."""

    NEW = "ny", _("Ny")
    RECEIVED = "modtaget", _("Modtaget")
    CONTACTED = "kontaktet", _("Kontaktet")
    DECLINED = "afvist", _("Blev ikke til noget")
    WAITING = "venter", _("På venteliste")
    ESCORT = "foelgeskab", _("Følgeskab aftalt")
    CAME = "kom", _("Kom")
    ABSENT = "udeblev", _("Kom ikke")
    GOES_ON = "fortsaetter", _("Kommer fast")
    STOPPED = "stoppet", _("Stoppet")


# Nothing more is waited for here.
AT_AN_END = (State.DECLINED, State.GOES_ON, State.STOPPED)


class Actor(models.TextChoices):
    """As what somebody takes a step."""

    REFERRER = "henviser", _("den enhed, der henviste")
    ORGANISATION = "arrangoer", _("arrangøren")
    NETWORK_WORKER = "netvaerk", _("netværksmedarbejderen")
    COORDINATOR = "koordinator", _("koordinatoren")


class UnitKind(models.TextChoices):
    """What kind of place refers. `catalogue.choices.Referrer` says what each may propose."""

    GP = "laege", _("Lægehus")
    HOME_CARE = "hjemmepleje", _("Hjemmepleje")
    PREVENTIVE_VISITS = "forebyggende", _("Forebyggende hjemmebesøg")
    NURSING = "sygepleje", _("Sygepleje")
    SOCIAL_WORK = "socialraadgivning", _("Socialrådgivning")
    LIBRARY = "bibliotek", _("Bibliotek")
    HOUSING = "boligsocial", _("Boligsocialt arbejde")


class DeclineReason(models.TextChoices):
    """Why nothing came of a proposed activity."""

    FULL = "fuldt", _("Der er ikke plads")
    NOT_FITTING = "passer_ikke", _("Det passer ikke til personen")
    NOT_WANTED = "vil_ikke", _("Personen har ikke lyst")
    UNREACHABLE = "ikke_fundet", _("Vi kan ikke få fat i personen")
    OTHER = "andet", _("Noget andet")


class CloseReason(models.TextChoices):
    """Why a referral is closed."""

    GOES_ON = "fortsaetter", _("Personen kommer fast et sted")
    ENOUGH = "godt_nok", _("Personen har fået det, der skulle til")
    NOT_WANTED = "vil_ikke", _("Personen vil ikke mere")
    NOTHING_FITS = "intet_passer", _("Vi har ikke noget, der passer")
    UNREACHABLE = "ikke_fundet", _("Vi kan ikke få fat i personen")
    MOVED = "flyttet", _("Personen er flyttet, syg eller død")
    WITHDRAWN = "trukket", _("Personen har trukket sit samtykke")
    UNTOUCHED = "uroert", _("Ingen har rørt den længe")


class ConsentKind(models.TextChoices):
    """What a person has said yes to."""

    REFERRED = "henvises", _("At blive henvist")
    CONTACTED = "kontaktes", _("At blive kontaktet")
    CLOSING_NOTE = "laegebrev", _("At lægen får besked til sidst")
    TILS = "t_ils", _("At svare på tre spørgsmål om ensomhed")


class GivenHow(models.TextChoices):
    """How a consent was given to whoever wrote it down."""

    ORALLY = "mundtligt", _("Mundtligt")
    IN_WRITING = "skriftligt", _("Skriftligt")


class Way(models.TextChoices):
    """How somebody would like to be reached."""

    PHONE = "telefon", _("Ring")
    SMS = "sms", _("Send en sms")
    LETTER = "brev", _("Send et brev")
    VISIT = "besoeg", _("Kom på besøg")


class AgeSpan(models.TextChoices):
    """About how old the person is."""

    UNDER_30 = "0-29", _("Under 30 år")
    FROM_30 = "30-49", _("30-49 år")
    FROM_50 = "50-64", _("50-64 år")
    FROM_65 = "65-74", _("65-74 år")
    FROM_75 = "75-84", _("75-84 år")
    FROM_85 = "85-", _("85 år eller mere")
    UNKNOWN = "ukendt", _("Ved ikke")

    @classmethod
    def of(cls, age: int | None) -> AgeSpan:
        """The span of an age in whole years."""
        if age is None:
            return cls.UNKNOWN
        starts = ((85, cls.FROM_85), (75, cls.FROM_75), (65, cls.FROM_65), (50, cls.FROM_50), (30, cls.FROM_30))
        return next((span for start, span in starts if age >= start), cls.UNDER_30)

    @property
    def about(self) -> int | None:
        """An age in the middle of the span, to ask the finder with."""
        middles = {"0-29": 25, "30-49": 40, "50-64": 57, "65-74": 70, "75-84": 80, "85-": 88}
        return middles.get(self.value)


class Event(models.TextChoices):
    """What a line of the log is about."""

    OPENED = "oprettet", _("Henvist")
    STEP = "skridt", _("Nyt skridt")
    NOTE = "note", _("Note")
    HANDED_OVER = "overdraget", _("Givet videre")
    NEXT_DATE = "naeste_dato", _("Ny dato")
    CONSENT = "samtykke", _("Samtykke")
    CLOSED = "afsluttet", _("Afsluttet")
    FOLLOWED_UP = "opfoelgning", _("Opfølgning")
    ESCORT = "foelgeskab", _("Følgeskab")
    REMINDED = "paamindet", _("Påmindet om, at den ligger stille")
    ADDED = "tilfoejet", _("Flere forslag")
    CORRECTED = "rettet", _("Kontakten er rettet")
    SAID_YES = "nyt_ja", _("Nyt ja")


class ReadKind(models.TextChoices):
    """What somebody has read of a referral."""

    CASE = "sag", _("Henvisningen")
    CONTACT = "kontakt", _("Henvisningen med navn og telefon")
    PAPER = "papir", _("Afslutningsnotatet")
    EXPORT = "udtraek", _("Udtrækket til personen")


class ForgottenPart(models.TextChoices):
    """How much of a referral was forgotten."""

    CONTACT = "kontakt", _("Navn, telefon, adresse og noter")
    CLOSING_NOTE = "laegebrev", _("Ja til, at lægen får besked")
    TILS = "t_ils", _("Svarene om ensomhed")
    ALL = "alt", _("Hele henvisningen")


# What is forgotten of a referral when a yes is taken back.
FORGOTTEN_WITH = {
    ConsentKind.REFERRED: ForgottenPart.ALL,
    ConsentKind.CONTACTED: ForgottenPart.CONTACT,
    ConsentKind.CLOSING_NOTE: ForgottenPart.CLOSING_NOTE,
    ConsentKind.TILS: ForgottenPart.TILS,
}


class ForgottenWhy(models.TextChoices):
    """Why something was forgotten."""

    PERIOD = "frist", _("Tiden var gået")
    WITHDRAWN = "trukket", _("Personen trak sit samtykke")
    ASKED = "anmodning", _("Nogen bad om det")


class Decision(models.TextChoices):
    """What follows from a follow-up, in the words of FSIII (Fælles Sprog III)."""

    GOES_ON = "fortsaettes", _("Fortsættes")
    CHANGES = "aendres", _("Ændres")
    ENDS = "afsluttes", _("Afsluttes")
    ANEW = "revisitation", _("Revisitation")


class Company(models.TextChoices):
    """The one answer that counts: whether the person has gained somebody to be with."""

    NOBODY = "ingen", _("Nej, ikke endnu")
    ACQUAINTANCE = "bekendt", _("Ja, nogen at hilse på og snakke med")
    RELATION = "relation", _("Ja, en relation, der holder")
    UNKNOWN = "ved-ikke", _("Det ved vi ikke")
