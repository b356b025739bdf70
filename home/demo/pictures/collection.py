"""Every drawing with its title and the words that stand for it where it cannot be seen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from . import indoors, outdoors, pastimes
from .canvas import Canvas


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing that is made when it is asked for."""

    name: str
    title: str
    description: str
    draw: Callable[[], Canvas]


PICTURES: dict[str, Picture] = {
    picture.name: picture
    for picture in (
        Picture("gaatur", "Gåtur", "To mennesker går en tur ad en sti mellem træer.", outdoors.walk),
        Picture(
            "baenk", "Snak på bænken", "En kvinde og en mand sidder på en bænk og taler sammen.", outdoors.talking_bench
        ),
        Picture("have", "Have", "En kvinde vander blomster i et højbed.", outdoors.garden),
        Picture("vand", "I vandet", "Tre mennesker med badehætter svømmer i havet.", outdoors.water),
        Picture("cykel", "Cykeltur", "En ældre kvinde cykler med blomster i kurven.", outdoors.bicycle),
        Picture("fiskeri", "Fisketur", "To mænd sidder på en bro og fisker i aftensol.", outdoors.fishing),
        Picture("hund", "Tur med hund", "En kvinde går tur med en hund i snor.", outdoors.dog),
        Picture("bold", "Boldspil", "To mennesker spiller bold foran et mål.", outdoors.ball),
        Picture("udflugt", "Udflugt", "En rød bus kører på udflugt med fire mennesker.", outdoors.trip),
        Picture("ro", "Ro", "En kvinde sidder stille på et tæppe under træerne.", outdoors.calm),
        Picture("barnevogn", "Tur med barnevogn", "En mor går med en barnevogn. En mand går foran.", outdoors.pram),
        Picture("kaffe", "Kaffe", "To mennesker drikker kaffe og spiser kage ved et bord.", indoors.coffee),
        Picture("spisning", "Fællesspisning", "Fem mennesker spiser sammen ved et langt bord.", indoors.meal),
        Picture("sang", "Sang", "Fem mennesker står og synger fra hæfter.", pastimes.song),
        Picture("boeger", "Bøger", "En mand læser i en lænestol ved siden af en reol.", pastimes.books),
        Picture("haandarbejde", "Håndarbejde", "To kvinder strikker ved et bord med garn.", pastimes.craft),
        Picture("telefon", "I telefonen", "En ældre kvinde og en ung mand taler sammen i telefon.", indoors.phone),
        Picture("besoeg", "Besøg", "En mand står ved døren hos en ældre kvinde med blomster.", indoors.visit),
        Picture("spil", "Spil", "To mennesker spiller brætspil ved et bord.", pastimes.games),
        Picture("computer", "Hjælp til computer", "En kvinde viser en mand noget på en computer.", pastimes.computer),
        Picture("lys", "Lys i vinduet", "Et tændt lys og en vase med blomster i et vindue om aftenen.", indoors.candle),
        Picture("vaerksted", "Værksted", "To mænd bygger en fuglekasse i et værksted.", pastimes.workshop),
        Picture("dans", "Dans", "To par danser under flag.", pastimes.dance),
        Picture("film", "Film", "Mennesker sidder i en biograf og ser en film.", pastimes.film),
        Picture("kultur", "Kultur", "Tre mennesker står foran et museum.", pastimes.culture),
        Picture(
            "samtalegruppe",
            "Samtalegruppe",
            "Fem mennesker sidder i en rundkreds og taler sammen.",
            indoors.circle_talk,
        ),
        Picture("gaming", "Gaming", "Tre unge spiller computerspil i en sofa.", pastimes.gaming),
        Picture("foelgeskab", "Følges ad", "To kvinder følges ad hen mod en dør, arm i arm.", indoors.together),
        Picture("motion", "Motion", "Fire mennesker gør gymnastik i en sal.", indoors.sport_indoors),
    )
}
