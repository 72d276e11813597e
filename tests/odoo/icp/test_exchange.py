import base64
import json

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import new_test_user, tagged

from .common import IcpCase


@tagged("post_install", "-at_install")
class TestExchange(IcpCase):
    def test_installed_icps_come_back_exactly(self):
        for name in ("icp_default", "icp_points"):
            icp = self.env.ref(f"outbound_prospecting.{name}")
            text = icp._to_json()
            copy = self.Icp._from_json(text)
            self.assertEqual(copy._to_json(), text)
            self.assertEqual(copy.state, "draft")
            self.assertEqual(copy.version, icp.version + 1)
            self.assertEqual(copy.previous_id, icp)
            for old, new in zip(icp.factor_ids.criterion_ids, copy.factor_ids.criterion_ids, strict=True):
                self.assertEqual(old.domain, new.domain)
            lead = self.lead(employee_count=130)
            self.assertEqual(icp._explain(lead, {}), {**copy._explain(lead, {}), "icp": icp.display_name})

    def test_records_travel_by_name_not_by_id(self):
        icp = self.icp(live=False)
        content = json.loads(icp._to_json())
        ((path, operator, reference),) = content["factors"][0]["criteria"][0]["domain"]
        self.assertEqual((path, operator), ("industry_id", "="))
        self.assertEqual(reference, {"model": "res.partner.industry", "xml_id": "", "name": "Test retail"})
        # In another database the industry has another id.
        self.retail.name = "Old retail"
        other = self.env["res.partner.industry"].create({"name": "Test retail"})
        copy = self.Icp._from_json(json.dumps(content))
        self.assertEqual(copy.factor_ids[0].criterion_ids[0].domain, f"[('industry_id', '=', {other.id})]")

    def test_lists_nested_filters_and_dates(self):
        icp = self.icp(live=False)
        criteria = icp.factor_ids[0].criterion_ids
        country = self.env.ref("base.us")
        criteria[
            0
        ].domain = (
            f"[('country_id', 'in', [{country.id}, False]), ('industry_id', 'any', [('id', '=', {self.retail.id})])]"
        )
        criteria[1].domain = "[('create_date', '>=', (context_today() - relativedelta(days=30)).strftime('%Y-%m-%d'))]"
        text = icp._to_json()
        self.assertIn('"xml_id": "base.us"', text)
        copied = self.Icp._from_json(text).factor_ids[0].criterion_ids
        self.assertEqual(copied.mapped("domain"), criteria.mapped("domain"))

    def test_missing_records_are_listed_and_nothing_is_created(self):
        content = json.loads(self.icp(live=False, name="Carried")._to_json())
        content["factors"][0]["criteria"][0]["domain"][0][2]["name"] = "Moon mining"
        content["verticals"] = [{"name": "Tides"}]
        before = self.Icp.search_count([("name", "=", "Carried")])
        with self.assertRaises(ValidationError) as caught:
            self.Icp._from_json(json.dumps(content))
        self.assertIn("factors[1].criteria[1].domain", str(caught.exception))
        self.assertIn("Moon mining", str(caught.exception))
        self.assertIn("Tides", str(caught.exception))
        self.assertEqual(self.Icp.search_count([("name", "=", "Carried")]), before)

    def test_what_cannot_score_is_refused_like_in_the_editor(self):
        content = json.loads(self.icp(live=False)._to_json())
        content["factors"][0]["weight"] = 10
        with self.assertRaisesRegex(ValidationError, "add up to 50"):
            self.Icp._from_json(json.dumps(content))
        content["factors"][0]["weight"] = 60
        content["factors"][0]["criteria"][0]["domain"] = [["no_such_field", "=", 1]]
        with self.assertRaisesRegex(ValidationError, "no_such_field"):
            self.Icp._from_json(json.dumps(content))

    def test_wizard_says_what_is_wrong_with_a_file(self):
        def upload(content, name="icp.json"):
            values = {"filename": name, "file": base64.b64encode(content)}
            return self.env["outbound.icp.import"].create(values).action_import()

        with self.assertRaisesRegex(UserError, "picture.png is not a text file"):
            upload(b"\x89PNG\xff\xfe", "picture.png")
        with self.assertRaisesRegex(ValidationError, "line 1, column 1"):
            upload(b"name,weight\n")
        action = upload(b"\xef\xbb\xbf" + self.icp(live=False)._to_json().encode())
        self.assertEqual(self.Icp.browse(action["res_id"]).state, "draft")

    def test_only_managers_import(self):
        rep = new_test_user(self.env, "exchange_rep", "outbound_prospecting.group_outbound_user")
        with self.assertRaises(AccessError):
            self.Icp.with_user(rep)._from_json(self.icp(live=False)._to_json())

    def test_download(self):
        icp = self.icp(live=False)
        self.assertEqual(base64.b64decode(icp.json_file).decode(), icp._to_json())
        self.assertIn(f"/outbound.icp/{icp.id}/json_file", icp.action_export()["url"])
