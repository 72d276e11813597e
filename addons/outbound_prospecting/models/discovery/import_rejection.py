import base64
import csv
import io

from odoo import _, api, fields, models

LINE_HEADING = "Import line"
REASON_HEADING = "Import reason"
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


class OutboundImportRejection(models.Model):
    """A row of a list that was not imported, and why: it cannot be read, or repeats somebody who is known."""

    _name = "outbound.import.rejection"
    _description = "Row Not Imported"
    _order = "import_id desc, line"
    _log_access = False
    _rec_name = "line"

    import_id = fields.Many2one("outbound.import", required=True, ondelete="cascade", index=True)
    kind = fields.Selection([("rejected", "Rejected"), ("duplicate", "Duplicate")], required=True)
    line = fields.Integer(help="Line of the file, the first one being 1.", aggregator=None)
    company_name = fields.Char(string="Company")
    heading = fields.Char(string="Column")
    value = fields.Char()
    reason = fields.Text(required=True)
    row = fields.Json(string="Row Cells", help="The cells of the row.")
    cells = fields.Text(compute="_compute_cells", string="Row")
    lead_id = fields.Many2one("crm.lead", string="Same As Prospect", ondelete="set null", index="btree_not_null")
    partner_id = fields.Many2one("res.partner", string="Same As Contact", ondelete="set null", index="btree_not_null")

    @api.depends("row")
    def _compute_cells(self):
        for rejection in self:
            headings = rejection.import_id.column_ids.mapped("heading")
            cells = rejection.row or []
            headings += [_("(more)")] * (len(cells) - len(headings))
            rejection.cells = "\n".join(f"{heading}: {cell}" for heading, cell in zip(headings, cells) if cell)  # noqa: B905

    def action_open_known(self):
        """Open whom the row repeats."""
        self.ensure_one()
        known = self.lead_id or self.partner_id
        return {
            "type": "ir.actions.act_window",
            "res_model": known._name,
            "res_id": known.id,
            "view_mode": "form",
        }


class OutboundImport(models.Model):
    """The rows that were not imported, as a file to correct and import again."""

    _inherit = "outbound.import"

    rejected_file = fields.Binary(compute="_compute_row_files")
    duplicate_file = fields.Binary(compute="_compute_row_files")

    @api.depends("rejection_ids")
    @api.depends_context("uid")
    def _compute_row_files(self):
        for record in self:
            record.rejected_file = record._get_rows_csv("rejected")
            record.duplicate_file = record._get_rows_csv("duplicate")

    def action_download_rejected(self):
        return self._download("rejected_file", _("rejected"))

    def action_download_duplicates(self):
        return self._download("duplicate_file", _("duplicates"))

    def _download(self, field: str, suffix: str):
        self.ensure_one()
        stem = (self.file_name or self.name).rpartition(".")[0] or self.name
        name = f"{stem} {suffix}.csv".replace("/", "-")
        return {
            "type": "ir.actions.act_url",
            "url": f"/web/content/{self._name}/{self.id}/{field}?download=true&filename={name}",
            "target": "download",
        }

    def _get_rows_csv(self, kind: str) -> bytes:
        """The rows of a kind as CSV, base64: the columns of the list, then line and reason.

        A spreadsheet runs cells that start like a formula; they get a leading apostrophe, which our import takes
        off again.
        """
        buffer = io.StringIO()
        writer = csv.writer(buffer)
        width = len(self.column_ids)
        writer.writerow(map(_harmless, [*self.column_ids.mapped("heading"), LINE_HEADING, REASON_HEADING]))
        for rejection in self.rejection_ids.filtered(lambda rejection: rejection.kind == kind):
            cells = list(rejection.row or [])
            cells += [""] * (width - len(cells))
            # Cells beyond the last column would shift line and reason: they join the last one, visibly.
            cells[width - 1 :] = [" | ".join(cells[width - 1 :])]
            writer.writerow(map(_harmless, [*cells, str(rejection.line), rejection.reason]))
        return base64.b64encode(buffer.getvalue().encode("utf-8-sig"))


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA_STARTS) else cell
