import base64

from odoo.http import Controller, request, route

DOT = base64.b64decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7")  # a transparent GIF


class TrackingController(Controller):
    """Tracked links and images of outreach mails: count, then lead to the stored target or show one dot."""

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

    @route("/o/p/<string:token>.gif", type="http", auth="public", methods=["GET"], sitemap=False, save_session=False)
    def load_pixel(self, token, **_values):
        """The same dot for every token, so that nobody learns which ones are known."""
        visit = request.httprequest
        request.env["outbound.pixel"]._load(token, method=visit.method, user_agent=visit.headers.get("User-Agent", ""))
        headers = [("Content-Type", "image/gif"), ("Cache-Control", "no-store"), ("Content-Length", str(len(DOT)))]
        return request.make_response(DOT, headers)
