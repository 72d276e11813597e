import re
from urllib.parse import urlsplit

from odoo.tests import HttpCase, tagged

from .common import ComplianceCase

JANE = "jane@northpeak.example"
ONE_CLICK = {"List-Unsubscribe": "One-Click"}


@tagged("post_install", "-at_install")
class TestUnsubscribeLink(ComplianceCase):
    def test_a_link_is_short_opaque_and_the_same_for_all_mails_to_a_person(self):
        lead, again = self.lead(), self.lead(email_from="Jane <JANE@northpeak.example>")
        url = lead._get_unsubscribe_url()
        path = urlsplit(url).path
        self.assertLess(len(path), 30)
        self.assertRegex(path, r"^/o/u/[A-Za-z0-9_-]{16}$")
        self.assertEqual(again._get_unsubscribe_url(), url)
        self.assertNotEqual(self.lead(email_from="joe@northpeak.example")._get_unsubscribe_url(), url)
        self.assertEqual(lead._get_unsubscribe_url("t42"), f"{url}/t42")
        self.assertEqual(lead._get_unsubscribe_url(again), f"{url}/{again.id}")

    def test_a_second_link_writes_nothing(self):
        lead = self.lead()
        lead._get_unsubscribe_url()
        self.env.cr.execute("SELECT xmin::text FROM outbound_unsubscribe WHERE email = %s", [JANE])
        before = self.env.cr.fetchall()
        lead._get_unsubscribe_url()
        self.env.cr.execute("SELECT xmin::text FROM outbound_unsubscribe WHERE email = %s", [JANE])
        self.assertEqual(self.env.cr.fetchall(), before)

    def test_headers(self):
        mailbox = self.env["outbound.mailbox"].create({"name": "Anna", "email": "anna@ours.example"})
        headers = self.lead()._get_unsubscribe_headers(mailbox)
        self.assertEqual(headers["List-Unsubscribe-Post"], "List-Unsubscribe=One-Click")
        self.assertRegex(
            headers["List-Unsubscribe"],
            r"^<https?://[^>]+/o/u/[^>]+>, <mailto:anna@ours\.example\?subject=unsubscribe>$",
        )

    def test_footer_in_the_prospects_language(self):
        mailbox = self.env["outbound.mailbox"].create(
            {
                "name": "Anna <Berg>",
                "email": "anna@ours.example",
                "postal_address": "1 Main Street\nSpringfield",
                "privacy_url": "https://ours.example/privacy",
            }
        )
        lead = self.lead(partner_name="Tom & Söhne")
        footer = lead._get_footer(mailbox)
        url = lead._get_unsubscribe_url()
        for part in ("Anna <Berg>", mailbox.company_id.name, "1 Main Street Springfield", "Tom & Söhne", url):
            self.assertIn(part, footer["text"])
        self.assertIn("https://ours.example/privacy", footer["text"])
        self.assertIn("Anna &lt;Berg&gt;", footer["html"])
        self.assertIn("Tom &amp; Söhne", footer["html"])
        self.assertIn(f'href="{url}"', footer["html"])
        self.assertIn("Unsubscribe", footer["html"])
        lead.lang_id = self.env["res.lang"]._activate_lang("de_DE")
        self.assertIn("Abmelden", lead._get_footer(mailbox)["html"])
        self.assertEqual(mailbox._get_footer(self._touch_of(lead))["text"], lead._get_footer(mailbox, "7")["text"])

    def _touch_of(self, lead):
        class Touch:
            id = 7
            lead_id = lead

        return Touch()


@tagged("post_install", "-at_install")
class TestUnsubscribePage(HttpCase):
    """The links as browsers, mail programs and link scanners meet them: over real HTTP."""

    def setUp(self):
        super().setUp()
        self.lead = self.env["crm.lead"].create(
            {"name": "Prospect", "type": "opportunity", "email_from": JANE, "partner_name": "Northpeak"}
        )
        self.url = urlsplit(self.lead._get_unsubscribe_url("t42")).path
        self.env.flush_all()

    def state(self):
        """Everything that an unsubscribe may change."""
        self.env.flush_all()
        self.env.invalidate_all()
        self.env.cr.execute(
            """
            SELECT (SELECT count(*) FROM outbound_suppression), (SELECT count(*) FROM mail_blacklist),
                   (SELECT count(*) FROM outbound_event), (SELECT jsonb_agg(u)::text FROM outbound_unsubscribe u)
            """
        )
        return self.env.cr.fetchone()

    def is_suppressed(self, email=JANE):
        self.env.invalidate_all()
        return bool(self.env["outbound.suppression"]._get_suppressed([email]))

    def test_a_link_scanner_changes_nothing(self):
        before = self.state()
        for _visit in range(100):
            response = self.url_open(self.url, allow_redirects=False)
            self.assertEqual(response.status_code, 200)
        self.assertEqual(self.url_open(self.url, method="HEAD").status_code, 200)
        self.assertEqual(self.state(), before)
        self.assertFalse(self.is_suppressed())

    def test_one_click_without_cookie_login_or_redirect(self):
        self.opener.cookies.clear()
        response = self.url_open(self.url, data=ONE_CLICK, allow_redirects=False)
        self.assertEqual(response.status_code, 200)
        self.assertNotIn("Set-Cookie", response.headers)
        self.assertTrue(self.is_suppressed())
        suppression = self.env["outbound.suppression"].search([("value", "=", JANE)])
        self.assertEqual(
            (suppression.scope, suppression.reason, suppression.lead_id), ("person", "unsubscribed", self.lead)
        )
        self.assertIn("t42", suppression.note)
        event = self.env["outbound.event"].search([("lead_id", "=", self.lead.id), ("kind", "=", "unsubscribed")])
        self.assertEqual(len(event), 1)

    def test_again_and_again_is_once(self):
        for _time in range(3):
            self.assertEqual(self.url_open(self.url, data=ONE_CLICK).status_code, 200)
        self.assertEqual(self.env["outbound.suppression"].search_count([("value", "=", JANE)]), 1)
        self.assertEqual(self.env["outbound.event"].search_count([("kind", "=", "unsubscribed")]), 1)
        page = self.url_open(self.url).text
        self.assertIn("You are unsubscribed", page)
        self.assertNotIn("<button", page)

    def test_it_works_when_everything_else_is_gone(self):
        self.lead.unlink()
        self.env.flush_all()
        self.assertEqual(self.url_open(self.url, data=ONE_CLICK).status_code, 200)
        self.assertTrue(self.is_suppressed())

    def test_the_form_offers_the_person_first_and_the_whole_company(self):
        page = self.url_open(self.url).text
        self.assertIn('value="person" checked="checked"', page)
        self.assertIn("Everybody at northpeak.example", page)
        self.url_open(self.url, data={"scope": "domain"})
        self.assertTrue(self.is_suppressed("anybody@northpeak.example"))

    def test_nobody_can_stop_a_whole_mail_provider(self):
        lead = self.env["crm.lead"].create({"name": "P", "type": "opportunity", "email_from": "jane@gmail.com"})
        url = urlsplit(lead._get_unsubscribe_url()).path
        self.env.flush_all()
        self.assertNotIn("scope", self.url_open(url).text)
        self.assertEqual(self.url_open(url, data={"scope": "domain"}).status_code, 200)
        self.assertTrue(self.is_suppressed("jane@gmail.com"))
        self.assertFalse(self.is_suppressed("joe@gmail.com"))

    def test_the_page_needs_nothing_from_elsewhere_and_gives_no_address_away(self):
        response = self.url_open(self.url)
        page = response.text
        self.assertFalse(re.findall(r"""(?:src|href|url)\s*[=(]\s*["']?[^"'#\s]""", page))
        self.assertNotIn("<script", page)
        self.assertNotIn(JANE, page)
        self.assertIn("j…@northpeak.example", page)
        self.assertIn('<html lang="en"', page)
        self.assertIn("default-src 'none'", response.headers["Content-Security-Policy"])
        self.assertEqual(response.headers["Cache-Control"], "no-store")
        self.assertLess(len(page), 4000)

    def test_the_page_speaks_the_prospects_language(self):
        self.lead.lang_id = self.env["res.lang"]._activate_lang("fr_FR")
        self.lead._get_unsubscribe_url()
        self.env.flush_all()
        page = self.url_open(self.url).text
        self.assertIn('<html lang="fr"', page)
        self.assertIn("Se désabonner", page)

    def test_else_the_browsers_language(self):
        page = self.url_open(self.url, headers={"Accept-Language": "de-AT,de;q=0.9,en;q=0.5"}).text
        self.assertIn("Abmelden", page)

    def test_an_unknown_token_is_said_to_be_one(self):
        for path in ("/o/u/AAAAAAAAAAAAAAAA", "/o/u/x", self.url[:-9]):
            self.assertEqual(self.url_open(path).status_code, 404)
            self.assertEqual(self.url_open(path, data=ONE_CLICK).status_code, 404)

    def test_other_methods_are_refused(self):
        before = self.state()
        for method in ("PUT", "DELETE", "PATCH"):
            self.assertEqual(self.url_open(self.url, method=method).status_code, 405)
        self.assertEqual(self.state(), before)

    def test_a_strange_reference_is_not_written_down(self):
        self.url_open(self.url.replace("t42", "%3Cscript%3E"), data=ONE_CLICK)
        self.assertFalse(self.env["outbound.suppression"].search([("value", "=", JANE)]).note)

    def test_whoever_was_erased_is_told_that_all_is_done(self):
        self.env["outbound.suppression"]._suppress("person", JANE, "erased")
        self.env.flush_all()
        self.assertIn("You are unsubscribed", self.url_open(self.url).text)
        self.assertEqual(self.url_open(self.url, data=ONE_CLICK).status_code, 200)
