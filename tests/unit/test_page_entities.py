"""What pages name: people and roles, organisations, numbers, addresses; and that no page keeps us busy."""

import time

import pytest
from outbound_prospecting.adapters.contacts import read_contacts
from outbound_prospecting.adapters.page import read_page
from outbound_prospecting.adapters.phones import find_phones
from outbound_prospecting.domain.company_names import find_organisations
from outbound_prospecting.domain.email_text import find_emails
from outbound_prospecting.domain.job_titles import is_title, title_in
from outbound_prospecting.domain.page import Page
from outbound_prospecting.domain.page_country import likely_countries
from outbound_prospecting.domain.person_names import find_people
from outbound_prospecting.domain.postal_text import find_addresses


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jane.Doe+x@Acme.example.", ["jane.doe+x@acme.example"]),
        ("a@b.example, c@d.co.example;e@f.example", ["a@b.example", "c@d.co.example", "e@f.example"]),
        ("jane [at] acme [dot] example", ["jane@acme.example"]),
        ("jane (at) acme.example", ["jane@acme.example"]),
        ("jane{at}acme{dot}co{dot}example", ["jane@acme.co.example"]),
        ("jane (ät) acme (punkt) example", ["jane@acme.example"]),
        ("jane at acme dot example", ["jane@acme.example"]),
        ("jane arroba acme punto example", ["jane@acme.example"]),
        ("jane @ acme.example", ["jane@acme.example"]),
        ("jane＠acme.example", ["jane@acme.example"]),
        ("<jane@acme.example>", ["jane@acme.example"]),
        ("o'hara@acme.example", ["o'hara@acme.example"]),
        ("jane@müller.example", ["jane@müller.example"]),
        ("logo@2x.png banner@home.jpg", []),
        ("look at acme.example, we are at home", []),
        ("@acme @acme.example jane@ jane@acme a@b.1", []),
        ("we met (at) noon. The dot (dot) matters", []),
    ],
)
def test_emails(text, expected):
    assert find_emails(text) == expected


@pytest.mark.parametrize(
    ("text", "regions", "expected"),
    [
        ("Call 212-555-0123 x", "US", ["+12125550123"]),
        ("Tel (0117) 230 5221", "GB", ["+441172305221"]),
        ("+49 (0) 30 901820", "US", ["+4930901820"]),
        ("030 / 901 820-0", "DE", ["+49309018200"]),
        ("T: 01 42 68 53 00", "FR", ["+33142685300"]),
        ("303-683-5033 303-558-4269", "US", ["+13036835033", "+13035584269"]),
        ("1-800-FLOWERS or 303.333.PAUL", "US", ["+18003569377", "+13033337285"]),
        ("3 16-69 1-85 19", "US", ["+13166918519"]),
        ("12/05/2014 - 13/05/2014 and 2004-2013", "GB", []),
        ("Phone: (02) 9191-8364", "US", ["+61291918364"]),
        ("(02) 9191-8364", "US", []),
        ("order 4155550123456789 now", "US", []),
        ("$ 4155550123 $4155550123", "US", ["+14155550123"]),
        ("version 1.2.3.4.5.6.7", "US", []),
    ],
)
def test_phones(text, regions, expected):
    assert [phone.e164 for phone in find_phones(text, [regions])] == expected


def test_fax_is_told_apart_and_marked_numbers_count():
    found = find_phones("Tel: 212-555-0123 Fax: 212-555-0124", ["US"], ["(212) 555-0125"])
    assert [(phone.e164[-4:], phone.fax, phone.start) for phone in found] == [
        ("0123", False, 5),
        ("0124", True, 23),
        ("0125", False, -1),
    ]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (Page("https://acme.co.uk/", "", ""), "GB"),
        (Page("https://acme.de/", "", ""), "DE"),
        (Page("https://acme.io/", "", "Call +353 57 935 2105"), "IE"),
        (Page("https://acme.com/", "", "Bristol BS1 5QT"), "GB"),
        (Page("https://acme.com/", "", "Portland, OR 97201"), "US"),
        (Page("https://acme.com/", "", "", language="fr-CA"), "FR"),
        (Page("", "", "Sydney NSW 2067"), "AU"),
        (Page("", "", ""), "US"),
    ],
)
def test_countries(page, expected):
    assert likely_countries(page)[0] == expected
    assert likely_countries(page, "at")[0] == "AT"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("JANE DOE\nGENERAL MANAGER\nRead my bio", [("Jane Doe", "GENERAL MANAGER")]),
        ("Jane Doe, Chief Financial Officer", [("Jane Doe", "Chief Financial Officer")]),
        ("Jane Doe - Head of Sales", [("Jane Doe", "Head of Sales")]),
        ("Jane Doe (CEO)", [("Jane Doe", "CEO")]),
        ("Owner: Jane Doe started in 1999", [("Jane Doe", "Owner")]),
        ("Managing Director:\nXanthe Quux", [("Xanthe Quux", "Managing Director")]),
        ("Xanthe Quux\nGeschäftsführerin", [("Xanthe Quux", "Geschäftsführerin")]),
        ("Dr. Xanthe van der Quux wrote", [("Xanthe van der Quux", "")]),
        ("Xanthe Quux, M.D. sees patients", [("Xanthe Quux", "")]),
        ("our president Jane Doe said", [("Jane Doe", "president")]),
        ("“Great work!”\nXanthe Quux, Florist", [("Xanthe Quux", "")]),
        ("- Xanthe Quux, Springfield", [("Xanthe Quux", "")]),
        ("R. Mack Babcock leads the firm", [("R. Mack Babcock", "")]),
        ("Jean-Pierre O'Brien joined", [("Jean-Pierre O'Brien", "")]),
        ("President Jane Doe is licensed", [("Jane Doe", "President")]),
        ("Jane Doe. Later Jane Doe, Director", [("Jane Doe", "Director")]),
        ("Privacy Policy\nContact Us\nNew York\nOur Services", []),
        ("Martin Luther King Boulevard, Charlotte Street, Stanley Park", []),
        ("Read more about Custom Homes and Great Deals", []),
    ],
)
def test_people(text, expected):
    assert [(person.name, person.role) for person in find_people(text)] == expected


def test_where_a_person_is():
    text = "Team\nour president Jane Doe said"
    assert text[find_people(text)[0].start :].startswith("Jane Doe")


@pytest.mark.parametrize("title", ["CEO", "Vice President of Sales", "VP, Marketing", "Co-Founder & CTO", "Head of the Tile Division",
                                   "Geschäftsführer", "Responsable des achats", "Lead Carpenter and Painter", "Director (Sales)"])  # fmt: skip
def test_titles(title):
    assert is_title(title)


@pytest.mark.parametrize("text", ["Contact our manager", "Director's Cut Films Ltd", "President 2014", "Partners with us?", "Sales", "",
                                  "The manager is on holiday until the end of the year in Spain"])  # fmt: skip
def test_no_titles(text):
    assert not is_title(text)


def test_a_title_at_the_beginning_of_a_phrase():
    assert title_in("owner of Acme Pumps in Ghent") == "owner"
    assert title_in("who owns it") == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme Pumps Ltd. makes pumps", "Acme Pumps Ltd."),
        ("We are Müller & Söhne GmbH & Co. KG in Bonn", "Müller & Söhne GmbH & Co. KG"),
        ("Katz, Marshall & Banks LLP", "Katz, Marshall & Banks LLP"),
        ("a graduate of Iowa State University in 1990", "Iowa State University"),
        ("at the University of Phoenix today", "University of Phoenix"),
        ("© 2014 Acme Pumps. All rights reserved.", "Acme Pumps"),
        ("Copyright 2004-2013 by Acme Pumps | Site by Webby", "Acme Pumps"),
        ("Société Dupont SARL est", "Société Dupont SARL"),
    ],
)
def test_organisations(text, expected):
    assert expected in [organisation.name for organisation in find_organisations(text)]


@pytest.mark.parametrize(
    "text", ["Find School\nAll Schools\nPrivate School", "our company and their group", "About Us\nContact"]
)
def test_menus_are_no_organisations(text):
    assert find_organisations(text) == []


def test_its_own_names():
    found = find_organisations(
        "Better Builders is here. Call BetterBuilders. Ace Tools Inc. helps.", "About | Better Builders", ["BB"], ["www.betterbuilders.example"]
    )  # fmt: skip
    assert {(organisation.name, organisation.own) for organisation in found} == {
        ("BB", True), ("Better Builders", True), ("BetterBuilders", True), ("Ace Tools Inc.", False)
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "street", "city", "state", "postcode", "country"),
    [
        ("145 Walker Drive Unit 3\nCleveland, OH 44135", "145 Walker Drive Unit 3", "Cleveland", "OH", "44135", "US"),
        ("325 Cherry Street Bridgeport, CT 06605", "325 Cherry Street", "Bridgeport", "CT", "06605", "US"),
        ("Address: 1 Johnson Place, Woodmere NY 11598-1234", "1 Johnson Place", "Woodmere", "NY", "11598-1234", "US"),
        ("Great House\n29 Great George St\nBristol BS1 5QT", "29 Great George St", "Bristol", "", "BS1 5QT", "GB"),
        (
            "101-1305 Welch St\nNorth Vancouver\nV7P 1B3 BC.",
            "101-1305 Welch St",
            "North Vancouver",
            "BC",
            "V7P 1B3",
            "CA",
        ),
        ("Musterstraße 12a\n53111 Bonn", "Musterstraße 12a", "Bonn", "", "53111", ""),
        ("12, rue de la Paix, 75002 Paris", "12, rue de la Paix", "Paris", "", "75002", ""),
        ("Via Roma 3, 20121 Milano (MI)", "Via Roma 3", "Milano", "MI", "20121", ""),
        ("Keizersgracht 123, 1015 CJ Amsterdam", "Keizersgracht 123", "Amsterdam", "", "1015 CJ", "NL"),
        ("PO Box 5214\nWest Chatswood NSW 1515", "PO Box 5214", "West Chatswood", "NSW", "1515", "AU"),
        ("Serving Wichita, KS since 1990", "", "Wichita", "KS", "", "US"),
        ("visit 8266 Fountain Avenue today", "8266 Fountain Avenue", "", "", "", ""),
    ],
)
def test_addresses(text, street, city, state, postcode, country):
    (found,) = find_addresses(text)
    assert (found.street, found.city, found.state, found.postcode, found.country) == (
        street,
        city,
        state,
        postcode,
        country,
    )


@pytest.mark.parametrize(
    "text", ["In 2010 Georgie Awards", "call (503) 808-1268", "10000 Happy Customers", "since 1999 Great Deals"]
)
def test_no_addresses(text):
    assert find_addresses(text) == []


def test_a_page():
    page = read_page("""<title>Team | Acme Pumps</title><p>Jane Doe</p><p>CEO</p><a href="mailto:jane@acme.example">write</a>
        jane@acme.exampleor call +1 212 555 0123<p hidden>John Smith, CTO</p>""", "https://acme.example/team")  # fmt: skip
    found = read_contacts(page)
    assert [(person.name, person.role) for person in found.people] == [("Jane Doe", "CEO"), ("John Smith", "CTO")]
    assert found.emails == ("jane@acme.example",)
    assert [phone.e164 for phone in found.phones] == ["+12125550123"]


@pytest.mark.parametrize("piece", ["Aa-", "A.", "A ", "Aa ", "A & ", "Aa and ", "Aa of the ", "1 ", "1-", "(1", "a@", "a@a.", "a at ",
    "a [at] b [dot] ", "Aa, ", "12345 Aa ", "AB1 2CD ", "1 Aa ", "+1", "O'", "Van de ", "Dr. ", "“A” ", "©", "a", "C/ a", "Director, ",
    "Jane Doe, ", "- ", "--", "1 rue a ", "Inc ", "[at]", "<at> ", "Aa\n", "12345\n", "call 1 ", "© 2020 a"])  # fmt: skip
def test_no_page_keeps_us_busy(piece):
    """Patterns meet 40,000 characters made to have them try every way; a bad one takes hours."""
    text = (piece * 40_000)[:40_000]
    started = time.process_time()
    read_contacts(Page("https://aaaa.example/", text[:200], text))
    assert time.process_time() - started < 10
