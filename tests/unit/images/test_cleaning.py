"""What is kept of a picture, and which are refused, with real files."""

from __future__ import annotations

import io
import struct
import zlib

import pillow_heif
import pytest
from PIL import Image, ImageCms, ImageDraw
from PIL.ExifTags import GPS, IFD, Base

from images.cleaning import LONGEST_EDGE, Refused, clean_picture

XMP = b"http://ns.adobe.com/xap/1.0/\x00<x:xmpmeta xmlns:x='adobe:ns:meta/'>exif:GPSLatitude</x:xmpmeta>"
TRACES = (b"Exif", b"ns.adobe.com", b"GPSL", b"Kamera 3000", b"ICC_PROFILE", b"iCCP", b"tEXt", b"hemmeligt")


def drawn(size: tuple[int, int] = (300, 200), mode: str = "RGB") -> Image.Image:
    """Light, with a dark upper left corner, so that one sees which way is up."""
    picture = Image.new("RGB", size, "#f0d060")
    ImageDraw.Draw(picture).rectangle((0, 0, size[0] // 3, size[1] // 3), fill="#102040")
    return picture.convert(mode)


def camera(orientation: int = 1) -> Image.Exif:
    """What a telephone writes beside the points."""
    exif = Image.Exif()
    exif[Base.Model] = "Kamera 3000"
    exif[Base.Orientation] = orientation
    exif.get_ifd(IFD.GPSInfo).update({GPS.GPSLatitudeRef: "N", GPS.GPSLatitude: (55.0, 20.0, 1.0)})
    return exif


def saved(picture: Image.Image, format: str, **options: object) -> bytes:
    made = io.BytesIO()
    picture.save(made, format, **options)
    return made.getvalue()


def cleaned(content: bytes) -> tuple[Image.Image, str, bytes]:
    made, suffix = clean_picture(io.BytesIO(content), len(content))
    picture = Image.open(io.BytesIO(made))
    picture.load()
    return picture, suffix, made


def refusal(content: bytes, size: int | None = None) -> str:
    with pytest.raises(Refused) as refused:
        clean_picture(io.BytesIO(content), len(content) if size is None else size)
    return " ".join(refused.value.messages)


def heif(picture: Image.Image) -> bytes:
    made = io.BytesIO()
    pillow_heif.from_pillow(picture).save(made, exif=camera().tobytes(), quality=80)
    return made.getvalue()


@pytest.mark.parametrize(
    ("format", "suffix", "options"),
    [
        ("JPEG", "jpg", {"comment": b"hemmeligt", "xmp": XMP[29:]}),
        ("PNG", "png", {}),
        ("WEBP", "webp", {"xmp": XMP[29:]}),
        ("AVIF", "jpg", {}),
    ],
)
def test_nothing_but_the_points_is_kept(format: str, suffix: str, options: dict[str, object]):
    content = saved(drawn(), format, exif=camera(), **options)
    assert Image.open(io.BytesIO(content)).getexif().get_ifd(IFD.GPSInfo)
    picture, got, made = cleaned(content)
    assert (got, picture.size) == (suffix, (300, 200))
    assert not picture.getexif()
    assert [trace for trace in TRACES if trace in made] == []


def test_a_telephones_picture_is_read_and_its_place_forgotten():
    content = heif(drawn((320, 240)))
    assert b"Kamera 3000" in content
    picture, suffix, made = cleaned(content)
    assert (suffix, picture.format, picture.size) == ("jpg", "JPEG", (320, 240))
    assert [trace for trace in TRACES if trace in made] == []


def test_what_hangs_on_behind_the_picture_is_dropped():
    content = saved(drawn(), "JPEG") + b"hemmeligt" * 100
    assert b"hemmeligt" not in cleaned(content)[2]


@pytest.mark.parametrize(("orientation", "corner"), [(1, (5, 5)), (3, (295, 195)), (6, (195, 5)), (8, (5, 295))])
def test_a_picture_that_was_held_askew_stands_upright(orientation: int, corner: tuple[int, int]):
    picture, _suffix, _made = cleaned(saved(drawn(), "JPEG", exif=camera(orientation)))
    assert picture.size == ((300, 200) if orientation in (1, 3) else (200, 300))
    assert max(picture.convert("RGB").getpixel(corner)) < 100


def test_a_large_picture_is_made_smaller_and_a_small_one_left():
    assert cleaned(saved(drawn((6000, 3000)), "JPEG"))[0].size == (LONGEST_EDGE, LONGEST_EDGE // 2)
    assert cleaned(saved(drawn((3000, 9000)), "PNG"))[0].size == (round(LONGEST_EDGE / 3), LONGEST_EDGE)
    assert cleaned(saved(drawn((40, 30)), "JPEG"))[0].size == (40, 30)


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
def test_what_can_be_seen_through_stays_so(mode: str):
    see_through = drawn().convert("RGBA")
    see_through.putalpha(Image.new("L", (300, 200), 0))
    content = saved(see_through if mode == "RGBA" else see_through.convert(mode), "PNG")
    picture, suffix, _made = cleaned(content)
    assert (suffix, picture.mode) == ("png", "RGBA")
    assert picture.getpixel((150, 100))[3] == 0


def test_printers_colours_become_those_of_a_screen():
    picture, suffix, _made = cleaned(saved(drawn(mode="CMYK"), "JPEG"))
    assert (suffix, picture.mode) == ("jpg", "RGB")
    assert min(picture.getpixel((250, 150))[:2]) > 150


def test_sixteen_bits_of_grey_are_not_burnt_out():
    grey = Image.new("I;16", (60, 60), 0x8000)
    picture, _suffix, _made = cleaned(saved(grey, "PNG"))
    assert picture.getpixel((30, 30)) == pytest.approx((128, 128, 128), abs=1)


def test_colours_of_another_profile_are_followed_and_a_broken_profile_is_not():
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    for given in (ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes(), profile, b"ikke en profil"):
        picture, _suffix, made = cleaned(saved(drawn(), "PNG", icc_profile=given))
        assert picture.getpixel((250, 150)) == pytest.approx((240, 208, 96), abs=3)
        assert "icc_profile" not in picture.info
        assert b"iCCP" not in made


def test_a_still_gif_is_taken():
    picture, suffix, _made = cleaned(saved(drawn(mode="P"), "GIF"))
    assert (suffix, picture.size) == ("png", (300, 200))


@pytest.mark.parametrize("format", ["GIF", "WEBP", "PNG"])
def test_a_picture_that_moves_is_refused(format: str):
    second = drawn().transpose(Image.Transpose.ROTATE_180)
    assert "bevæger sig" in refusal(saved(drawn(), format, save_all=True, append_images=[second], duration=100))


def test_two_pictures_in_a_telephones_file_are_the_first():
    content = saved(drawn(), "MPO", save_all=True, append_images=[drawn((30, 20))])
    picture, suffix, _made = cleaned(content)
    assert (suffix, picture.size) == ("jpg", (300, 200))


def test_a_heavy_file_is_refused_before_it_is_looked_at():
    words = refusal(b"", size=23 * 1024**2)
    assert "fylder 23,0 MB" in words
    assert "højst fylde 15 MB" in words
    assert "1.600 punkter" in words


def bomb(width: int, height: int) -> bytes:
    """A PNG of a few kilobytes that says it is huge, with points that all are the same."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    rows = zlib.compress(b"\x00" * min((width // 8 + 1) * height, 10_000_000), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.mark.parametrize("size", [(8000, 7000), (10_000, 10_000), (60_000, 60_000), (2_000_000_000, 1)])
def test_a_bomb_is_refused_before_it_is_decoded(size: tuple[int, int], monkeypatch: pytest.MonkeyPatch):
    def decode(*args: object, **kwargs: object) -> None:
        raise AssertionError("was decoded")

    content = bomb(*size)
    assert len(content) < 100_000
    monkeypatch.setattr("PIL.ImageFile.ImageFile.load", decode)
    assert "punkter" in refusal(content)


def test_words_that_unpack_to_gigabytes_are_refused():
    text = zlib.compress(b"a" * 80_000_000, 9)
    good = saved(drawn(), "PNG")
    chunk = b"zTXtKommentar\x00\x00" + text
    packed = struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk))
    assert "ikke et billede" in refusal(good[:33] + packed + good[33:])


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"hej",
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        b"%PDF-1.7\n1 0 obj",
        b"\xff\xd8\xff\xe0",
        b"GIF89a",
        b"PK\x03\x04" + b"\x00" * 100,
    ],
)
def test_what_is_no_picture_is_refused(content: bytes):
    assert "ikke et billede, vi kan læse" in refusal(content)


@pytest.mark.parametrize("format", ["BMP", "TIFF", "ICO", "JPEG2000"])
def test_kinds_that_browsers_do_not_show_are_refused(format: str):
    assert "Brug JPEG" in refusal(saved(drawn(), format))


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_half_a_file_is_refused(format: str):
    noisy = Image.effect_noise((400, 400), 90).convert("RGB")
    content = saved(noisy, format)
    words = refusal(content[: len(content) * 2 // 3])
    assert "gået i stykker" in words or "ikke et billede" in words
