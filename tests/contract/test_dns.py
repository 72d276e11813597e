"""Addresses and senders' domains, asked about at a real name server on loopback."""

import pytest
from outbound_prospecting.adapters.dns import NameServers, Silence
from outbound_prospecting.adapters.sender_check import check_sender
from outbound_prospecting.adapters.verify_address import check_domains, check_form, takes_mail

from tests.dns_server import DnsServer

LONG_KEY = "v=DKIM1; k=rsa; p=" + "A" * 400
GOOD = {
    "acme.example TXT": ["google-site-verification=x", "v=spf1 include:_spf.mail.example -all"],
    "_spf.mail.example TXT": ["v=spf1 ip4:192.0.2.0/24 a:out.mail.example -all"],
    "k2026._domainkey.acme.example TXT": [LONG_KEY],
    "_dmarc.acme.example TXT": ["v=DMARC1; p=reject; rua=mailto:dmarc@acme.example"],
    "acme.example MX": ["10 mx1.mail.example.", "20 mx2.mail.example."],
}


def servers(server, lifetime=2.0):
    return NameServers([server.address], lifetime)


def statuses(findings):
    return {finding.check: (finding.status, finding.code) for finding in findings}


def check(records, domain="acme.example", **options):
    with DnsServer(records) as server:
        return statuses(check_sender(domain, servers(server), **options))


# ---------------------------------------------------------------------- name servers


def test_records_come_as_text_and_long_ones_in_one_piece():
    with DnsServer(GOOD) as server:
        dns = servers(server)
        assert dns.ask("k2026._domainkey.acme.example", "TXT") == [LONG_KEY]
        assert sorted(dns.ask("acme.example", "MX")) == ["10 mx1.mail.example.", "20 mx2.mail.example."]


def test_no_record_and_no_such_name_are_an_answer():
    with DnsServer(GOOD) as server:
        assert servers(server).ask("acme.example", "AAAA") == []
        assert servers(server).ask("nowhere.example", "MX") == []


def test_failure_and_silence_are_not():
    with DnsServer(failing=["broken.example"], silent=["silent.example"]) as server:
        dns = servers(server, lifetime=0.5)
        for name in ("broken.example", "silent.example"):
            with pytest.raises(Silence, match=name):
                dns.ask(name, "MX")


def test_nobody_listens():
    with DnsServer() as server:
        gone = server.address
    with pytest.raises(Silence):
        NameServers([gone], 0.5).ask("acme.example", "MX")


def test_addresses_of_name_servers_are_told_apart_from_their_ports():
    assert (
        NameServers(["192.0.2.1", "127.0.0.1:5353", "[2001:db8::1]:53", "2001:db8::2"])._resolve().nameservers[1].port
        == 5353
    )


# ---------------------------------------------------------------------- addresses


@pytest.mark.parametrize(
    "address",
    ["jane", "jane@", "@acme.example", "jane@acme", "j..d@acme.example", "jane d@acme.example", "jane@acme..example",
     "jane@[192.0.2.1]", "jane@localhost", "jane@-acme.example", "", "jane@acme.example\nbcc: x@y.example"],
)  # fmt: skip
def test_what_is_no_address(address):
    verdict = check_form(address)
    assert (verdict.status, verdict.reason, verdict.domain) == ("invalid", "syntax", "")
    assert verdict.detail


@pytest.mark.parametrize(
    ("address", "domain"),
    [("Jane.Doe+x@Acme.Example", "acme.example"), ("jane@münchen.example", "xn--mnchen-3ya.example")],
)
def test_what_is_one_and_which_domain_to_ask_about(address, domain):
    verdict = check_form(address)
    assert (verdict.status, verdict.domain) == ("unknown", domain)


def test_which_domains_take_mail():
    records = {
        "mx.example MX": ["10 mail.mx.example."],
        "null.example MX": ["0 ."],
        "address.example A": ["192.0.2.7"],
        "six.example AAAA": ["2001:db8::7"],
        "parked.example TXT": ["nothing here"],
    }
    names = ["mx.example", "null.example", "address.example", "six.example", "parked.example", "nowhere.example",
             "broken.example"]  # fmt: skip
    with DnsServer(records, failing=["broken.example"]) as server:
        answers = check_domains(names, servers(server, lifetime=0.5))
    assert answers == {
        "mx.example": True,
        "null.example": False,
        "address.example": True,
        "six.example": True,
        "parked.example": False,
        "nowhere.example": False,
        "broken.example": None,
    }


def test_a_domain_is_asked_once_for_all_its_addresses():
    with DnsServer({"mx.example MX": ["10 mail.mx.example."]}) as server:
        check_domains(["mx.example"] * 50, servers(server))
        assert server.questions == ["mx.example MX"]


def test_silence_on_the_way_to_an_answer_is_silence():
    with DnsServer({"half.example TXT": ["x"]}, silent=["half.example"]) as server, pytest.raises(Silence):
        takes_mail("half.example", servers(server, lifetime=0.5))


# ---------------------------------------------------------------------- senders


def test_a_domain_with_all_in_order():
    assert check(GOOD, selector="k2026", expected_spf="include:_spf.mail.example") == {
        "spf": ("ok", "spf_ok"),
        "dkim": ("ok", "dkim_ok"),
        "dmarc": ("ok", "dmarc_ok"),
        "mx": ("ok", "mx_ok"),
    }


def test_a_domain_with_nothing():
    assert check({}) == {
        "spf": ("failed", "spf_missing"),
        "dkim": ("failed", "dkim_unknown_selector"),
        "dmarc": ("failed", "dmarc_missing"),
        "mx": ("failed", "mx_missing"),
    }


def test_nobody_answers_and_nothing_is_claimed():
    with DnsServer() as server:
        gone = server.address
    found = check_sender("acme.example", NameServers([gone], 0.3), selector="k1")
    assert {(finding.status, finding.code) for finding in found} == {("unknown", "silence")}


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        (["v=spf1 mx -all", "v=spf1 a -all"], ("failed", "spf_twice")),
        (["v=spf1 +all"], ("failed", "spf_open")),
        (["v=spf1 mx all"], ("failed", "spf_open")),
        (["v=spf1 mx ?all"], ("warning", "spf_no_end")),
        (["v=spf1 mx"], ("warning", "spf_no_end")),
        (["v=spf1 mx ~all"], ("ok", "spf_ok")),
        (["V=SPF1 mx -ALL"], ("ok", "spf_ok")),
        (["v=spf1 redirect=_spf.mail.example"], ("ok", "spf_ok")),
        (["v=spf10 mx -all"], ("failed", "spf_missing")),
    ],
)
def test_spf(records, expected):
    assert check({"acme.example TXT": records})["spf"] == expected


def test_spf_that_does_not_name_the_mail_service():
    found = check(GOOD, expected_spf="include:spf.other.example")
    assert found["spf"] == ("failed", "spf_without_server")


def test_spf_that_costs_too_many_questions():
    names = [f"s{number}.mail.example" for number in range(5)]
    records = {f"{name} TXT": ["v=spf1 a mx -all"] for name in names}
    records["acme.example TXT"] = ["v=spf1 " + " ".join(f"include:{name}" for name in names) + " -all"]
    assert check(records)["spf"] == ("failed", "spf_lookups")  # 5 includes with two questions each: 15


def test_spf_that_includes_itself_comes_to_an_end():
    assert check({"acme.example TXT": ["v=spf1 include:acme.example -all"]})["spf"] == ("failed", "spf_lookups")


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        ("v=DKIM1; p=", ("failed", "dkim_revoked")),
        ("v=DKIM1; t=y; p=AAAA", ("warning", "dkim_testing")),
        ("k=rsa; p=AAAA", ("ok", "dkim_ok")),
        ("something else", ("failed", "dkim_missing")),
    ],
)
def test_dkim(record, expected):
    assert check({"k1._domainkey.acme.example TXT": [record]}, selector="k1")["dkim"] == expected


def test_dkim_is_found_under_a_usual_name():
    assert check({"selector2._domainkey.acme.example TXT": ["v=DKIM1; p=AAAA"]})["dkim"] == ("ok", "dkim_ok")


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        (["v=DMARC1; p=none"], ("warning", "dmarc_none")),
        (["v=DMARC1; p=quarantine; pct=50"], ("ok", "dmarc_ok")),
        (["v = DMARC1 ; p = REJECT"], ("ok", "dmarc_ok")),
        (["v=DMARC1; p=perhaps"], ("failed", "dmarc_invalid")),
        (["v=DMARC1; p=none", "v=DMARC1; p=reject"], ("failed", "dmarc_invalid")),
    ],
)
def test_dmarc(records, expected):
    assert check({"_dmarc.acme.example TXT": records})["dmarc"] == expected


def test_dmarc_of_the_registered_domain_counts_for_its_subdomains():
    found = check({"_dmarc.acme.example TXT": ["v=DMARC1; p=reject"]}, domain="mail.acme.example")
    assert found["dmarc"] == ("ok", "dmarc_ok")
