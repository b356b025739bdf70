"""How text is compressed for whoever asks."""

from __future__ import annotations

import pytest

from portal.delivery.encoding import accepted, decode, encode, is_text


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("", ""),
        ("gzip, deflate, br, zstd", "br"),
        ("gzip", "gzip"),
        ("GZIP;Q=0.5", "gzip"),
        ("br;q=0, gzip", "gzip"),
        ("br;q=0.2, gzip;q=0.9", "gzip"),
        ("*", "br"),
        ("*;q=0", ""),
        ("identity", ""),
        ("br;q=nonsense", ""),
    ],
)
def test_encoding_is_the_best_that_is_let_through(header, expected):
    assert accepted(header) == expected


@pytest.mark.parametrize("encoding", ["br", "gzip"])
def test_compressed_text_comes_back_and_is_smaller(encoding):
    body = "Kom og vær med. ".encode() * 100
    assert decode(encode(body, encoding), encoding) == body
    assert len(encode(body, encoding)) < len(body) / 5
    assert encode(body, encoding) == encode(body, encoding)


def test_pictures_are_not_text():
    assert not is_text("image/avif")
    assert is_text("text/html; charset=utf-8")
