from odoo import _, api, fields, models
from odoo.exceptions import UserError

from ...adapters.tabular_csv import DELIMITERS

ENCODINGS = [
    ("utf-8", "UTF-8"),
    ("utf-16", "UTF-16"),
    ("cp1252", "Western European (Windows-1252)"),
    ("cp1250", "Central European (Windows-1250)"),
    ("cp1251", "Cyrillic (Windows-1251)"),
    ("mac-roman", "Western European (old Mac)"),
    ("shift_jis", "Japanese (Shift JIS)"),
    ("gb18030", "Chinese (GB 18030)"),
]
# What decides how the file is read; a change reads it again.
READING_FIELDS = {"file", "file_name", "encoding", "delimiter", "sheet", "has_heading"}


class OutboundImport(models.Model):
    """One uploaded list of companies on its way to prospects: read, mapped, checked, imported, and undone if need be.

    A row is imported as a whole or not at all. The rows of a list are one transaction; only a list too long for one
    web request is imported in the background, in portions that are each complete and that resume where they stopped.
    """

    _name = "outbound.import"
    _description = "Imported List"
    _inherit = ["mail.thread"]
    _order = "id desc"

    name = fields.Char(required=True)
    file = fields.Binary(required=True, attachment=True, copy=False, help="CSV or XLSX, with any headings.")
    file_name = fields.Char()
    state = fields.Selection(
        [("new", "File"), ("mapped", "Columns"), ("running", "Importing"), ("done", "Imported")],
        string="Status",
        default="new",
        required=True,
        readonly=True,
        copy=False,
        index=True,
    )
    company_id = fields.Many2one(
        "res.company",
        required=True,
        default=lambda self: self.env.company,
        index=True,
        help="Whose prospects they are.",
    )
    team_id = fields.Many2one(
        "crm.team",
        string="Sales Team",
        check_company=True,
        default=lambda self: self._default_team(),
        help="Team in whose pipeline the prospects start. They get no salesperson until somebody takes them.",
    )
    source_id = fields.Many2one(
        "utm.source",
        default=lambda self: self.env.ref("outbound_prospecting.utm_source_outbound", raise_if_not_found=False),
        help="Source noted on each prospect; reports compare lists and channels by it.",
    )
    user_id = fields.Many2one("res.users", string="Imported By", readonly=True, copy=False)
    date_done = fields.Datetime(string="Imported On", readonly=True, copy=False)

    # How the file is read
    encoding = fields.Selection(ENCODINGS, help="Empty: recognised from the file.")
    delimiter = fields.Selection(
        [(sign, name) for sign, name in zip(DELIMITERS, ("Comma", "Semicolon", "Tab", "Bar |"), strict=True)],
        string="Separator",
        help="Empty: recognised from the file.",
    )
    sheet = fields.Char(help="Name of the sheet of a workbook; empty for the first one that is not empty.")
    has_heading = fields.Boolean(
        string="First Row Is a Heading", default=True, help="Without headings, columns are called (A), (B), ..."
    )
    needs_domain = fields.Boolean(
        string="Require a Web Address or E-mail",
        default=True,
        help="Companies are told apart by their web domain. Without this, a company that has neither web address nor "
        "e-mail is imported too and compared by its name and country.",
    )
    reading = fields.Char(string="Read As", readonly=True, copy=False)
    notice = fields.Text(readonly=True, copy=False, help="What is unusual about the file.")
    row_count = fields.Integer(string="Companies", readonly=True, copy=False)

    # What its columns mean
    column_ids = fields.One2many("outbound.import.column", "import_id", string="Columns")
    mapping_id = fields.Many2one(
        "outbound.import.mapping",
        string="Saved Mapping",
        check_company=True,
        copy=False,
        help="Columns chosen for an earlier list. It is found by itself when a list has the same headings.",
    )

    # What became of its rows
    checked = fields.Boolean(readonly=True, copy=False)
    position = fields.Integer(readonly=True, copy=False)
    progress = fields.Float(compute="_compute_progress")
    imported_count = fields.Integer(string="Imported", readonly=True, copy=False)
    duplicate_count = fields.Integer(string="Duplicates", readonly=True, copy=False)
    rejected_count = fields.Integer(string="Rejected", readonly=True, copy=False)
    reason_summary = fields.Text(readonly=True, copy=False)
    lead_ids = fields.One2many("crm.lead", "outbound_import_id", string="Prospects")
    lead_count = fields.Integer(compute="_compute_lead_count")
    rejection_ids = fields.One2many("outbound.import.rejection", "import_id", string="Rows Not Imported")

    @api.depends("position", "row_count")
    def _compute_progress(self):
        for record in self:
            record.progress = 100 * record.position / record.row_count if record.row_count else 0

    @api.depends("state")
    def _compute_lead_count(self):
        leads = self.env["crm.lead"].with_context(active_test=False)
        counts = dict(leads._read_group([("outbound_import_id", "in", self.ids)], ["outbound_import_id"], ["__count"]))
        for record in self:
            record.lead_count = counts.get(record._origin, 0)

    @api.model
    def _default_team(self):
        """The outbound team of the current company, else one that all companies share."""
        teams = self.env["crm.team"].search(
            [("is_outbound", "=", True), ("company_id", "in", [self.env.company.id, False])]
        )
        return teams.filtered("company_id")[:1] or teams[:1]

    @api.model_create_multi
    def create(self, vals_list):
        for vals in vals_list:
            vals["name"] = vals.get("name") or vals.get("file_name") or _("List of companies")
        records = super().create(vals_list)
        for record in records:
            record._read_file(find_heading=True)
        return records

    def write(self, vals):
        result = super().write(vals)
        if READING_FIELDS & vals.keys() and not self.env.context.get("outbound_reading"):
            for record in self:
                record._check_not_imported()
                record._read_file(find_heading="file" in vals)
        elif {"company_id", "needs_domain"} & vals.keys():
            self.checked = False
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_except_running(self):
        if running := self.filtered(lambda record: record.state == "running"):
            raise UserError(_("%s is being imported. Stop it first, then delete it.", running[0].name))

    def _check_not_imported(self):
        """Refuse to change what a list was imported with.

        :raises UserError: naming the list and what to do
        """
        if imported := self.filtered(lambda record: record.state in ("running", "done")):
            raise UserError(
                _("%s has been imported. Undo the import first, or import the file as a new list.", imported[0].name)
            )

    # ------------------------------------------------------------------ buttons

    def action_read(self):
        """Saving the list has read it; the button only gives saving a name that people look for."""
        self.ensure_one()
        if self.state == "new":
            self._read_file(find_heading=True)

    def action_apply_mapping(self):
        self._check_not_imported()
        self.mapping_id._apply(self)

    def action_keep_as_notes(self):
        """Keep every column that has no use yet as a note."""
        self._check_not_imported()
        self.column_ids.filtered(lambda column: not column.target).target = "note"

    def action_save_mapping(self):
        """Open a dialog that saves the chosen columns under a name."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": _("Save Mapping"),
            "res_model": "outbound.import.mapping",
            "view_mode": "form",
            "target": "new",
            "context": {"default_import_id": self.id, "default_name": self.mapping_id.name or self.name},
        }

    def action_view_leads(self):
        """Open the prospects of this list."""
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id("crm.crm_lead_action_pipeline")
        return {
            **action,
            "name": _("Prospects of %s", self.name),
            "domain": [("outbound_import_id", "=", self.id)],
            "context": {"default_type": "opportunity", "active_test": False},
            "view_mode": "list,kanban,form",
            "views": [(False, "list"), (False, "kanban"), (False, "form")],
        }

    def action_view_rejected(self):
        return self._view_rows("rejected", _("Rejected Rows of %s", self.name))

    def action_view_duplicates(self):
        return self._view_rows("duplicate", _("Duplicates in %s", self.name))

    def _view_rows(self, kind: str, title: str):
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": title,
            "res_model": "outbound.import.rejection",
            "view_mode": "list,form",
            "domain": [("import_id", "=", self.id), ("kind", "=", kind)],
            "context": {"outbound_kind": kind},
        }
