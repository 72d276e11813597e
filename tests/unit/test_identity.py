import pytest
from outbound_prospecting.adapters.public_suffix import registered_domain
from outbound_prospecting.domain.identity import company_domain, company_key, host_of


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("shop.acme.co.uk", "acme.co.uk"),
        ("northpeak.example", "northpeak.example"),
        ("eu.northpeak.example", "northpeak.example"),
        ("acme.wixsite.com", "acme.wixsite.com"),
        ("wixsite.com", ""),
        ("co.uk", ""),
        ("192.0.2.1", ""),
        ("acme.notasuffix", ""),
        ("", ""),
    ],
)
def test_registered_domain(host, expected):
    assert registered_domain(host) == expected


@pytest.mark.parametrize(
    ("website", "expected"),
    [
        ("http://xn--mnchen-3ya.de/", "münchen.de"),
        ("WWW.Acme.Example:8080", "acme.example"),
        ("http://[::1", ""),
        ("-acme.example", ""),
        ("a_b.example", ""),
        (None, ""),
    ],
)
def test_host(website, expected):
    assert host_of(website) == expected


def test_the_website_decides_before_the_address():
    assert company_domain("acme.example", "other.example", registered_domain) == "acme.example"
    assert company_domain("linkedin.com/company/acme", "acme.example", registered_domain) == "acme.example"
    assert company_domain("", None, registered_domain) == ""


@pytest.mark.parametrize(
    ("name", "expected"), [("Acme, Inc.", "acme"), ("ACME GmbH & Co. KG", "acme"), ("Co.", "co"), ("Años SA", "anos")]
)
def test_company_key(name, expected):
    assert company_key(name) == expected
