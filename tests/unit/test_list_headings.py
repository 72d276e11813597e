from outbound_prospecting.domain.list_headings import (
    HEADINGS,
    column_letters,
    guess_targets,
    heading_key,
    is_heading_row,
    list_key,
    unique_headings,
)

INC_5000 = [
    *("rank", "profile", "name", "url", "state", "revenue", "growth_%", "industry"),
    *("workers", "previous_workers", "founded", "yrs_on_list", "metro", "city"),
]


def guess(headings, *rows):
    return dict(
        zip(headings, guess_targets(headings, list(zip(*rows, strict=True)) or [()] * len(headings)), strict=True)
    )


def test_no_heading_means_two_things():
    known = [heading for headings in HEADINGS.values() for heading in headings]
    assert len(known) == len(set(known))
    assert all(heading_key(heading) == heading for heading in known)


def test_list_of_companies_as_a_magazine_publishes_it():
    row = "1,https://m.example/freestar,Freestar,http://freestar.example,AZ,36.9 Million,36680.3,Advertising,40,5,2015,1,Phoenix,Phoenix"
    targets = guess(INC_5000, row.split(","))
    assert {heading: target for heading, target in targets.items() if target} == {
        "name": "partner_name",
        "url": "website",
        "state": "state_id",
        "revenue": "annual_revenue",
        "industry": "industry_id",
        "workers": "employee_count",
        "previous_workers": "previous_employee_count",
        "city": "city",
    }
    assert targets["growth_%"] == "", "growth of the revenue is not growth of the headcount"


def test_name_is_the_person_where_another_column_is_the_company():
    assert guess(["Name", "Company"]) == {"Name": "contact_name", "Company": "partner_name"}
    assert guess(["Name", "First Name", "Company"])["Name"] == ""


def test_each_field_once():
    targets = guess(["Email", "E-Mail", "Notes", "Comments", "Company"], ["a@a.example", "b@a.example", "x", "y", "A"])
    assert list(targets.values()) == ["email_from", "", "note", "note", "partner_name"]


def test_addresses_are_recognised_by_their_values():
    assert guess(["Company", "Kontaktadresse"], ["Acme", "ann@acme.example"])["Kontaktadresse"] == "email_from"


def test_a_list_without_headings():
    rows = [
        ["Acme Corp", "www.acme.example", "ann@acme.example"],
        ["Borealis", "borealis.example", "bo@borealis.example"],
    ]
    assert not is_heading_row(rows[0], rows[1:])
    headings, _repeated = unique_headings(["", "", ""])
    assert headings == ["(A)", "(B)", "(C)"]
    assert guess_targets(headings, list(zip(*rows, strict=True))) == ["partner_name", "website", "email_from"]


def test_headings_are_recognised_even_when_none_is_known():
    assert is_heading_row(["Empresa X", "Algo"], [["Acme", "b"]])
    assert is_heading_row(INC_5000, [])


def test_repeated_headings_get_numbers():
    headings, repeated = unique_headings(["Name", "name ", "", "Name"])
    assert headings == ["Name", "name (2)", "(C)", "Name (3)"]
    assert repeated == ["name"]


def test_keys_do_not_depend_on_order_and_spelling():
    assert list_key(["Company", "Web_Site"]) == list_key(["web site", "COMPANY"])
    assert heading_key("PreviousWorkers") == "previous workers"


def test_column_letters():
    assert [column_letters(position) for position in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]
