from odoo.http import Controller, request, route


class TrackingController(Controller):
    """Tracked links of outreach mails: count, then lead to the stored target."""

    @route("/o/<string:token>", type="http", auth="public", methods=["GET"], sitemap=False, save_session=False)
    def follow(self, token, **_values):
        """302 to the target stored for `token`; 404 for any other token, so that this is no open redirect."""
        visit = request.httprequest
        url = request.env["outbound.link"]._follow(
            token, method=visit.method, user_agent=visit.headers.get("User-Agent", "")
        )
        if url is None:
            raise request.not_found()
        response = request.redirect(url, code=302, local=False)
        response.headers["Cache-Control"] = "no-store"
        response.headers["X-Robots-Tag"] = "noindex, nofollow"
        return response
