from odoo.exceptions import AccessError
from odoo.tests import new_test_user, tagged

from .common import OutreachCase


@tagged("post_install", "-at_install")
class TestAccess(OutreachCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        group = "outbound_prospecting.group_outbound_"
        cls.rep = new_test_user(cls.env, "outreach-rep", groups=f"{group}user")
        cls.other = new_test_user(cls.env, "outreach-other", groups=f"{group}user")
        cls.reviewer = new_test_user(cls.env, "outreach-reviewer", groups=f"{group}reviewer")
        cls.manager = new_test_user(cls.env, "outreach-manager", groups=f"{group}manager")
        cls.salesman = new_test_user(cls.env, "outreach-salesman", groups="sales_team.group_sale_salesman")

    def test_rep_works_on_own_prospects(self):
        own, theirs = self.lead("own", user_id=self.rep.id), self.lead("theirs", user_id=self.other.id)
        self.enrol(own | theirs)
        visible = self.Enrolment.with_user(self.rep).search([("lead_id", "in", (own | theirs).ids)])
        self.assertEqual(visible.lead_id, own)
        self.assertEqual(self.Touch.with_user(self.rep).search([("lead_id", "in", (own | theirs).ids)]).lead_id, own)
        own.with_user(self.rep).action_skip_next_touch()
        with self.assertRaises(AccessError):
            theirs.with_user(self.rep).action_skip_next_touch()
        with self.assertRaises(AccessError):
            self.touch(theirs.enrolment_ids, 2).with_user(self.rep).action_leave_out()
        self.assertEqual(
            len(self.Enrolment.with_user(self.reviewer).search([("lead_id", "in", (own | theirs).ids)])), 2
        )

    def test_rep_enrols_but_does_not_edit_sequences(self):
        lead = self.lead("own", user_id=self.rep.id)
        wizard = (
            self.env["outbound.enrol"]
            .with_user(self.rep)
            .create({"lead_ids": [(6, 0, lead.ids)], "sequence_id": self.sequence.id})
        )
        wizard.action_enrol()
        self.assertEqual(lead.sequence_stage, "in_progress")
        self.assertTrue(lead.with_user(self.rep).outreach_timeline["enrolments"])
        with self.assertRaises(AccessError):
            self.sequence.with_user(self.rep).write({"name": "Mine"})
        with self.assertRaises(AccessError):
            self.sequence.with_user(self.rep).action_pause_all()
        with self.assertRaises(AccessError):
            self.Enrolment.with_user(self.rep).create({})

    def test_manager_edits_sequences(self):
        sequence = self.sequence.with_user(self.manager)
        sequence.name = "Better"
        draft = self.env["outbound.sequence"].with_user(self.manager).browse(sequence.action_new_version()["res_id"])
        draft.step_ids[0].day = 2
        self.assertTrue(draft.launch_checks)
        self.assertTrue(draft.day_line)
        sequence.action_pause_all()

    def test_salesman_without_outbound_still_works_with_leads(self):
        lead = self.lead("own", user_id=self.salesman.id)
        self.enrol(lead)
        mine = lead.with_user(self.salesman)
        mine.write({"email_from": "new@own.test", "priority": "2"})
        mine.action_set_lost()
        self.assertEqual(lead.enrolment_ids.state, "stopped")

    def test_companies_do_not_see_each_other(self):
        company = self.env["res.company"].create({"name": "Other company"})
        box = self.env["outbound.mailbox"].create(
            self.mailbox_values(name="Other", email="o@other.example.com", company_id=company.id)
        )
        lead = self.lead("other", company_id=company.id)
        enrolment = self.enrol(lead)
        self.assertEqual(enrolment.mailbox_id, box, "a mailbox of the prospect's own company")
        self.assertEqual(enrolment.company_id, company)
        found = self.Enrolment.with_user(self.reviewer).search([("id", "=", enrolment.id)])
        self.assertFalse(found)
        private = self.make_sequence(company_id=company.id)
        self.assertFalse(self.env["outbound.sequence"].with_user(self.manager).search([("id", "=", private.id)]))
        here = self.lead("here", company_id=self.env.company.id)
        result = self.Enrolment._enrol(here, private)
        self.assertEqual([code for _lead, code, _message in result.refusals], ["other_company"])
