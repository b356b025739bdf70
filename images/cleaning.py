"""What is left of an uploaded picture: its points, upright, in sRGB, no larger than needed, and nothing else.

A file is looked at by its first bytes before a single point of it is decoded, and it is always written anew: so nothing
of what came along with the points (where it was taken, by which camera, an earlier version of it) is ever kept.
"""

from __future__ import annotations

import io
import logging
from typing import IO, Any

import pillow_heif
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from PIL import Image, ImageCms, ImageOps

logger = logging.getLogger(__name__)

pillow_heif.register_heif_opener()

# Twice the largest size that is shown (images.renditions), so that a part of it can be shown large.
LONGEST_EDGE = 2560
READ = ("JPEG", "PNG", "WEBP", "AVIF", "HEIF", "GIF")
# What each format becomes; several pictures in one file are one picture here (phones put a small one beside the large).
BECOMES = {"PNG": "PNG", "GIF": "PNG", "WEBP": "WEBP"}
SUFFIXES = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp"}
STILL = ("MPO", "HEIF")
HOW: dict[str, dict[str, Any]] = {
    "JPEG": {"quality": 90, "optimize": True, "progressive": True},
    "PNG": {"optimize": True},
    "WEBP": {"quality": 90, "method": 4},
}


class Refused(ValidationError):
    """A file that is not taken, with what to do instead."""


def clean_picture(file: IO[bytes], size: int) -> tuple[bytes, str]:
    """The picture written anew, and the suffix that its format has; raises `Refused`.

    `size` is the file's size in bytes.
    """
    _check_size(size)
    picture = _opened(file)
    _check_points(picture)
    _check_still(picture)
    try:
        return _written(_plain(picture), BECOMES.get(picture.format or "", "JPEG"))
    except Exception as error:  # a decoder that meets a broken file may raise anything
        logger.info("A picture could not be decoded: %r", error)
        raise Refused(
            _("Filen er gået i stykker, måske undervejs. Hent eller gem billedet igen, og prøv en gang til.")
        ) from error


def _check_size(size: int) -> None:
    most = settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE
    if size > most:
        raise Refused(
            _(
                "Filen fylder %(size)s MB, og den må højst fylde %(most)s MB. Gem billedet i en mindre størrelse: "
                "1.600 punkter i bredden er rigeligt. På en telefon kan du sende det til dig selv som »mellem«."
            )
            % {"size": number_format(size / 1024**2, 1), "most": number_format(most / 1024**2, 0)}
        )


def _opened(file: IO[bytes]) -> Image.Image:
    """The picture, with nothing read but its head."""
    file.seek(0)
    try:
        return Image.open(file, formats=READ)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_many_points() from error
    except Exception as error:  # a decoder that meets a broken file may raise anything
        logger.info("An uploaded file is no picture: %r", error)
        raise Refused(
            _(
                "Det er ikke et billede, vi kan læse. Brug JPEG, PNG, WebP eller HEIC. "
                "Er det en tegning eller et dokument, så gem det som billede først."
            )
        ) from error


def _check_points(picture: Image.Image) -> None:
    if picture.width * picture.height > settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS:
        raise _too_many_points(picture)


def _too_many_points(picture: Image.Image | None = None) -> Refused:
    most = number_format(settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS / 1_000_000, 0)
    if picture is None:
        words = _("Billedet har alt for mange punkter: det må højst have %(most)s millioner.") % {"most": most}
    else:
        words = _("Billedet er %(width)d × %(height)d punkter. Det må højst have %(most)s millioner i alt.") % {
            "width": picture.width,
            "height": picture.height,
            "most": most,
        }
    return Refused(words + " " + _("Gem det i en mindre størrelse: 1.600 punkter i bredden er rigeligt."))


def _check_still(picture: Image.Image) -> None:
    if picture.format not in STILL and getattr(picture, "is_animated", False):
        raise Refused(_("Billedet bevæger sig, og det forstyrrer den, der læser. Vælg et, der står stille."))


def _plain(picture: Image.Image) -> Image.Image:
    """The points alone: upright, in sRGB with or without transparency, no edge longer than `LONGEST_EDGE`."""
    if picture.format in ("JPEG", "MPO"):
        # Decodes at half or a quarter of the size where that is enough: a tenth of the memory.
        picture.draft(None, (LONGEST_EDGE, LONGEST_EDGE))
    picture.load()
    upright = ImageOps.exif_transpose(picture)
    profile = upright.info.get("icc_profile")
    drawn = _in_rgb(upright)
    if profile:
        drawn = _in_srgb(upright, drawn, profile)
    drawn.thumbnail((LONGEST_EDGE, LONGEST_EDGE), Image.Resampling.LANCZOS)
    drawn.info.clear()
    return drawn


def _in_rgb(picture: Image.Image) -> Image.Image:
    if picture.mode.startswith("I") or picture.mode == "F":
        # Sixteen bits of grey; `convert` would cut off what is brighter than 255.
        return picture.convert("F").point(lambda value: value * (1 / 257)).convert("L").convert("RGB")
    transparent = picture.has_transparency_data
    return picture.convert("RGBA" if transparent else "RGB")


def _in_srgb(picture: Image.Image, drawn: Image.Image, profile: bytes) -> Image.Image:
    """The colours as they were meant; as they are, when the profile says nothing that can be understood."""
    source = picture if picture.mode == "CMYK" else drawn.convert("RGB")
    try:
        made = ImageCms.profileToProfile(
            source, ImageCms.ImageCmsProfile(io.BytesIO(profile)), ImageCms.createProfile("sRGB"), outputMode="RGB"
        )
    except (ImageCms.PyCMSError, OSError, ValueError) as error:
        logger.info("A picture's colour profile cannot be followed: %r", error)
        return drawn
    if made is None:
        return drawn
    if drawn.mode == "RGBA":
        made.putalpha(drawn.getchannel("A"))
    return made


def _written(picture: Image.Image, format: str) -> tuple[bytes, str]:
    if format == "JPEG" and picture.mode == "RGBA":
        format = "PNG"
    made = io.BytesIO()
    picture.save(made, format, **HOW[format])
    return made.getvalue(), SUFFIXES[format]
