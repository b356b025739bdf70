"""What sort of file somebody has uploaded, by its content; a name proves nothing."""

from __future__ import annotations

import re
import zipfile
import zlib
from enum import Enum, auto
from io import BytesIO

from django.utils.translation import gettext as _

from .table import UnreadableFile

OLD_OFFICE = bytes.fromhex("D0CF11E0A1B11AE1")
MOST_UNPACKED = 150 * 1024 * 1024
MOST_PARTS = 2000
# XML packs well: a sheet of the same few words shrinks to a hundredth. A bomb shrinks to a thousandth.
MOST_RATIO = 250
SMALL = 1024 * 1024
# What declares entities stands before the first element.
HEAD = 64 * 1024
_ELEMENT = re.compile(rb"<[A-Za-z]")


class FileKind(Enum):
    """What we read."""

    WORKBOOK = auto()
    DELIMITED = auto()


def kind_of_file(content: bytes) -> FileKind:
    """Raises `UnreadableFile` with what to do for every file that is neither."""
    if not content.strip():
        raise UnreadableFile(_("Filen er tom."))
    if content.startswith(OLD_OFFICE):
        raise UnreadableFile(_old_office(content))
    if content.startswith(b"PK"):
        _check_zip(content)
        return FileKind.WORKBOOK
    for start, message in _others().items():
        if content.lstrip()[:40].upper().startswith(start):
            raise UnreadableFile(message)
    return FileKind.DELIMITED


def _others() -> dict[bytes, str]:
    web = _("Filen er en webside, ikke et regneark. Åbn den i Excel, og gem den som »Excel-projektmappe (.xlsx)«.")
    return {
        b"%PDF": _("Filen er en PDF, ikke et regneark. Find det regneark, den er lavet af."),
        b"BEGIN:VCALENDAR": _("Filen er en kalender. Læs den ind under »Et steds program«."),
        b"{": _("Filen er JSON, ikke et regneark. Den kan læses ind af den, der driver portalen."),
        b"<HTML": web,
        b"<!DOCTYPE": web,
        b"<TABLE": web,
        b"<?XML": _("Filen er XML. Åbn den i Excel, og gem den som »Excel-projektmappe (.xlsx)«."),
        b"\x89PNG": _("Filen er et billede, ikke et regneark."),
        b"\xff\xd8\xff": _("Filen er et billede, ikke et regneark."),
        b"{\\RTF": _("Filen er et tekstdokument, ikke et regneark."),
    }


def _old_office(content: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in content:
        return _("Filen er låst med en adgangskode. Åbn den, fjern adgangskoden, og gem den igen.")
    return _("Filen er i et gammelt format (.xls). Åbn den i Excel, og gem den som »Excel-projektmappe (.xlsx)«.")


def _check_zip(content: bytes) -> None:
    """Looks at the list of what the file holds, before anything of it is unpacked."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            parts = archive.infolist()
            names = {part.filename for part in parts}
            _refuse_bomb(parts)
            if any(part.flag_bits & 1 for part in parts):
                raise UnreadableFile(
                    _("Filen er låst med en adgangskode. Åbn den, fjern adgangskoden, og gem den igen.")
                )
            _refuse_entities(archive, parts)
            if "mimetype" in names and b"opendocument" in archive.read("mimetype")[:100]:
                raise UnreadableFile(
                    _("Filen er i formatet OpenDocument (.ods). Gem den som »Excel (.xlsx)«, og prøv igen.")
                )
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, RuntimeError, ValueError, zlib.error) as error:
        raise broken() from error
    if "xl/workbook.bin" in names:
        raise UnreadableFile(_("Filen er i formatet .xlsb. Gem den som »Excel-projektmappe (.xlsx)«, og prøv igen."))
    if "word/document.xml" in names:
        raise UnreadableFile(_("Filen er et Word-dokument, ikke et regneark."))
    if not any(name.lower().startswith("xl/") for name in names):
        raise UnreadableFile(_("Filen er pakket (zip) og ikke et regneark. Pak den ud, og upload regnearket."))


def _refuse_bomb(parts: list[zipfile.ZipInfo]) -> None:
    unpacked = sum(part.file_size for part in parts)
    swollen = any(part.file_size > SMALL and part.file_size > MOST_RATIO * part.compress_size for part in parts)
    if unpacked > MOST_UNPACKED or len(parts) > MOST_PARTS or swollen:
        raise UnreadableFile(
            _(
                "Filen fylder %(mb)d MB, når den pakkes ud. Det er mere, end vi åbner. "
                "Kopiér rækkerne over i skabelonen, og gem den."
            )
            % {"mb": unpacked // (1024 * 1024)}
        )


def _refuse_entities(archive: zipfile.ZipFile, parts: list[zipfile.ZipInfo]) -> None:
    """Not every reader within openpyxl leaves entities alone, and no spreadsheet program writes any."""
    for part in parts:
        if not part.filename.lower().endswith((".xml", ".rels")) or not part.file_size:
            continue
        with archive.open(part) as content:
            start = content.read(HEAD).replace(b"\0", b"")  # UTF-16 as well
        if b"<!DOCTYPE" in start or b"<!ENTITY" in start or not _ELEMENT.search(start):
            raise UnreadableFile(
                _("Filen har noget i sig, som ikke må være i et regneark. Kopiér rækkerne over i skabelonen.")
            )


def broken() -> UnreadableFile:
    return UnreadableFile(_("Filen er i stykker og kan ikke åbnes. Åbn den i Excel, gem den på ny, og prøv igen."))
