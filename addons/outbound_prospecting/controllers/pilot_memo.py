import re

from odoo import http
from odoo.http import request

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class PilotMemo(http.Controller):
    @http.route("/outbound/pilot/<model('outbound.pilot'):pilot>/memo.xlsx", type="http", auth="user", readonly=True)
    def download(self, pilot):
        """The decision memo as a workbook, for whoever may read the pilot."""
        pilot.check_access("read")
        name = re.sub(r"[^\w -]", "", pilot.name) or "pilot"
        return request.make_response(
            pilot._build_workbook(),
            [("Content-Type", XLSX), ("Content-Disposition", http.content_disposition(f"{name}.xlsx"))],
        )
