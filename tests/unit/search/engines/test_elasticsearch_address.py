import pytest
from django.core.exceptions import ImproperlyConfigured

from search.engines.elasticsearch.address import Address
from search.engines.elasticsearch.client import connect


@pytest.mark.parametrize(
    ("url", "host", "index"),
    [
        ("elasticsearch://localhost", "http://localhost:9200", "indsatskatalog"),
        ("elasticsearch://search.intern:9201/katalog", "http://search.intern:9201", "katalog"),
        ("elasticsearch://search.intern/katalog_2/?tls=true", "https://search.intern:9200", "katalog_2"),
        ("elasticsearch://[::1]:9200/katalog?tls=0", "http://[::1]:9200", "katalog"),
        ("elasticsearch://u:p@host/katalog?tls=1", "https://host:9200", "katalog"),
    ],
)
def test_address_names_host_and_index(url: str, host: str, index: str) -> None:
    address = Address.parse(url)
    assert (address.host, address.index) == (host, index)


@pytest.mark.parametrize(
    ("url", "credentials"),
    [
        ("elasticsearch://host/k", {}),
        ("elasticsearch://sam:p%40ss%3Aword@host/k", {"basic_auth": ("sam", "p@ss:word")}),
        ("elasticsearch://host/k?api_key=aWQ6a2V5%3D%3D", {"api_key": "aWQ6a2V5=="}),
        ("elasticsearch://host/k?tls=true&ca_certs=/etc/ca.pem", {"ca_certs": "/etc/ca.pem"}),
    ],
)
def test_credentials_are_read_and_not_shown(url: str, credentials: dict[str, object]) -> None:
    address = Address.parse(url)
    assert address.credentials == credentials
    assert not any(str(value) in repr(address) for value in credentials.values())


@pytest.mark.parametrize(
    ("url", "hint"),
    [
        ("elasticsearch:///katalog", "no host"),
        ("elasticsearch://host:port/katalog", "port"),
        ("elasticsearch://host/Katalog", "lower-case"),
        ("elasticsearch://host/a/b", "lower-case"),
        ("elasticsearch://host/-a", "lower-case"),
        ("elasticsearch://host/k?tls=maybe", "tls"),
        ("elasticsearch://host/k?timeout=soon", "timeout"),
        ("elasticsearch://host/k?timeout=0", "timeout"),
        ("elasticsearch://host/k?tsl=true", "unknown option tsl"),
        ("elasticsearch://sam:secret@host/k?api_key=x", "choose one"),
    ],
)
def test_unreadable_address_says_what_is_wrong(url: str, hint: str) -> None:
    with pytest.raises(ImproperlyConfigured, match=hint) as error:
        Address.parse(url)
    assert "secret" not in str(error.value)


def test_search_timeout_can_be_chosen() -> None:
    assert Address.parse("elasticsearch://host/k").timeout == 0.8
    assert Address.parse("elasticsearch://host/k?timeout=2.5").timeout == 2.5


def test_client_takes_every_option_of_the_address() -> None:
    for options in ("", "?api_key=aWQ6a2V5", "?tls=true"):
        with connect(Address.parse(f"elasticsearch://host:9300/k{options}")) as client:
            (node,) = client.transport.node_pool.all()
            assert (node.config.host, node.config.port) == ("host", 9300)
            assert node.config.scheme == ("https" if "tls" in options else "http")
