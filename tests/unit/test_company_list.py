import pytest
from outbound_prospecting.adapters.public_suffix import registered_domain
from outbound_prospecting.domain.company_list import Column, Lookup, read_row
from outbound_prospecting.domain.duplicates import KnownProspects
from outbound_prospecting.domain.places import Places

PLACES = Places(
    [(1, "US", ["United States"]), (2, "DE", ["Germany", "Deutschland"]), (3, "CA", ["Canada"])],
    [(11, 1, "DE", "Delaware"), (12, 1, "TX", "Texas"), (21, 2, "BY", "Bavaria"), (31, 3, "ON", "Ontario")],
)


def lookup(**changes):
    return Lookup(
        **{
            "registered_domain": registered_domain,
            "is_free_mail": lambda domain: domain == "gmail.com",
            "places": PLACES,
            "convert": lambda amount, currency: amount if currency in ("", "$") else None,
            **changes,
        }
    )


def read(needs_domain=True, **cells):
    """A row of a list whose headings are the names of the fields."""
    columns = [Column(name, name) for name in cells]
    return read_row(7, list(cells.values()), columns, lookup(needs_domain=needs_domain))


def codes(row):
    return [problem.code for problem in row.problems]


def test_a_whole_row():
    row = read(
        partner_name="  Acme   Corp ",
        website="https://www.acme.co.uk/about",
        state_id="TX",
        employee_count="90",
        previous_employee_count="60",
        annual_revenue="36.9 Million",
        city=":AUSTIN",
        note="likes tea",
        tag_ids="fair; vip",
    )
    assert not row.problems
    assert row.values == {
        "partner_name": "Acme Corp",
        "website": "https://www.acme.co.uk/about",
        "employee_count": 90,
        "employee_growth": 50.0,
        "annual_revenue": 36_900_000,
        "city": "Austin",
        "country_id": 1,
        "state_id": 12,
    }
    assert (row.domain, row.email, row.notes, row.tags) == ("acme.co.uk", "", [("note", "likes tea")], ["fair", "vip"])


def test_person_from_two_columns():
    row = read(partner_name="Acme", email_from="Ann@Acme.example; bob@acme.example", first_name="Ann", last_name="Lee")
    assert row.values["contact_name"] == "Ann Lee"
    assert row.values["email_from"] == row.email == "ann@acme.example"
    assert row.domain == "acme.example"
    assert row.notes == [("E-mail", "bob@acme.example")]


def test_a_stated_growth_wins_over_a_computed_one():
    row = read(
        partner_name="A", website="a.example", employee_count="90", previous_employee_count="60", employee_growth="5 %"
    )
    assert row.values["employee_growth"] == 5


@pytest.mark.parametrize(
    ("state", "country", "expected"),
    [
        ("DE", "", (1, 11)),
        ("DE", "Germany", (2, None)),
        ("Bavaria", "", (2, 21)),
        ("Ontario", "", (3, 31)),
        ("on", "canada", (3, 31)),
        ("", "USA", (1, None)),
        ("Atlantis", "", (None, None)),
    ],
)
def test_places(state, country, expected):
    row = read(partner_name="A", website="a.example", state_id=state, country_id=country)
    assert not row.problems
    assert (row.values.get("country_id"), row.values.get("state_id")) == expected
    if state and not expected[1]:
        assert row.notes == [("state_id", state)], "a state that is not known is kept as a note"


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ({"partner_name": "", "website": "a.example"}, "partner_name"),
        ({"partner_name": "A", "website": ""}, "no_domain"),
        ({"partner_name": "A", "website": "http://acme"}, "website"),
        ({"partner_name": "A", "website": "acme.notasuffix"}, "website"),
        ({"partner_name": "A", "website": "facebook.com/acme"}, "shared_site"),
        ({"partner_name": "A", "email_from": "ann at acme"}, "email_from"),
        ({"partner_name": "A", "email_from": "ann@acme.notasuffix"}, "email_from"),
        ({"partner_name": "A", "website": "a.example", "country_id": "Atlantis"}, "country_id"),
        ({"partner_name": "A", "website": "a.example", "employee_count": "many"}, "employee_count"),
        ({"partner_name": "A", "website": "a.example", "annual_revenue": "much"}, "annual_revenue"),
        ({"partner_name": "A", "website": "a.example", "annual_revenue": "5 M€"}, "currency"),
        ({"partner_name": "=cmd|' /C calc'!A0", "website": "a.example"}, "formula"),
    ],
)
def test_what_cannot_be_imported(cells, code):
    row = read(**cells)
    assert codes(row) == [code]
    if code != "no_domain":
        assert row.problems[0].heading in cells


def test_all_problems_of_a_row_are_named():
    row = read(partner_name="", website="acme", employee_count="many")
    assert sorted(codes(row)) == ["employee_count", "partner_name", "website"]


def test_more_cells_than_columns():
    columns = [Column("Company", "partner_name"), Column("Web", "website")]
    assert codes(read_row(1, ["Acme", "acme.example", "Inc."], columns, lookup())) == ["extra_cells"]
    assert not codes(read_row(1, ["Acme", "acme.example", " "], columns, lookup()))
    assert codes(read_row(1, ["Acme"], columns, lookup())) == ["no_domain"]


def test_a_page_on_a_shared_site_is_no_company_domain():
    row = read(partner_name="A", website="facebook.com/a", email_from="ann@a.example")
    assert not row.problems
    assert row.domain == "a.example"


def test_free_mail_is_no_company_domain():
    row = read(partner_name="A", email_from="ann@gmail.com")
    assert not row.problems
    assert (row.domain, row.email) == ("", "ann@gmail.com")


def test_without_domain_the_name_decides_if_the_user_wants():
    row = read(needs_domain=False, partner_name="Acme, Inc.", country_id="US")
    assert not row.problems
    assert row.name_key == "acme|1"


class TestDuplicates:
    """The rule of `KnownProspects`: one row after the other, as in a list."""

    def outcome(self, *rows, known=None):
        known = known or KnownProspects()
        found = []
        for number, cells in enumerate(rows):
            row = read(needs_domain=False, **cells)
            assert not row.problems
            match = known.find(row)
            found.append(match.code if match else "new")
            if not match:
                known.add(row, number)
        return found

    def test_a_company_once_by_its_domain(self):
        rows = [{"partner_name": "A", "website": url} for url in ("a.example", "https://shop.a.example/x", "b.example")]
        assert self.outcome(*rows) == ["new", "domain", "new"]

    def test_another_person_of_a_known_company_is_a_second_contact(self):
        rows = [
            {"partner_name": "A", "website": "a.example"},
            {"partner_name": "A", "website": "a.example", "email_from": "ann@a.example"},
            {"partner_name": "A", "website": "a.example", "email_from": "bob@a.example"},
            {"partner_name": "A", "website": "a.example", "email_from": "ANN@a.example"},
            {"partner_name": "A", "website": "a.example"},
        ]
        assert self.outcome(*rows) == ["new", "new", "new", "email", "domain"]

    def test_two_persons_with_free_mail_are_two(self):
        rows = [{"partner_name": "A", "email_from": f"{name}@gmail.com"} for name in ("ann", "bob", "ann")]
        assert self.outcome(*rows) == ["new", "new", "email"]

    def test_names_decide_only_without_domain_and_email(self):
        rows = [
            {"partner_name": "Acme, Inc."},
            {"partner_name": "ACME LLC"},
            {"partner_name": "Acme", "website": "acme.example"},
        ]
        assert self.outcome(*rows) == ["new", "name", "new"]

    def test_customers_are_nobodys_prospects(self):
        known = KnownProspects(customers={"a.example": "customer"})
        rows = [{"partner_name": "A", "website": "a.example", "email_from": "new@a.example"}]
        assert self.outcome(*rows, known=known) == ["customer"]

    def test_suppressed_names_come_first(self):
        known = KnownProspects(emails={"ann@a.example": "lead"}, suppressed={"a.example": "opted out"})
        rows = [{"partner_name": "A", "email_from": "ann@a.example"}]
        assert self.outcome(*rows, known=known) == ["suppressed"]
