"""One address is asked for, of a real server on this machine."""

from __future__ import annotations

import socket

import pytest

from editorial.links import asking
from editorial.links.asking import Answer, ask
from editorial.links.choices import LinkResult
from editorial.links.public_net import is_public


@pytest.mark.parametrize(
    ("path", "result", "status"),
    [
        ("/ok", LinkResult.WORKS, 200),
        ("/missing", LinkResult.MISSING, 404),
        ("/gone", LinkResult.MISSING, 410),
        ("/fault", LinkResult.FAULT, 500),
        ("/shut", LinkResult.UNSURE, 403),
        ("/busy", LinkResult.FAULT, 503),
        ("/no-head", LinkResult.WORKS, 200),
        ("/for-now", LinkResult.WORKS, 200),
        ("/to-missing", LinkResult.MISSING, 404),
    ],
)
def test_answer_is_told_as_it_is(site, path, result, status):
    assert ask(site.url + path) == Answer(result, status)


def test_what_has_moved_for_good_says_where(site):
    assert ask(f"{site.url}/moved") == Answer(LinkResult.WORKS, 200, moved_to=f"{site.url}/ok")


def test_what_has_moved_for_good_and_then_for_now_says_nothing(site):
    assert ask(f"{site.url}/mixed").moved_to == ""


@pytest.mark.parametrize("path", ["/a", "/far/0"])
def test_ring_and_endless_way_are_given_up(site, path):
    assert ask(site.url + path).result == LinkResult.LOOP
    assert len(site.asked) <= asking.MOST_REDIRECTS + 1


def test_server_that_wants_us_to_wait_is_believed(site):
    assert ask(f"{site.url}/often") == Answer(LinkResult.UNSURE, 429, wait=3600)
    assert site.methods("/often") == ["HEAD"]


def test_little_is_read_of_what_is_huge(site):
    assert ask(f"{site.url}/huge") == Answer(LinkResult.WORKS, 200)
    # What lies in the buffers of the machine between them, and no more.
    assert site.sent < 20_000_000


def test_we_say_who_we_are_and_ask_for_little(site, settings):
    settings.BASE_URL = "https://indsatser.example"
    ask(f"{site.url}/no-head?emne=kaffe#top")
    [(_, path, headers), (method, _, last)] = site.asked
    assert path == "/no-head?emne=kaffe"
    assert "+https://indsatser.example" in headers["User-Agent"]
    assert "Cookie" not in headers and "Referer" not in headers
    assert (method, last["Range"]) == ("GET", "bytes=0-2047")


def test_server_that_says_nothing_is_left(site, monkeypatch):
    monkeypatch.setattr(asking, "TIMEOUT", 0.2)
    assert ask(f"{site.url}/silent").result == LinkResult.SILENT


def test_server_that_drips_for_ever_is_left(site, monkeypatch):
    monkeypatch.setattr(asking, "DEADLINE", 0.3)
    assert ask(f"{site.url}/drips").result == LinkResult.SILENT


def test_server_without_encryption_at_a_secure_address_is_not_trusted(site):
    assert ask(site.url.replace("http:", "https:") + "/ok").result == LinkResult.INSECURE


def test_nobody_at_home_is_silence(settings):
    settings.LINKS_MAY_BE_LOCAL = True
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        assert ask(f"http://127.0.0.1:{taken.getsockname()[1]}/").result == LinkResult.SILENT


def test_loopback_is_not_asked_outside_tests(site, settings):
    settings.LINKS_MAY_BE_LOCAL = False
    for host in (site.url, site.url.replace("127.0.0.1", "localhost"), site.url.replace("127.0.0.1", "2130706433")):
        assert ask(f"{host}/ok").result == LinkResult.NOT_PUBLIC
    assert site.asked == []


def test_nobody_is_led_inside_by_a_redirect(site):
    assert ask(f"{site.url}/inside").result == LinkResult.NOT_PUBLIC
    assert ask(f"{site.url}/file").result == LinkResult.NOT_PUBLIC


def test_name_that_leads_inside_is_not_asked(site, monkeypatch):
    looked_up = []

    def inside(host, port, **kwargs):
        looked_up.append(host)
        return [
            (socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in ("93.184.216.34", "10.0.0.1")
        ]

    monkeypatch.setattr(socket, "getaddrinfo", inside)
    assert ask("http://rødgrød.example/").result == LinkResult.NOT_PUBLIC
    assert looked_up == ["xn--rdgrd-vuad.example"]


def test_connection_goes_to_the_address_that_was_judged(site, monkeypatch):
    """A name is looked up once for each request; what it would answer the next time does not matter."""
    port = int(site.url.rpartition(":")[2])
    looked_up = []
    real = socket.getaddrinfo

    def once(host, *args, **kwargs):
        if host == "forening.example":
            looked_up.append(host)
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]
        return real(host, *args, **kwargs)

    monkeypatch.setattr(socket, "getaddrinfo", once)
    assert ask(f"http://forening.example:{port}/ok").result == LinkResult.WORKS
    assert looked_up == ["forening.example"]
    assert site.asked[0][2]["Host"] == f"forening.example:{port}"


@pytest.mark.parametrize(
    "url",
    ["http://findes-ikke.invalid/", "http://", "http://a:b@forening.example/", "http://[::1", "http://x:99999/"],
)
def test_what_is_no_address_is_no_error(url, monkeypatch):
    def unknown(*args, **kwargs):
        raise socket.gaierror

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    assert ask(url).result in LinkResult.failures()


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.1", "100.64.0.1", "224.0.0.1",
     "::1", "fe80::1%eth0", "fd00::1", "::ffff:10.0.0.1", "::ffff:127.0.0.1"],
)  # fmt: skip
def test_network_of_ones_own_is_not_public(address):
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946"])
def test_open_net_is_public(address):
    assert is_public(address)
