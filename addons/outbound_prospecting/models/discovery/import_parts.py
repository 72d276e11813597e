from odoo import _, api, fields, models

from ...domain.list_headings import heading_key, list_key


class OutboundImportColumn(models.Model):
    """A column of a list, and what it is for."""

    _name = "outbound.import.column"
    _description = "Column of an Imported List"
    _order = "sequence, id"

    import_id = fields.Many2one("outbound.import", required=True, ondelete="cascade", index=True)
    sequence = fields.Integer()
    heading = fields.Char(required=True, readonly=True)
    samples = fields.Char(string="Examples", readonly=True)
    filled_count = fields.Integer(string="Filled", readonly=True, help="Rows in which the column holds something.")
    target = fields.Selection(
        [
            ("partner_name", "Company name"),
            ("website", "Web address"),
            ("email_from", "E-mail"),
            ("phone", "Phone"),
            ("contact_name", "Contact name"),
            ("first_name", "Contact's first name"),
            ("last_name", "Contact's last name"),
            ("function", "Job position"),
            ("street", "Street"),
            ("zip", "ZIP"),
            ("city", "City"),
            ("state_id", "State"),
            ("country_id", "Country"),
            ("industry_id", "Industry"),
            ("employee_count", "Employees"),
            ("previous_employee_count", "Employees before (for growth)"),
            ("employee_growth", "Headcount growth (%)"),
            ("annual_revenue", "Annual revenue"),
            ("tag_ids", "Tags"),
            ("note", "Keep as a note"),
        ],
        string="Use As",
        help="Empty: the column is not imported. Several columns may be kept as notes or tags. Scoring reads notes too.",
    )

    def write(self, vals):
        result = super().write(vals)
        if "target" in vals:
            self.import_id._check_not_imported()
            self.import_id.filtered("checked").checked = False
        return result


class OutboundImportMapping(models.Model):
    """Columns chosen for one list, kept for the next list with the same headings."""

    _name = "outbound.import.mapping"
    _description = "Saved Column Mapping"
    _order = "name"

    name = fields.Char(required=True)
    company_id = fields.Many2one("res.company", default=lambda self: self.env.company, index="btree_not_null")
    headings_key = fields.Char(readonly=True, index=True)
    targets = fields.Json(readonly=True, help="By heading the field its column is used as.")
    summary = fields.Text(compute="_compute_summary", string="Columns")
    import_id = fields.Many2one("outbound.import", store=False, help="The list whose columns are saved.")

    _name_unique = models.UniqueIndex(
        "(name, COALESCE(company_id, 0))", "A mapping of this name exists. Choose another name."
    )

    @api.depends("targets")
    def _compute_summary(self):
        labels = dict(self.env["outbound.import.column"]._fields["target"]._description_selection(self.env))
        for mapping in self:
            mapping.summary = "\n".join(
                f"{heading} → {labels.get(target) or _('not imported')}"
                for heading, target in (mapping.targets or {}).items()
            )

    @api.model_create_multi
    def create(self, vals_list):
        sources = []
        for vals in vals_list:
            source_id = vals.pop("import_id", self.env.context.get("default_import_id"))
            sources.append(self.env["outbound.import"].browse(source_id or []))
            if source_id:
                vals.update(self._prepare_targets_vals(sources[-1]))
        mappings = super().create(vals_list)
        for source, mapping in zip(sources, mappings, strict=True):
            source.mapping_id = mapping
        return mappings

    @api.model
    def _prepare_targets_vals(self, source) -> dict:
        """What the columns of a list are used as, in the form in which a mapping keeps it."""
        columns = source.column_ids
        return {
            "headings_key": list_key(columns.mapped("heading")),
            "targets": {column.heading: column.target or "" for column in columns},
            "company_id": source.company_id.id,
        }

    @api.model
    def _find(self, source):
        """The latest mapping for exactly the headings of a list; empty if none was saved."""
        if not source.has_heading:
            return self.browse()
        key = list_key(source.column_ids.mapped("heading"))
        return self.search(
            [("headings_key", "=", key), ("company_id", "in", [source.company_id.id, False])], order="id desc", limit=1
        )

    def _apply(self, source):
        """Use the columns of a list as this mapping says; headings that it does not know keep their use."""
        self.ensure_one()
        targets = {heading_key(heading): target for heading, target in (self.targets or {}).items()}
        for column in source.column_ids:
            if (key := heading_key(column.heading)) in targets:
                column.target = targets[key] or False
