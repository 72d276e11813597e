"""Links of mails: scanners change nothing but the count of scanners."""

import re
from datetime import timedelta

from odoo.tests import HttpCase, tagged

from .common import DUE, SendingCase

BROWSER = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36"
LATER = DUE + timedelta(hours=1)
HTML = '<p>See <a href="https://ours.example.com/a?x=1&amp;y=2">this</a> and <a href="https://ours.example.com/b">that</a>.</p>'


@tagged("post_install", "-at_install")
class TestTracking(SendingCase):
    def setUp(self):
        super().setUp()
        self.sequence.track_clicks = True
        self.sent = self.approved(body_html=HTML, body_text="See https://ours.example.com/a?x=1&y=2")
        self.send()
        self.assertEqual(self.sent.state, "sent", self.sent.hold_reason)
        self.first, self.second = self.sent.link_ids

    def follow(self, link, now=LATER, agent=BROWSER, method="GET"):
        links = self.env["outbound.link"].with_context(outbound_now=now)
        return links._follow(link.token, method=method, user_agent=agent)

    def count(self, now):
        self.env["outbound.link"].with_context(outbound_now=now)._count_visits()
        return [(link.clicks, link.bot_clicks) for link in (self.first, self.second)]

    def events(self):
        return self.env["outbound.event"].search_count(
            [("lead_id", "=", self.sent.lead_id.id), ("kind", "=", "clicked")]
        )

    def test_only_the_html_part_leads_through_us(self):
        [message] = self.sink.messages
        plain, html = (message.get_body([kind]).get_content() for kind in ("plain", "html"))
        self.assertIn("https://ours.example.com/a?x=1&y=2", plain)
        self.assertNotIn("https://ours.example.com", html.replace("/o/u/", ""))
        self.assertEqual(len(re.findall(r"/o/[\w-]{16}\"", html)), 2)
        self.assertNotIn("<img", html)
        self.assertIn("https://ours.example.com/b", self.sent.mail_message_id.body, "the chatter has the real links")

    def test_a_person_clicks(self):
        self.assertEqual(self.follow(self.first), "https://ours.example.com/a?x=1&y=2")
        self.assertEqual(self.count(LATER + timedelta(seconds=5)), [(0, 0), (0, 0)])
        self.assertEqual(self.count(LATER + timedelta(seconds=10)), [(1, 0), (0, 0)])
        self.assertEqual(self.events(), 1)
        self.follow(self.first, LATER + timedelta(minutes=1))
        self.assertEqual(self.count(LATER + timedelta(minutes=2)), [(2, 0), (0, 0)])

    def test_a_scanner_that_pretends_to_be_a_browser_opens_all_links(self):
        for number in range(100):
            self.follow(self.first if number % 2 else self.second, LATER + timedelta(milliseconds=20 * number))
        self.assertEqual(self.count(LATER + timedelta(minutes=1)), [(0, 50), (0, 50)])
        self.assertEqual(self.events(), 0)

    def test_what_gives_scanners_away(self):
        for number, (agent, method, now) in enumerate(
            [
                ("python-requests/2.32", "GET", LATER),
                ("", "GET", LATER),
                (BROWSER, "HEAD", LATER),
                (BROWSER, "GET", DUE),
            ]
        ):
            self.follow(self.first, now + timedelta(minutes=number) if now == LATER else now, agent, method)
        self.assertEqual(self.count(LATER + timedelta(hours=1)), [(0, 4), (0, 0)])
        self.assertEqual(self.events(), 0)

    def test_a_click_changes_no_state(self):
        before = (
            self.sent.enrolment_id.read(),
            self.sent.enrolment_id.touch_ids.read(["state", "due_date", "wake_date"]),
        )
        self.follow(self.first)
        self.count(LATER + timedelta(hours=1))
        after = self.sent.enrolment_id.read(), self.sent.enrolment_id.touch_ids.read(["state", "due_date", "wake_date"])
        self.assertEqual(before, after)

    def test_an_unknown_token_leads_nowhere(self):
        self.assertIsNone(self.env["outbound.link"]._follow("https://evil.example", method="GET", user_agent=BROWSER))


@tagged("post_install", "-at_install")
class TestLinksOverHttp(HttpCase):
    def setUp(self):
        super().setUp()
        self.lead = self.env["crm.lead"].create({"name": "Mia", "email_from": "mia@mia.example.com"})
        sequence = self.env["outbound.sequence"].create(
            {"name": "S", "step_ids": [(0, 0, {"name": "M", "day": 1, "channel": "email", "thread_mode": "new"})]}
        )
        self.enrolment = self.env["outbound.enrolment"].create(
            {"lead_id": self.lead.id, "sequence_id": sequence.id, "email_normalized": self.lead.email_normalized}
        )
        self.sent = self.env["outbound.touch"].create(
            {
                "enrolment_id": self.enrolment.id,
                "step_id": sequence.step_ids.id,
                "lead_id": self.lead.id,
                "number": 1,
                "due_date": DUE,
            }
        )
        self.link = self.env["outbound.link"].create(
            {"touch_id": self.sent.id, "url": "https://ours.example.com/page", "token": "tracked-token-01"}
        )

    def test_a_hundred_visits_of_a_scanner(self):
        unsubscribe = self.lead._get_unsubscribe_url(self.sent).partition("/o/u/")[2]
        agent = {"User-Agent": "python-requests/2.32"}
        for _number in range(100):
            click = self.url_open("/o/tracked-token-01", allow_redirects=False, headers=agent)
            self.assertEqual((click.status_code, click.headers["Location"]), (302, "https://ours.example.com/page"))
            self.assertEqual(self.url_open(f"/o/u/{unsubscribe}", headers=agent).status_code, 200)
        self.env.invalidate_all()
        self.assertEqual((self.link.clicks, self.link.bot_clicks, self.link.pending_date), (0, 100, False))
        self.assertEqual(self.enrolment.state, "active")
        self.assertFalse(self.lead._get_suppressions())
        self.assertFalse(self.env["mail.blacklist"].search([("email", "=", self.lead.email_normalized)]))
        kinds = self.env["outbound.event"].search([("lead_id", "=", self.lead.id)]).mapped("kind")
        self.assertFalse({"clicked", "unsubscribed", "suppressed"} & set(kinds))

    def test_no_open_redirect(self):
        for path in ("/o/nothing", "/o/https:%2F%2Fevil.example", "/o/tracked-token-01?url=https://evil.example"):
            answer = self.url_open(path, allow_redirects=False)
            self.assertNotRegex(answer.headers.get("Location", ""), r"^(https?:)?//evil")
        self.assertEqual(self.url_open("/o/nothing").status_code, 404)
