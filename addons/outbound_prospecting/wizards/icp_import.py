import base64

from odoo import _, fields, models
from odoo.exceptions import UserError


class OutboundIcpImport(models.TransientModel):
    """Takes an ICP that was exported elsewhere, as a draft to look at before anything changes."""

    _name = "outbound.icp.import"
    _description = "Import an ICP"

    file = fields.Binary(required=True, attachment=False, help="A JSON file from the Export button of an ICP.")
    filename = fields.Char()

    def action_import(self):
        """Button: create the draft and open it.

        :raises UserError: when the file is not text; `_from_json` names every problem of its content
        """
        self.ensure_one()
        try:
            text = base64.b64decode(self.file).decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise UserError(
                _("%s is not a text file. Choose the JSON file that the Export button of an ICP gave.", self.filename)
            ) from error
        icp = self.env["outbound.icp"]._from_json(text)
        return {
            "type": "ir.actions.act_window",
            "res_model": icp._name,
            "res_id": icp.id,
            "views": [(False, "form")],
        }
