from datetime import timedelta

from odoo.exceptions import UserError
from odoo.tests import tagged

from odoo.addons.outbound_prospecting.models.discovery import import_run

from .common import ImportCase


@tagged("post_install", "-at_install")
class TestUndo(ImportCase):
    def later(self, lead, **values):
        """Write as somebody does in a later transaction."""
        self.env.flush_all()
        lead.write(values)
        lead.flush_recordset()
        self.env.cr.execute("UPDATE crm_lead SET write_date = write_date + interval '1 hour' WHERE id = %s", [lead.id])
        lead.invalidate_recordset()

    def test_undo_deletes_what_nobody_touched(self):
        record = self.imported("A,a.example,,,", "B,b.example,,,", "Bad,,,,")
        leads = record.lead_ids
        action = record.action_undo()
        self.assertFalse(leads.exists())
        self.assertEqual(action["params"]["message"], "Import undone: 2 prospects deleted.")
        self.assertEqual((record.state, self.counts(record), record.rejection_ids.ids), ("mapped", (0, 0, 0), []))
        record.action_import()
        self.assertEqual(self.counts(record), (2, 0, 1))

    def test_undo_keeps_what_people_worked_on_and_says_so(self):
        record = self.imported(*(f"C{n},c{n}.example,,," for n in range(6)))
        changed, noted, planned, owned, *untouched = record.lead_ids.sorted("id")
        self.later(changed, city="Ulm")
        noted.message_post(body="Called them")
        planned.activity_schedule("mail.mail_activity_data_todo")
        owned.user_id = self.user
        message = record.action_undo()["params"]["message"]
        self.assertEqual(record.lead_ids, changed | noted | planned | owned)
        self.assertFalse(any(lead.exists() for lead in untouched))
        self.assertIn("Import undone: 2 prospects deleted. 4 kept:", message)
        self.assertIn(message, record.message_ids[0].body)

    def test_scoring_is_not_touching(self):
        record = self.imported("A,a.example,,120,CO")
        lead = record.lead_ids
        before = lead.write_date
        self.patch(self.env.cr, "_now", before + timedelta(hours=1))
        self.env["outbound.icp"]._get_active(self.env.company)._score_leads(lead)
        self.env.flush_all()
        lead.invalidate_recordset()
        self.assertEqual(lead.write_date, before)

    def test_deleting_a_list_keeps_its_prospects(self):
        record = self.imported("A,a.example,,,")
        lead = record.lead_ids
        record.unlink()
        self.assertTrue(lead.exists())


@tagged("post_install", "-at_install")
class TestBackground(ImportCase):
    """Lists too long for one request: portion by portion, each complete, going on where they stopped."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env["ir.config_parameter"].set_param("outbound_prospecting.import_direct_rows", "3")
        cls.cron = cls.env.ref("outbound_prospecting.ir_cron_outbound_import")

    def setUp(self):
        super().setUp()
        self.patch(import_run, "WINDOW", 2)

    def run_cron(self):
        self.env.flush_all()
        with self.enter_registry_test_mode():
            self.cron.method_direct_trigger()
        self.env.invalidate_all()

    def test_in_the_background(self):
        record = self.imported(*(f"C{n},c{n}.example,,," for n in range(5)), "Twice,c0.example,,,", "Bad,,,,")
        self.assertEqual((record.state, record.position), ("running", 0))
        self.assertTrue(self.env["ir.cron.trigger"].search_count([("cron_id", "=", self.cron.id)]))
        with self.assertRaisesRegex(UserError, "Stop it first"):
            record.unlink()
        self.run_cron()
        self.assertEqual((record.state, self.counts(record)), ("done", (5, 1, 1)))
        self.assertEqual(record.lead_ids.create_uid, self.user)
        duplicate = record.rejection_ids.filtered(lambda row: row.kind == "duplicate")
        self.assertEqual(duplicate.lead_id.name, "C0")

    def test_stopped_and_going_on(self):
        record = self.imported(*(f"C{n},c{n}.example,,," for n in range(5)))
        original = type(record)._import_window

        def stop_after_two_rows(self, run, lines):
            if self.position >= 2:
                raise UserError("The disk is full.")
            return original(self, run, lines)

        with self.subTest("stops"):
            self.patch(type(record), "_import_window", stop_after_two_rows)
            self.run_cron()
            self.assertEqual((record.state, record.position, self.counts(record)), ("mapped", 2, (2, 0, 0)))
            self.assertIn("The import stopped at row 3: The disk is full.", str(record.message_ids.mapped("body")))
        with self.subTest("goes on"):
            self.patch(type(record), "_import_window", original)
            record.action_import()
            self.run_cron()
            self.assertEqual((record.state, self.counts(record)), ("done", (5, 0, 0)))
            self.assertEqual(len(record.lead_ids), 5)

    def test_stop_by_hand(self):
        record = self.imported(*(f"C{n},c{n}.example,,," for n in range(5)))
        record.action_stop()
        self.run_cron()
        self.assertEqual((record.state, record.position), ("mapped", 0))
