import base64
import csv
import io

from odoo.exceptions import AccessError, UserError
from odoo.tests import Form, new_test_user, tagged

from tests.conftest import SHARED

from .common import ImportCase


@tagged("post_install", "-at_install")
class TestImport(ImportCase):
    def test_from_upload_to_prospects(self):
        record = self.rows(
            "Northpeak Outfitters,northpeak.example,,120,CO",
            "Bluegate Safety,https://www.bluegate.example/shop,Ann@bluegate.example,51-200,",
        )
        self.assertEqual((record.state, record.row_count, record.name), ("mapped", 2, "list.csv"))
        self.assertEqual(
            record.column_ids.mapped("target"), ["partner_name", "website", "email_from", "employee_count", "state_id"]
        )
        self.assertEqual(record.column_ids[0].samples, "Northpeak Outfitters · Bluegate Safety")
        record.action_import()
        self.assertEqual(record.state, "done")
        self.assertEqual(self.counts(record), (2, 0, 0))
        northpeak, bluegate = record.lead_ids.sorted("id")
        self.assertRecordValues(
            northpeak,
            [
                {
                    "name": "Northpeak Outfitters",
                    "type": "opportunity",
                    "user_id": False,
                    "team_id": self.env.ref("outbound_prospecting.crm_team_outbound").id,
                    "source_id": self.env.ref("outbound_prospecting.utm_source_outbound").id,
                    "company_id": self.env.company.id,
                    "stage_id": self.env.ref("outbound_prospecting.crm_stage_new_lead").id,
                    "probability": 5,
                    "won_status": "pending",
                    "website_domain": "northpeak.example",
                    "employee_count": 120,
                    "state_id": self.env.ref("base.state_us_6").id,
                    "country_id": self.env.ref("base.us").id,
                    "create_uid": self.user.id,
                }
            ],
        )
        self.assertEqual((bluegate.email_from, bluegate.employee_count), ("ann@bluegate.example", 125))
        self.assertEqual(bluegate.website_domain, "bluegate.example")
        self.assertTrue(northpeak.icp_id, "scored at once")
        self.assertFalse(northpeak.message_ids)
        self.assertFalse(northpeak.message_follower_ids)

    def test_what_is_given_beforehand_is_what_odoo_computes(self):
        lead = self.imported("Northpeak,northpeak.example,ann@northpeak.example,120,CO").lead_ids
        names = ["won_status", "day_open", "day_close", "prorated_revenue", "recurring_revenue_monthly", "probability"]
        names += ["recurring_revenue_monthly_prorated", "recurring_revenue_prorated", "website_domain"]
        before = lead.read(names)
        for name in names:
            self.env.add_to_compute(lead._fields[name], lead)
        lead.flush_recordset()
        lead.invalidate_recordset()
        self.assertEqual(lead.read(names), before)

    def test_the_verb_of_scripts(self):
        content = b"name,url\nNorthpeak,northpeak.example\nNorthpeak,www.northpeak.example\nNo domain,\n"
        self.assertEqual(
            self.Import._import_file("companies.csv", content),
            {"companies": 3, "imported": 1, "duplicates": 1, "rejected": 1},
        )

    def test_the_list_of_a_magazine_as_it_is(self):
        record = self.list_of(
            "rank,profile,name,url,state,revenue,growth_%,industry,workers,previous_workers,founded,yrs_on_list,metro,city\n"
            "1,https://m.example/p,Freestar,http://freestar.com,AZ,36.9 Million,36680.3882,Zeppelins,40,5,2015,1,Phoenix,PHOENIX\n"
        )
        record.action_import()
        lead = record.lead_ids
        self.assertRecordValues(
            lead,
            [
                {
                    "employee_count": 40,
                    "employee_growth": 700.0,
                    "annual_revenue": 36_900_000,
                    "city": "Phoenix",
                    "country_id": self.env.ref("base.us").id,
                    "description": False,
                }
            ],
        )
        self.assertEqual(lead.industry_id.name, "Zeppelins")
        self.assertGreaterEqual(lead.buying_signals, 4)

    def test_industries_are_found_by_name_whatever_the_spelling(self):
        self.env["res.partner.industry"].create({"name": "Specialty  Zeppelins"})
        record = self.imported("A,a.example,specialty zeppelins", heading="Company,Website,Industry")
        self.assertEqual(record.lead_ids.industry_id.name, "Specialty  Zeppelins")

    def test_notes_and_tags(self):
        record = self.rows("A,a.example,1999,fair; vip", heading="Company,Website,Founded,Tags")
        self.assertFalse(record.column_ids[2].target)
        record.action_keep_as_notes()
        record.action_import()
        self.assertEqual(record.lead_ids.description, "<p>Founded: 1999</p>")
        self.assertEqual(sorted(record.lead_ids.tag_ids.mapped("name")), ["fair", "vip"])

    def test_notes_are_text(self):
        record = self.imported("A,a.example,<script>alert(1)</script><b>x</b>", heading="Company,Website,Notes")
        self.assertIn("&lt;script&gt;", record.lead_ids.description)

    def test_check_writes_nothing_but_its_result(self):
        before = self.Lead.search_count([])
        record = self.rows("A,a.example,,,", "A again,www.a.example,,,", "No domain,,,,")
        record.action_check()
        self.assertEqual((record.state, record.checked), ("mapped", True))
        self.assertEqual(self.counts(record), (1, 1, 1))
        self.assertEqual(self.Lead.search_count([]), before)
        self.assertEqual(record.rejection_ids.sorted("line").mapped("kind"), ["duplicate", "rejected"])
        record.action_import()
        self.assertEqual(self.counts(record), (1, 1, 1))
        self.assertEqual(len(record.rejection_ids), 2)
        self.assertFalse(record.checked)

    def test_a_change_of_columns_needs_a_new_check(self):
        record = self.rows("A,a.example,,,")
        record.action_check()
        record.column_ids[3].target = False
        self.assertFalse(record.checked)

    def test_nothing_is_half_imported(self):
        before = self.Lead.search_count([])
        record = self.rows("A,a.example,,,", "B,b.example,,,")
        self.patch(type(record), "_record_rejections", lambda *args: 1 / 0)
        with self.assertRaises(ZeroDivisionError), self.env.cr.savepoint():
            record.action_import()
        self.env.invalidate_all()
        self.assertEqual(self.Lead.search_count([]), before)
        self.assertEqual((record.state, self.counts(record)), ("mapped", (0, 0, 0)))

    def test_an_import_does_not_fail_while_no_icp_is_live(self):
        self.env["outbound.icp"].search([("state", "=", "active")]).write({"state": "archived"})
        record = self.imported("A,a.example,,,")
        self.assertFalse(record.lead_ids.icp_id)

    def test_columns_that_cannot_be_imported(self):
        record = self.rows("A,a.example,a@a.example,5,CO")
        record.column_ids[1].target = "partner_name"
        with self.assertRaisesRegex(UserError, "Company name is chosen for more than one column: Company, Website"):
            record.action_check()
        record.column_ids[0].target = record.column_ids[1].target = False
        with self.assertRaisesRegex(UserError, "No column holds the company name"):
            record.action_import()
        record.column_ids[0].target = "partner_name"
        record.column_ids[2].target = False
        with self.assertRaisesRegex(UserError, "No column holds a web address"):
            record.action_import()
        record.needs_domain = False
        record.action_import()
        self.assertEqual(record.lead_ids.name, "A")

    def test_companies_without_domain_if_the_user_wants(self):
        record = self.imported("Acme Inc.,,,,", "ACME LLC,,,,", "Borealis,,,,", needs_domain=False)
        self.assertEqual(self.counts(record), (2, 1, 0))
        again = self.imported("acme,,,,", needs_domain=False)
        self.assertEqual(again.rejection_ids.lead_id.name, "Acme Inc.")

    def test_queries_do_not_grow_with_the_rows(self):
        def queries(count, start):
            record = self.rows(*(f"C{n},c{n}.example,,{n + 5},CO" for n in range(start, start + count)))
            self.env.flush_all()
            before = self.env.cr.sql_log_count
            record.action_import()
            self.env.flush_all()
            return self.env.cr.sql_log_count - before

        queries(5, 0)
        few, many = queries(20, 100), queries(80, 1000)
        self.assertLessEqual(many, few + 5)

    def test_saved_mapping_is_found_again_by_the_headings(self):
        heading = "Firm X,Link,Weird"
        first = self.rows("A,a.example,z", heading=heading)
        first.column_ids[0].target = "partner_name"
        first.column_ids[1].target = "website"
        first.column_ids[2].target = "tag_ids"
        dialog = first.action_save_mapping()
        mapping = (
            self.env["outbound.import.mapping"]
            .with_user(self.user)
            .with_context(**dialog["context"])
            .create({"name": "Fair"})
        )
        self.assertEqual(first.mapping_id, mapping)
        self.assertIn("Weird → Tags", mapping.summary)
        second = self.rows("z,B,b.example", heading="weird,FIRM X,link")
        self.assertEqual(second.mapping_id, mapping)
        self.assertEqual(second.column_ids.mapped("target"), ["tag_ids", "partner_name", "website"])
        other = self.rows("B,b.example", heading="Firm X,Link")
        self.assertFalse(other.mapping_id)
        other.mapping_id = mapping
        other.action_apply_mapping()
        self.assertEqual(other.column_ids.mapped("target"), ["partner_name", "website"])

    def test_upload_through_the_form(self):
        with Form(self.Import) as form:
            form.file = base64.b64encode(b"Company,Website\nA,a.example\n")
        record = form.record
        self.assertEqual(record.state, "mapped")
        with Form(record) as form, form.column_ids.edit(0) as column:
            column.target = "note"
        self.assertEqual(record.column_ids[0].target, "note")

    def test_options_read_the_file_again(self):
        record = self.list_of("Firma;Web\nŁódź;a.example\n".encode("cp1250"))
        self.assertNotEqual(record.column_ids[0].samples, "Łódź")
        self.assertIn("encoding", record.notice)
        record.encoding = "cp1250"
        self.assertEqual(record.column_ids[0].samples, "Łódź")
        record.has_heading = False
        self.assertEqual((record.row_count, record.column_ids[0].heading), (2, "(A)"))

    def test_what_is_imported_is_not_changed_any_more(self):
        record = self.imported("A,a.example,,,")
        with self.assertRaisesRegex(UserError, "has been imported"):
            record.column_ids[0].target = False
        with self.assertRaisesRegex(UserError, "has been imported"):
            record.action_import()
        with self.assertRaisesRegex(UserError, "has been imported"):
            record.encoding = "utf-16"

    def test_rejected_rows_come_back_corrected(self):
        record = self.imported("Acme,acme example,,many,CO", '"=cmd|x",b.example,,,', "Bear,bear.example,,,")
        self.assertEqual(self.counts(record), (1, 0, 2))
        self.assertEqual(
            record.rejection_ids.mapped("reason"),
            [
                "Website: Not a web address. Expected: a domain such as acme.com.\n"
                "Employees: Not a number of employees. Expected: a number or a range, such as 120 or 51-200.",
                "Looks like a formula, not like text. Expected: the text itself.",
            ],
        )
        self.assertEqual(record.rejection_ids.mapped("line"), [2, 3])
        content = base64.b64decode(record.rejected_file).decode("utf-8-sig")
        rows = list(csv.reader(io.StringIO(content)))
        self.assertEqual(rows[0], ["Company", "Website", "Email", "Employees", "State", "Import line", "Import reason"])
        self.assertEqual(rows[1][:6], ["Acme", "acme example", "", "many", "CO", "2"])
        self.assertEqual(rows[2][0], "'=cmd|x", "harmless in a spreadsheet")
        corrected = content.replace("acme example", "acme.example").replace("many", "30").replace("'=cmd|x", "Cmd")
        second = self.list_of(corrected)
        second.action_import()
        self.assertEqual(self.counts(second), (2, 0, 0))
        self.assertEqual(
            second.column_ids.filtered(lambda column: column.heading.startswith("Import")).mapped("target"),
            [False, False],
        )

    def test_downloads_and_lists_open(self):
        record = self.imported("Acme,,,,", "A,a.example,,,", "A,a.example,,,")
        self.assertIn("rejected_file", record.action_download_rejected()["url"])
        self.assertIn("duplicate_file", record.action_download_duplicates()["url"])
        for action in (record.action_view_rejected(), record.action_view_duplicates()):
            rows = self.env[action["res_model"]].search(action["domain"])
            self.assertEqual(len(rows), 1)
        self.assertEqual(self.Lead.search(record.action_view_leads()["domain"]), record.lead_ids)
        duplicate = record.rejection_ids.filtered(lambda row: row.kind == "duplicate")
        self.assertEqual(duplicate.action_open_known()["res_id"], record.lead_ids.id)
        self.assertIn("Company: A\nWebsite: a.example", duplicate.cells)

    def test_who_may_import(self):
        salesman = new_test_user(self.env, "import_salesman", groups="base.group_user,sales_team.group_sale_salesman")
        with self.assertRaises(AccessError):
            self.Import.with_user(salesman).create({"file": base64.b64encode(b"a,b\n1,2\n"), "file_name": "a.csv"})

    def test_rows_left_out_are_nobodys_to_change(self):
        record = self.rows("A,a.example,,,")
        with self.assertRaises(AccessError):
            self.env["outbound.import.rejection"].with_user(self.user).create(
                {"import_id": record.id, "kind": "rejected", "reason": "x"}
            )

    def test_the_file_is_kept_as_uploaded(self):
        content = "Firma;Web\nMüller;a.example\n".encode("cp1252")
        self.assertEqual(base64.b64decode(self.list_of(content).file), content)

    def test_the_real_list(self):
        path = SHARED / "data" / "companies_inc5000_2019.csv"
        if not path.exists():
            self.skipTest(f"{path} is not on this machine")
        result = self.Import._import_file(path.name, path.read_bytes())
        self.assertEqual(result, {"companies": 5012, "imported": 4989, "duplicates": 16, "rejected": 7})
        record = self.Import.search([], order="id desc", limit=1)
        self.assertEqual(
            record.rejection_ids.filtered(lambda row: row.kind == "rejected").sorted("line").mapped("value"),
            [
                "http://jbkwellnesslab",
                "facebook.com/josh.eidson3",
                "facebook.com/jsefamily",
                "americanbldr",
                "buildingstarsofcharlottte",
                "amazon.com/giustosapore",
                "www,j-ldimensional.com",
            ],
        )
        self.assertFalse(
            record.lead_ids.filtered(lambda lead: lead.user_id or not lead.state_id or not lead.industry_id)
        )
        growing = record.lead_ids.filtered(lambda lead: lead.employee_growth >= 100)
        self.assertGreater(len(growing), 1000)
        self.assertEqual(set(growing.mapped("buying_signals")), {5})

    def test_companies_do_not_see_each_others_lists(self):
        record = self.imported("A,a.example,,,", "Bad,,,,")
        other = self.env["res.company"].create({"name": "Other company"})
        stranger = new_test_user(
            self.env,
            "import_stranger",
            groups="base.group_user,outbound_prospecting.group_outbound_user",
            company_id=other.id,
            company_ids=[(6, 0, other.ids)],
        )
        for model in ("outbound.import", "outbound.import.column", "outbound.import.rejection"):
            self.assertFalse(self.env[model].with_user(stranger).search([]), model)
        self.user = stranger
        self.Import = self.Import.with_user(stranger)
        theirs = self.imported("A,a.example,,,")
        self.assertEqual(self.counts(theirs), (1, 0, 0), "prospects of another company are not theirs to know")
        self.assertEqual(theirs.lead_ids.company_id, other)
        self.assertNotEqual(record.lead_ids, theirs.lead_ids)
