"""No request can reach a private network: every way to write, hide or swap an address."""

import pytest
from outbound_prospecting.adapters.destination import Guard, locate, name_servers
from outbound_prospecting.adapters.dns import NameServers
from outbound_prospecting.adapters.http import Http
from outbound_prospecting.domain.errors import Permanent, Refused, Retryable

from tests.dns_server import DnsServer
from tests.http_server import LOOPBACK, HttpServer, resolve_to

PUBLIC = "93.184.216.34"
PUBLIC_6 = "2606:2800:220:1:248:1893:25c8:1946"


def place(url, *addresses, guard=None):
    return locate(url, guard or Guard(), resolve_to(*(addresses or (PUBLIC,))))


@pytest.mark.parametrize(
    "address",
    [
        "0.0.0.0", "10.1.2.3", "100.64.0.1", "127.0.0.1", "127.255.255.254", "169.254.169.254", "172.16.0.1",
        "172.31.255.255", "192.0.0.8", "192.0.2.1", "192.88.99.1", "192.168.1.1", "198.18.0.1", "198.51.100.7",
        "203.0.113.9", "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255",
        "::", "::1", "::7f00:1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254",
        "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::1", "100::1", "2001::1", "2001:db8::1", "2002:7f00:1::1",
        "2002:a00:1::1", "fc00::1", "fd12:3456::1", "fe80::1", "fe80::1%eth0", "fec0::1", "ff02::1", "nonsense", "",
    ],
)  # fmt: skip
def test_a_name_that_leads_to_an_address_that_is_not_public(address):
    with pytest.raises(Refused) as caught:
        place("https://acme.example/", address)
    assert caught.value.code == "private_address"


@pytest.mark.parametrize("address", [PUBLIC, PUBLIC_6, "1.1.1.1", "64:ff9b::5db8:d822", "::ffff:93.184.216.34"])
def test_a_name_that_leads_to_the_open_internet(address):
    assert place("https://acme.example/", address).address == address


@pytest.mark.parametrize("mixed", [(PUBLIC, "10.0.0.1"), ("127.0.0.1", PUBLIC), (PUBLIC, "::1"), (PUBLIC_6, "fd00::1")])
def test_one_private_address_among_public_ones_refuses_the_name(mixed):
    with pytest.raises(Refused, match="not public"):
        place("https://acme.example/", *mixed)


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1", "2130706433", "0x7f000001", "0x7f.0.0.1", "0177.0.0.1", "017700000001", "127.1", "127.0.1",
        "0", "0.0.0.0", "127.0.0.1.", "①②⑦.0.0.1", "127。0。0。1", "１２７.0.0.1", "[::1]", "[::ffff:127.0.0.1]",
        "[::ffff:7f00:1]", "[64:ff9b::7f00:1]", "[fe80::1%25eth0]", "[::]", "169.254.169.254", "0xa9.0xfe.0xa9.0xfe",
        "3232235777", "acme.example.1", "10.0.0.256", "1.1.1.1.1", "256", "0x", "acme.0x7f",
    ],
)  # fmt: skip
def test_numbers_in_every_disguise(host):
    resolve = resolve_to(PUBLIC)
    with pytest.raises(Refused):
        locate(f"http://{host}/", Guard(), resolve)
    assert resolve.asked == []


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("ftp://acme.example/", "scheme"),
        ("file:///etc/passwd", "scheme"),
        ("gopher://acme.example/", "scheme"),
        ("javascript:alert(1)", "scheme"),
        ("//acme.example/", "scheme"),
        ("acme.example", "scheme"),
        ("", "scheme"),
        ("http://user@acme.example/", "user_in_url"),
        ("http://user:pw@acme.example/", "user_in_url"),
        ("http://acme.example@127.0.0.1/", "user_in_url"),
        ("http://@acme.example/", "user_in_url"),
        ("http://acme.example:22/", "port"),
        ("http://acme.example:443/", "port"),
        ("https://acme.example:80/", "port"),
        ("http://acme.example:0/", "port"),
        ("http://acme.example:99999/", "bad_url"),
        ("http://acme.example:x/", "bad_url"),
        ("http://acme.example\\@127.0.0.1/", "bad_url"),
        ("http://acme.example/\r\nHost: evil", "bad_url"),
        ("http://acme.example/a b", "bad_url"),
        ("http://acme.example/\x00", "bad_url"),
        ("http://[::1/", "bad_url"),
        ("http://acme.example/" + "a" * 3000, "bad_url"),
        ("http:///path", "bad_host"),
        ("http://localhost./", "private_address"),
        ("http://intranet/", "bad_host"),
        ("http://a..example/", "bad_host"),
        ("http://-a.example/", "bad_host"),
        ("http://a_b.example/", "bad_host"),
        ("http://" + "a" * 64 + ".example/", "bad_host"),
        ("http://acme%2eexample/", "bad_host"),
    ],
)
def test_what_is_not_asked(url, code):
    with pytest.raises(Refused) as caught:
        place(url, "127.0.0.1")
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("url", "host", "target"),
    [
        ("http://Acme.Example", "acme.example", "/"),
        ("http://acme.example./x", "acme.example", "/x"),
        ("https://acme.example:443/x?a=1#part", "acme.example", "/x?a=1"),
        ("https://münchen.example/straße?q=ä", "xn--mnchen-3ya.example", "/stra%C3%9Fe?q=%C3%A4"),
        ("https://acme.example/a%20b%2Fc", "acme.example", "/a%20b%2Fc"),
        ("https://ａｃｍｅ.example/", "acme.example", "/"),
    ],
)
def test_one_spelling(url, host, target):
    found = place(url)
    assert (found.host, found.target, found.address, found.authority) == (host, target, PUBLIC, host)


def test_no_such_host_and_nobody_to_ask():
    with pytest.raises(Permanent) as caught:
        locate("http://acme.example/", Guard(), lambda host: [])
    assert caught.value.code == "no_such_host"
    with DnsServer(failing=["acme.example"]) as server, pytest.raises(Retryable) as caught:
        locate("http://acme.example/", Guard(), name_servers(NameServers([server.address], 0.5)))
    assert caught.value.code == "dns"


def test_both_kinds_of_addresses_are_asked_for():
    with DnsServer({"acme.example A": [PUBLIC], "acme.example AAAA": ["fd00::1"]}) as server:
        resolve = name_servers(NameServers([server.address], 2))
        with pytest.raises(Refused):
            locate("http://acme.example/", Guard(), resolve)
        assert server.questions == ["acme.example A", "acme.example AAAA"]


def test_an_allowance_is_for_one_address_and_one_port():
    guard = Guard(frozenset({(LOOPBACK, 8080)}))
    assert place("http://acme.example:8080/", LOOPBACK, guard=guard).authority == "acme.example:8080"
    for url, address in [
        ("http://acme.example:8081/", LOOPBACK),
        ("http://acme.example/", LOOPBACK),
        ("http://acme.example:8080/", "127.0.0.2"),
        ("http://acme.example:8080/", PUBLIC),
    ]:
        with pytest.raises(Refused):
            place(url, address, guard=guard)


def test_a_name_is_resolved_once_and_a_changed_answer_reaches_nothing():
    """Rebinding: the first answer is what is connected to; a second question would be answered otherwise."""
    answers = [[LOOPBACK], ["10.0.0.1"]]
    asked = []

    def resolve(host):
        asked.append(host)
        return answers[len(asked) - 1]

    with HttpServer({"/": b"hello"}) as server:
        assert Http("Test", guard=server.guard, resolve=resolve).get(server.url()).body == b"hello"
    assert asked == ["acme.example"]


def test_a_redirect_is_resolved_and_checked_again():
    answers = {"acme.example": [LOOPBACK], "inside.example": ["10.0.0.1"], "mixed.example": [LOOPBACK, "10.0.0.1"]}
    with HttpServer() as server:
        http = Http("Test", guard=server.guard, resolve=answers.__getitem__)
        targets = [
            server.url(host="inside.example"), server.url(host="mixed.example"), "http://169.254.169.254/latest",
            "http://2130706433/", "file:///etc/passwd", "http://acme.example:22/", "//user@acme.example/",
            "http://[::1]/", "gopher://acme.example/", "http://[bad/",
        ]  # fmt: skip
        for target in targets:
            server.pages["/"] = (302, {"Location": target}, b"")
            with pytest.raises(Refused):
                http.get(server.url())
        assert server.paths() == ["/"] * len(targets)
