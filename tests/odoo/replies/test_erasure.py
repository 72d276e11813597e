from odoo.tests import tagged

from .common import ReplyCase, build


@tagged("post_install", "-at_install")
class TestErasure(ReplyCase):
    """Whoever asks for erasure leaves no trace of the person, in any table of the product."""

    def test_nothing_of_the_person_is_left(self):
        touch = self.sent("x1")
        lead = touch.lead_id
        address = lead.email_normalized
        lead.partner_name = "Northpeak"
        lead.write({"contact_name": "Jane Quillfeather", "phone": "+43 5523 71717", "function": "Head of Safety"})
        self.receive(
            build("Jane Quillfeather here. Please erase my data.", answers=touch.message_id, sender=address).as_bytes()
        )
        self.read()
        reply = lead.reply_ids
        self.assertEqual(reply.label, "privacy_request")
        touch.write({"drafted_text": "Dear Jane Quillfeather", "wish": "Call her Quillfeather"})

        self.env.flush_all()
        self.assertGreater(len(self.find_everywhere("Quillfeather")), 3)

        self.env["outbound.erasure"].create({"lead_ids": lead.ids}).action_erase()

        self.env.flush_all()
        for trace in ("Quillfeather", address, "71717"):
            self.assertEqual(self.find_everywhere(trace), [], trace)
        self.assertEqual((reply.label, touch.state), ("privacy_request", "sent"), "what was done stays")
        self.assertFalse(reply.raw_id)
        self.assertEqual(lead.partner_name, "Northpeak")
        self.assertTrue(self.env["outbound.suppression"]._get_suppressed([address]), "and is refused from now on")
        self.assertNotIn(touch.enrolment_id.state, ("active", "paused"))

    def test_every_prospect_of_the_person_and_nobody_else(self):
        lead = self.sent("x1").lead_id
        other = self.sent("x2").lead_id
        twin = self.env["crm.lead"].create({"name": "Twin", "email_from": lead.email_from, "team_id": lead.team_id.id})
        kept = other.email_normalized
        erased = self.env["outbound.suppression"]._erase(lead)
        self.assertEqual(erased, lead | twin)
        self.assertFalse(twin.email_from)
        self.assertEqual(other.email_normalized, kept)
        self.assertTrue(other.message_ids)

    def find_everywhere(self, text: str) -> list[str]:
        """Columns of prospects, of their mail and of all our tables that hold `text`, in whatever form."""
        cr = self.env.cr
        cr.execute(
            """
            SELECT table_name, column_name FROM information_schema.columns
             WHERE table_schema = 'public' AND data_type IN ('character varying', 'text', 'jsonb')
               AND (table_name LIKE 'outbound%%'
                    OR table_name IN ('crm_lead', 'mail_message', 'mail_mail', 'mail_notification', 'mail_activity',
                                      'mail_tracking_value', 'mail_blacklist', 'ir_attachment'))
            """
        )
        places = []
        for table, column in cr.fetchall():
            cr.execute(f'SELECT count(*) FROM "{table}" WHERE "{column}"::text ILIKE %s', [f"%{text}%"])
            if cr.fetchone()[0]:
                places.append(f"{table}.{column}")
        for attachment in self.env["ir.attachment"].search([("res_model", "in", ["crm.lead", "outbound.reply"])]):
            if text.encode() in (attachment.raw or b""):
                places.append(f"attachment {attachment.name}")
        return places
