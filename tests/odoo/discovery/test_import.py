import base64
import csv
import io

import pytest

from odoo.exceptions import AccessError, UserError
from odoo.tests import new_test_user, tagged

from tests.conftest import SHARED

from .common import HEADINGS, ROWS, ImportCase, as_csv, as_xlsx

COMPANIES = SHARED / "data" / "companies_inc5000_2019.csv"


@tagged("post_install", "-at_install")
class TestImport(ImportCase):
    def test_guess_check_import(self):
        record = self.upload()
        self.assertEqual(
            record.column_ids.mapped("target"),
            ["partner_name", "website", "employee_count", "previous_employee_count", "industry_id", "city", "state_id"],
        )
        self.assertIn("Northpeak Outfitters", record.column_ids[0].samples)
        record.action_check()
        self.assertEqual(self.counts(record), (2, 2, 0, 0))
        self.assertFalse(record.lead_ids, "a check imports nothing")
        record.action_import()
        self.assertEqual((record.state, self.counts(record)), ("done", (2, 2, 0, 0)))
        lead = record.lead_ids.filtered(lambda lead: lead.partner_name == "Northpeak Outfitters")
        self.assertEqual(
            (lead.type, lead.user_id.id, lead.team_id, lead.website_domain, lead.employee_count, lead.employee_growth),
            ("opportunity", False, self.team, "northpeak-outfitters.example", 120, 100.0),
        )
        self.assertEqual(lead.country_id, self.env.ref("base.us"), "a state of the United States implies the country")
        self.assertEqual(lead.stage_id, self.env.ref("outbound_prospecting.crm_stage_new_lead"))
        self.assertTrue(lead.icp_tier, "prospects are scored with the import")

    def test_a_workbook_reads_like_text(self):
        record = self.upload(content=as_xlsx([HEADINGS, *ROWS]), name="companies.xlsx")
        record.action_import()
        self.assertEqual(self.counts(record), (2, 2, 0, 0))

    def test_one_lead_per_domain_but_colleagues_are_people(self):
        headings = ["Company", "Website", "E-mail", "Contact"]
        rows = [
            ["Northpeak", "northpeak.example", "", ""],
            ["NORTHPEAK Inc.", "http://www.northpeak.example/about", "", ""],
            ["Irongate", "irongate.example", "mia@irongate.example", "Mia"],
            ["Irongate", "irongate.example", "tom@irongate.example", "Tom"],
            ["Irongate", "irongate.example", "MIA@irongate.example", "Mia again"],
        ]
        record = self.upload(content=as_csv([headings, *rows]))
        record.action_import()
        self.assertEqual(self.counts(record), (5, 3, 2, 0))

    def test_known_leads_and_customers_are_not_imported_again(self):
        self.env["crm.lead"].create(
            {"name": "Lost once", "website": "https://northpeak-outfitters.example", "type": "opportunity"}
        ).action_set_lost()
        record = self.upload()
        record.action_import()
        self.assertEqual(self.counts(record), (2, 1, 1, 0))
        duplicate = record.rejection_ids
        self.assertIn("Lost once", duplicate.reason)

    def test_importing_twice_imports_nothing_new(self):
        self.upload().action_import()
        again = self.upload()
        again.action_import()
        self.assertEqual(self.counts(again), (2, 0, 2, 0))

    def test_saved_mapping_is_found_again(self):
        odd = [["Firma", "Netz", "Kopfzahl"], ["Northpeak", "northpeak.example", "50"]]
        first = self.upload(content=as_csv(odd))
        for column, target in zip(first.column_ids, ("partner_name", "website", "employee_count"), strict=True):
            column.target = target
        self.env["outbound.import.mapping"].create({"name": "German lists", "import_id": first.id})
        second = self.upload(content=as_csv(odd))
        self.assertEqual(second.mapping_id.name, "German lists")
        self.assertEqual(second.column_ids.mapped("target"), ["partner_name", "website", "employee_count"])

    def test_undo_keeps_what_somebody_worked_on(self):
        record = self.upload()
        record.action_import()
        kept = record.lead_ids[0]
        kept.user_id = self.env.user
        message = record.action_undo()["params"]["message"]
        self.assertEqual(record.lead_ids.exists(), kept)
        self.assertIn("1 kept", message)
        self.assertEqual(record.state, "mapped")

    def test_rejected_rows_come_back_as_a_file_without_formulas(self):
        record = self.upload(
            [
                ["", "nameless.example", "5"],
                ["=cmd|' /C calc'!A0", "evil.example", "5"],
                ["Fine", "fine.example", "many"],
            ]
        )
        record.action_import()
        self.assertEqual([line for line, _reason in self.rejected(record)], [2, 3, 4])
        content = base64.b64decode(record._get_rows_csv("rejected")).decode("utf-8-sig")
        rows = list(csv.reader(io.StringIO(content)))
        self.assertEqual(len(rows), 4)
        self.assertFalse([cell for row in rows for cell in row if cell.startswith(("=", "@", "+", "\t"))])

    def test_rep_imports_but_cannot_change_rows(self):
        rep = new_test_user(self.env, login="import_rep", groups="outbound_prospecting.group_outbound_user")
        record = self.upload().with_user(rep)
        record.action_import()
        self.assertEqual(record.imported_count, 2)
        with self.assertRaises(AccessError):
            self.env["outbound.import.rejection"].with_user(rep).create({"import_id": record.id})

    def test_statements_do_not_grow_with_rows(self):
        def rows(prefix, count):
            return [
                [f"{prefix} {n}", f"{prefix}-{n}.example", "50", "40", "Retail", "Boise", "ID"] for n in range(count)
            ]

        self.upload(rows("warm", 3)).action_import()
        few, many = self.upload(rows("few", 20)), self.upload(rows("many", 200))
        self.env.flush_all()
        counts = []
        for record in (few, many):
            before = self.cr.sql_log_count
            record.action_import()
            self.env.flush_all()
            counts.append(self.cr.sql_log_count - before)
        # Odoo itself asks once for each new lead in places; what is ours must not add to that.
        self.assertLess(counts[1] - counts[0], 2.2 * 180)

    def test_the_file_of_real_companies(self):
        if not COMPANIES.exists():
            pytest.skip(f"{COMPANIES} is not on this machine")
        result = self.Import._import_file(COMPANIES.name, COMPANIES.read_bytes())
        self.assertEqual(result["companies"], 5012)
        self.assertEqual(sum(result[key] for key in ("imported", "duplicates", "rejected")), 5012)
        self.assertGreater(result["imported"], 4950)
        record = self.Import.search([], order="id desc", limit=1)
        growing = record.lead_ids.filtered(lambda lead: lead.employee_growth >= 100)
        self.assertGreater(len(growing), 2000)
        self.assertEqual(set(growing.mapped("buying_signals")), {5})
        self.assertFalse(record.lead_ids.user_id)


@tagged("post_install", "-at_install")
class TestBadFiles(ImportCase):
    def refused(self, content, words, name="companies.csv", **values):
        """The file is refused with a sentence that names it and says what was expected."""
        leads = self.env["crm.lead"].search_count([])
        with self.assertRaisesRegex(UserError, words) as caught:
            self.Import._import_file(name, content) if not values else self.upload(content=content, name=name, **values)
        self.assertIn(name, str(caught.exception))
        self.assertEqual(self.env["crm.lead"].search_count([]), leads)

    def test_not_a_table(self):
        for content, words in (
            (b"", "empty"),
            (b"\n\n  \n", "empty"),
            (b"%PDF-1.7 ...", "PDF"),
            (b"PK\x03\x04 not a workbook", "not a table"),
            (b"<html><table></table></html>", "web page"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "xlsx"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password"),
        ):
            with self.subTest(content=content[:20]):
                self.refused(content, words)

    def test_too_big(self):
        self.refused(as_csv([HEADINGS]) + b"x,y\n" * 14_000_000, "MB|large|big")

    def test_hundred_columns(self):
        headings = ["Company", "Website", *(f"Column {n}" for n in range(98))]
        record = self.upload(content=as_csv([headings, ["Northpeak", "northpeak.example", *["x"] * 98]]))
        self.assertEqual(len(record.column_ids), 100)
        record.action_import()
        self.assertEqual(record.imported_count, 1)

    def test_header_only_and_no_company_column(self):
        self.refused(as_csv([HEADINGS]), "row|compan")
        record = self.upload(content=as_csv([["Colour", "Shape"], ["red", "round"]]))
        with self.assertRaisesRegex(UserError, "company name"):
            record.action_import()

    def test_duplicate_headings_are_all_kept_and_said(self):
        rows = [["Company", "Website", "Phone", "Phone"], ["Northpeak", "northpeak.example", "1", "2"]]
        record = self.upload(content=as_csv(rows))
        self.assertEqual(len(record.column_ids), 4)
        self.assertIn("Phone", record.notice)

    def test_any_delimiter_and_encoding(self):
        for delimiter in ",;\t|":
            for encoding, bom in (("utf-8", b""), ("utf-8", b"\xef\xbb\xbf"), ("cp1252", b""), ("utf-16", b"")):
                with self.subTest(delimiter=delimiter, encoding=encoding):
                    record = self.upload(content=as_csv([HEADINGS, *ROWS], delimiter, encoding, bom))
                    self.assertEqual((record.row_count, len(record.column_ids)), (2, 7))
                    self.assertIn("Köln", record.column_ids.filtered(lambda c: c.target == "city").samples)

    def test_wrong_encoding_is_said(self):
        content = as_csv([HEADINGS, *ROWS], encoding="cp1252")
        self.refused(content, "UTF-8", encoding="utf-8")

    def test_workbook_under_another_name(self):
        record = self.upload(content=as_xlsx([HEADINGS, *ROWS]), name="companies.csv")
        self.assertEqual(record.row_count, 2)
        self.assertIn("workbook", record.notice)

    def test_ragged_quoted_and_blank_rows(self):
        content = (
            b'Company,Website,Employees\n"North\npeak",northpeak.example,50\n\n,,\nIrongate,irongate.example\n'
            b"Cedarfield,cedarfield.example,20,surplus\n"
        )
        record = self.upload(content=content)
        record.action_import()
        self.assertEqual(self.counts(record), (3, 2, 0, 1))
        self.assertEqual(self.rejected(record)[0][0], 7)

    def test_nul_bytes(self):
        self.refused(b"Company,Website\nNorth\x00peak,northpeak.example\n", "line|text")

    def test_missing_domain_is_rejected_unless_wanted(self):
        rows = [["Northpeak", "", "50"], ["Irongate", "facebook.com/irongate", "20"]]
        record = self.upload(rows)
        record.action_import()
        self.assertEqual(self.counts(record), (2, 0, 0, 2))
        anyway = self.upload(rows[:1], needs_domain=False)
        anyway.action_import()
        self.assertEqual(anyway.imported_count, 1)

    def test_each_rejected_row_names_line_field_and_reason(self):
        record = self.upload([["Northpeak", "northpeak.example", "a few"]])
        record.action_check()
        row = record.rejection_ids
        self.assertEqual((row.line, row.value), (2, "a few"))
        self.assertIn("Expected", row.reason)
        self.assertEqual(row.heading, "Employees")

    def test_file_is_kept_as_uploaded(self):
        content = as_csv([HEADINGS, *ROWS], ";", "cp1252")
        record = self.upload(content=content)
        self.assertEqual(base64.b64decode(record.file), content)
