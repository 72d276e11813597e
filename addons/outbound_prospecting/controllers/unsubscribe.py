from odoo.http import Controller, request, route
from odoo.tools.translate import LazyTranslate

_lt = LazyTranslate(__name__)

TEXTS = {
    "title": _lt("Unsubscribe"),
    "question": _lt("Stop receiving mail from %(company)s at %(email)s?"),
    "person": _lt("Only this address"),
    "domain": _lt("Everybody at %(domain)s"),
    "button": _lt("Unsubscribe"),
    "done_title": _lt("You are unsubscribed"),
    "done": _lt("%(company)s will not write to this address again without being asked."),
    "others": _lt("Mail you need, such as invoices, still reaches you."),
    "unknown_title": _lt("This link is not known"),
    "unknown": _lt("Perhaps it was cut off. Answer the mail with the word “unsubscribe” and we stop writing to you."),
}
RIGHT_TO_LEFT = {"ar", "fa", "he", "ur"}
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'",
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow",
    "X-Content-Type-Options": "nosniff",
}


class UnsubscribeController(Controller):
    """Unsubscribe links: looking changes nothing, posting acts, with nothing but the token."""

    @route(
        ["/o/u/<string:token>", "/o/u/<string:token>/<string:reference>"],
        type="http",
        auth="public",
        methods=["GET"],
        readonly=True,
        sitemap=False,
        save_session=False,
    )
    def show(self, token, reference="", **_values):
        """A page that asks. Link scanners may open it as often as they like."""
        link = request.env["outbound.unsubscribe"]._find(token)
        return self._page(link, done=bool(link) and link._is_done())

    @route(
        ["/o/u/<string:token>", "/o/u/<string:token>/<string:reference>"],
        type="http",
        auth="public",
        methods=["POST"],
        csrf=False,
        sitemap=False,
        save_session=False,
    )
    def act(self, token, reference="", scope="person", **_values):
        """Unsubscribe, by the page's form or by a mail program's button (RFC 8058: no cookie, login or redirect).

        Answers 200, the second time too, and 404 for a token that never was.
        """
        link = request.env["outbound.unsubscribe"]._find(token)
        if link:
            link._unsubscribe(whole_domain=scope == "domain", reference=reference)
        return self._page(link, done=bool(link))

    def _page(self, link, *, done: bool):
        lang = link.lang or request.httprequest.accept_languages.best or "en"
        lang = lang.replace("-", "_")
        values = {
            "company": (link.company_id or request.env.company.sudo()).name,
            "email": link._get_masked_email() if link else "",
            "domain": link._get_domain() if link else "",
        }
        texts = {
            name: text._translate(lang) % values if "%(" in text._source else text._translate(lang)
            for name, text in TEXTS.items()
        }
        language = lang.partition("_")[0]
        page = request.env["ir.qweb"]._render(
            "outbound_prospecting.outbound_unsubscribe_page",
            {
                "texts": texts,
                "state": "done" if done else "ask" if link else "unknown",
                "domain": values["domain"],
                "language": language,
                "direction": "rtl" if language in RIGHT_TO_LEFT else "ltr",
            },
        )
        return request.make_response(
            page, headers=[("Content-Type", "text/html; charset=utf-8"), *HEADERS.items()], status=200 if link else 404
        )
