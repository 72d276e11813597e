import io

import openpyxl

from odoo.exceptions import UserError
from odoo.tests import tagged
from odoo.tools.misc import file_open

from .common import ImportCase


@tagged("post_install", "-at_install")
class TestImportFiles(ImportCase):
    """What people see of unusual and broken files; how they are recognised is in the contract tests."""

    def refused(self, content, pattern, **values):
        before = self.env["outbound.import"].search_count([])
        with self.assertRaisesRegex(UserError, pattern), self.env.cr.savepoint():
            self.list_of(content, **values)
        self.assertEqual(self.env["outbound.import"].search_count([]), before)

    def workbook(self, *rows):
        book = openpyxl.Workbook()
        for row in rows:
            book.active.append(row)
        stream = io.BytesIO()
        book.save(stream)
        return stream.getvalue()

    def test_refused_files_are_named_with_reason_and_advice(self):
        workbook = self.workbook(["Company"], ["A"])
        for content, pattern in (
            (b"", "list.csv cannot be read: it is empty. Expected: a CSV or XLSX file"),
            (b"Company,Website\n\n,\n", "list.csv holds a heading but no companies. Expected: one company per row"),
            (b"%PDF-1.7", "it is not a table \\(it looks like: PDF\\)"),
            (workbook[:-100], "it is a damaged Excel workbook. Open it in Excel"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Excel format"),
            (b"Company,Website\nA,\x00\n", "line 2 holds bytes that are not text"),
            (b'Company,Website\nA,"a.example\n', "a quotation mark in line 2 is misplaced or never closed"),
            (b"Company^Website\nA^a.example\n", "its columns are separated by “\\^”"),
            (",".join(["Company"] * 300).encode(), "it has 300 columns, and at most 256 are read"),
        ):
            with self.subTest(pattern):
                self.refused(content, pattern)

    def test_reading_it_wrongly_on_purpose(self):
        self.refused("Firma;Web\nMüller;a.example\n".encode("cp1252"), "line 2 is not text in UTF-8", encoding="utf-8")
        self.refused(b"Company;Website\nA;a.example\n", "its columns are separated by “;”", delimiter=",")
        self.refused(
            self.workbook(["Company"], ["A"]), "it has no sheet named Prices. Its sheets are: Sheet", sheet="Prices"
        )

    def test_limits_are_system_parameters(self):
        parameters = self.env["ir.config_parameter"]
        parameters.set_param("outbound_prospecting.import_max_rows", "2")
        self.refused("Company\nA\nB\nC\n", "it has more than 2 companies")
        parameters.set_param("outbound_prospecting.import_max_rows", "a lot")
        self.assertEqual(self.list_of("Company\nA\nB\nC\n").row_count, 3, "nonsense means the default")

    def test_a_file_of_50_megabytes(self):
        self.refused(b"Company,Website\n" + b"A,a.example\n" * 4_400_000, "it has 50.4 MB, and at most 20.0 MB")

    def test_a_file_of_100_columns(self):
        headings = [f"Column {number}" for number in range(98)]
        record = self.rows("A,a.example," + ",".join("x" * 98), heading=",".join(["Company", "Website", *headings]))
        self.assertEqual(len(record.column_ids), 100)
        record.action_import()
        self.assertEqual(self.counts(record), (1, 0, 0))

    def test_names_that_lie(self):
        record = self.list_of(self.workbook(["Company", "Website"], ["A", "a.example"]), file_name="list.csv")
        self.assertIn("the file is an Excel workbook", record.notice)
        self.assertEqual(record.reading, "Excel workbook, sheet Sheet")
        record = self.list_of("Company,Website\nA,a.example\n", file_name="list.xlsx")
        self.assertIn("the file is delimited text", record.notice)
        record.action_import()
        self.assertEqual(self.counts(record), (1, 0, 0))

    def test_workbook_with_numbers_as_text_and_text_as_numbers(self):
        record = self.list_of(
            self.workbook(
                ["Company", "Website", "Employees", "Revenue", "Headcount growth", "ZIP", "Phone"],
                ["A", "a.example", "1,200", 2500000, 0.25, "01234", 15551234567],
                [None, None, None],
                ["B", "b.example", 30, "2.5M", None, 94107, None],
            ),
            file_name="list.xlsx",
        )
        record.action_import()
        self.assertRecordValues(
            record.lead_ids.sorted("id"),
            [
                {"employee_count": 1200, "annual_revenue": 2_500_000, "zip": "01234", "phone": "15551234567"},
                {"employee_count": 30, "annual_revenue": 2_500_000, "zip": "94107", "phone": False},
            ],
        )
        self.assertIn("1 empty rows were left out", record.notice)

    def test_repeated_headings(self):
        record = self.rows("A,a.example,B", heading="Name,Website,Name")
        self.assertEqual(record.column_ids.mapped("heading"), ["Name", "Website", "Name (2)"])
        self.assertIn("More than one column is headed Name", record.notice)
        self.assertEqual(record.column_ids.mapped("target"), ["partner_name", "website", False])

    def test_no_heading(self):
        record = self.list_of("Acme Corp,acme.example\nBorealis,borealis.example\n")
        self.assertEqual((record.has_heading, record.row_count), (False, 2))
        self.assertIn("looks like a company", record.notice)
        record.action_import()
        self.assertEqual(sorted(record.lead_ids.mapped("name")), ["Acme Corp", "Borealis"])

    def test_quoted_newlines_blank_lines_and_ragged_rows(self):
        record = self.list_of('Company,Website,City\n"Acme\nCorp",acme.example\n\n,,\nB,b.example,Ulm,extra\n')
        record.action_import()
        self.assertEqual(self.counts(record), (1, 0, 1))
        self.assertEqual(record.lead_ids.name, "Acme Corp")
        self.assertEqual(record.rejection_ids.line, 6)
        self.assertIn("more cells than there are columns", record.rejection_ids.reason)
        self.assertEqual(record.rejection_ids.row, ["B", "b.example", "Ulm", "extra"])

    def test_revenue_in_another_currency(self):
        own = self.env.company.currency_id
        other = self.env["res.currency"].with_context(active_test=False).search([("name", "=", "CHF")])
        self.assertNotEqual(own, other)
        rows = ("A,a.example,CHF 2M", f"B,b.example,{own.name} 3M")
        record = self.imported(*rows, heading="Company,Website,Revenue")
        self.assertEqual(self.counts(record), (1, 0, 1))
        self.assertIn("in a currency without a rate", record.rejection_ids.reason)
        other.active = True
        self.env["res.currency.rate"].create(
            {"currency_id": other.id, "rate": 0.5, "name": "2020-01-01", "company_id": self.env.company.id}
        )
        record = self.imported(rows[0], heading="Company,Website,Revenue")
        self.assertEqual(record.lead_ids.annual_revenue, 4_000_000)

    def test_accents_and_international_domains(self):
        record = self.imported("Müller & Söhne,http://müller.de,,,", "Mueller,xn--mller-kva.de,,,")
        self.assertEqual(self.counts(record), (1, 1, 0))
        self.assertEqual(record.lead_ids.website_domain, "müller.de")

    def test_the_demo_list_shows_everything(self):
        with file_open("outbound_prospecting/demo/companies.csv", "rb") as handle:
            result = self.Import._import_file("companies.csv", handle.read())
        self.assertEqual(result["companies"], result["imported"] + result["duplicates"] + result["rejected"])
        self.assertGreater(result["imported"], 250)
        self.assertTrue(result["duplicates"] and result["rejected"])
