"""What the shipped dashboards ask for exists: fields, filters and menus, checked as Odoo checks its own."""

import json

from odoo.tests import TransactionCase, tagged

from odoo.addons.spreadsheet.utils.validate_data import fields_in_spreadsheet, menus_xml_ids_in_spreadsheet, odoo_charts

XML_IDS = ("outbound_dashboard_pipeline", "outbound_dashboard_delivery")


@tagged("post_install", "-at_install")
class TestDashboards(TransactionCase):
    def books(self):
        dashboards = [self.env.ref(f"outbound_prospecting.{name}") for name in XML_IDS]
        return [json.loads(dashboard.spreadsheet_data) for dashboard in dashboards]

    def test_fields_and_menus_exist(self):
        for book in self.books():
            for model, names in fields_in_spreadsheet(book).items():
                self.assertFalse(names - set(self.env[model]._fields), model)
            for xml_id in menus_xml_ids_in_spreadsheet(book):
                self.assertTrue(self.env.ref(xml_id).action, xml_id)

    def test_every_source_follows_every_filter(self):
        for book in self.books():
            filters = {one["id"] for one in book["globalFilters"]}
            sources = [(pivot["model"], pivot["fieldMatching"]) for pivot in book["pivots"].values()]
            sources += [(chart["metaData"]["resModel"], chart["fieldMatching"]) for chart in odoo_charts(book)]
            self.assertGreater(len(sources), 5)
            for model, matching in sources:
                self.assertEqual(set(matching), filters)
                for one in matching.values():
                    self.assertTrue(self.env[model]._fields[one["chain"]]._description_searchable, one)

    def test_every_figure_has_a_way_to_its_report(self):
        for book in self.books():
            figures = [figure["id"] for sheet in book["sheets"] for figure in sheet["figures"]]
            self.assertEqual(set(book["chartOdooMenusReferences"]), set(figures))
