"""Links of mails: scanners change nothing but the count of scanners."""

import re
from datetime import timedelta

from odoo.tests import HttpCase, tagged

from .common import DUE, SendingCase

BROWSER = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36"
LATER = DUE + timedelta(hours=1)
HTML = '<p>See <a href="https://ours.example.com/a?x=1&amp;y=2">this</a> and <a href="https://ours.example.com/b">that</a>.</p>'


@tagged("post_install", "-at_install")
class TestOpens(SendingCase):
    """That a mail was opened is counted apart from machines, and steers nothing."""

    def setUp(self):
        super().setUp()
        self.sequence.track_opens = True
        self.sent = self.approved(body_html=HTML, body_text="See https://ours.example.com/a")
        self.send()
        self.pixel = self.env["outbound.pixel"].search([("touch_id", "=", self.sent.id)])

    def load(self, token=None, now=LATER, agent=BROWSER, method="GET"):
        pixels = self.env["outbound.pixel"].with_context(outbound_now=now)
        pixels._load(token or self.pixel.token, method=method, user_agent=agent)
        return self.pixel.opens, self.pixel.bot_opens

    def events(self):
        found = self.env["outbound.event"].search([("lead_id", "=", self.sent.lead_id.id), ("kind", "=", "opened")])
        return sorted(event.payload["automatic"] for event in found)

    def test_the_image_is_in_the_html_part_alone(self):
        [message] = self.sink.messages
        plain, html = (message.get_body([kind]).get_content() for kind in ("plain", "html"))
        self.assertEqual(html.count(f"/o/p/{self.pixel.token}.gif"), 1)
        self.assertNotIn(self.pixel.token, plain)
        self.assertNotIn("/o/p/", self.sent.mail_message_id.body, "nobody of ours opens it by reading the chatter")

    def test_people_and_machines_are_counted_apart_and_each_is_one_event(self):
        self.assertEqual(self.load(now=DUE), (0, 1), "within seconds after it left")
        self.assertEqual(self.load(agent="Mozilla/5.0"), (0, 2), "a mail program that loads all images")
        self.assertEqual(self.load(method="HEAD"), (0, 3))
        self.assertEqual(self.load(), (1, 3))
        self.assertEqual(self.load(), (2, 3))
        self.assertEqual(self.events(), [False, True])

    def test_an_unknown_image_changes_nothing(self):
        self.assertEqual(self.load(token="unknown"), (0, 0))
        self.assertFalse(self.events())

    def test_an_open_steers_nothing(self):
        enrolment = self.sent.enrolment_id
        before = (enrolment.state, enrolment.touch_ids.mapped("due_date"), self.sent.lead_id.icp_score)
        self.load()
        self.assertEqual((enrolment.state, enrolment.touch_ids.mapped("due_date"), self.sent.lead_id.icp_score), before)


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

    def test_an_image_is_served_whether_it_is_known_or_not(self):
        pixel = self.env["outbound.pixel"].create({"touch_id": self.sent.id, "token": "pixel-token-0001"})
        for token, opens in (("pixel-token-0001", 1), ("nobody-knows-me", 1)):
            answer = self.url_open(f"/o/p/{token}.gif", headers={"User-Agent": BROWSER})
            self.assertEqual((answer.status_code, answer.headers["Content-Type"]), (200, "image/gif"))
            self.assertTrue(answer.content.startswith(b"GIF89a"))
            self.assertNotIn("Set-Cookie", answer.headers)
            pixel.invalidate_recordset()
            self.assertEqual(pixel.opens, opens)

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
