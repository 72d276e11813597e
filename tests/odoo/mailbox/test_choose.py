from collections import Counter
from unittest.mock import patch

from odoo.tests import tagged

from .common import NOW, MailboxCase


@tagged("post_install", "-at_install")
class TestChoose(MailboxCase):
    def leads(self, count, **values):
        return self.env["crm.lead"].union(*(self.lead(**values) for _number in range(count)))

    def test_the_salespersons_own_mailbox_first(self):
        self.mailbox()
        own = self.mailbox(user_id=self.user.id)
        lead = self.lead(user_id=self.user.id)
        self.assertEqual(self.Mailbox._choose(lead, NOW), {lead.id: own})

    def test_rotation_by_what_each_may_send(self):
        large = self.mailbox(ramp_weeks=0, daily_cap=30)
        small = self.mailbox(ramp_weeks=0, daily_cap=10)
        chosen = Counter(self.Mailbox._choose(self.leads(40), NOW).values())
        self.assertEqual(chosen, {large: 30, small: 10})

    def test_the_load_counts(self):
        busy, idle = self.mailbox(), self.mailbox()
        loads = {busy.id: 10, idle.id: 0}
        with patch.object(type(self.Mailbox), "_get_loads", lambda boxes: loads):
            self.assertEqual(set(self.Mailbox._choose(self.leads(5), NOW).values()), {idle})

    def test_whoever_heard_from_a_mailbox_keeps_it_even_while_it_is_paused(self):
        paused = self.mailbox()
        self.mailbox()
        paused._pause("Holidays")
        lead = self.lead()
        with patch.object(type(self.Mailbox), "_get_sticky", lambda boxes, leads: {lead.id: paused}):
            self.assertEqual(self.Mailbox._choose(lead, NOW), {lead.id: paused})

    def test_none_is_ready(self):
        self.mailbox()._pause("Holidays")
        self.mailbox(state="draft")
        self.mailbox(mail_server_id=False)
        lead = self.lead()
        self.assertFalse(self.Mailbox._choose(lead, NOW)[lead.id])

    def test_mailboxes_of_the_prospects_company(self):
        other = self.env["res.company"].create({"name": "Other"})
        self.mailbox()
        theirs = self.mailbox(company_id=other.id)
        lead = self.lead(company_id=other.id)
        self.assertEqual(self.Mailbox._choose(lead, NOW), {lead.id: theirs})

    def test_only_among_those_given(self):
        self.mailbox(ramp_weeks=0)
        given = self.mailbox()
        lead = self.lead()
        self.assertEqual(given._choose(lead, NOW), {lead.id: given})
