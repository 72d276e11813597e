import base64

from markupsafe import Markup

from odoo import _, api, fields, models
from odoo.exceptions import UserError
from odoo.tools import split_every

from ...domain.company_list import Row
from ...domain.identity import plain_key
from .import_plan import Plan, Run

# Rows decided together: few queries for whoever is known, bounded memory, and a portion of a background import.
WINDOW = 5_000
# Prospects created together; beyond it nothing gets faster.
BATCH = 1_000
# What Odoo computes for a new prospect without salesperson and amounts. It computes it all the same and would put right
# what is not so; given it beforehand, it does not write each prospect a second time.
COMPUTED_ON_NEW = {
    "won_status": "pending",
    "day_open": 0.0,
    "day_close": 0.0,
    "prorated_revenue": 0.0,
    "recurring_revenue_monthly": 0.0,
    "recurring_revenue_monthly_prorated": 0.0,
    "recurring_revenue_prorated": 0.0,
}


class OutboundImport(models.Model):
    """Checking, importing and undoing."""

    _inherit = "outbound.import"

    # ------------------------------------------------------------------ verbs

    @api.model
    def _import_file(self, filename: str, content: bytes) -> dict[str, int]:
        """Import a list with the columns as they are guessed, in the current transaction.

        :return: number of `companies` in the file, and how many of them were `imported`, `duplicates`, `rejected`
        :raises UserError: when the file or its columns cannot be imported; nothing is then
        """
        record = self.create({"file": base64.b64encode(content), "file_name": filename})
        record._import_now()
        return {
            "companies": record.row_count,
            "imported": record.imported_count,
            "duplicates": record.duplicate_count,
            "rejected": record.rejected_count,
        }

    def action_check(self):
        """Find out what an import would do, and list the rows it would leave out."""
        self.ensure_one()
        self._check_not_imported()
        run = self._start_run()
        self.write(self._prepare_unchecked_vals())
        for lines in split_every(WINDOW, self._get_rows(self._read_table()), list):
            plan = self._plan(run, lines)
            self._record_rejections(run, plan)
            self._count(plan)
        self.write({"checked": True, "reason_summary": self._get_reason_summary()})

    def action_import(self):
        """Import the list, in the background where it is too long for one request."""
        self.ensure_one()
        self._check_not_imported()
        self._check_columns()
        if self.row_count <= self._get_parameter("direct_rows", 10_000):
            self._import_now()
            return
        if not self.position:  # else it goes on where it stopped
            self.write(self._prepare_unchecked_vals())
        self.write({"state": "running", "user_id": self.env.uid})
        self.env.ref("outbound_prospecting.ir_cron_outbound_import").sudo()._trigger()

    def _import_now(self):
        """Import all rows that are not imported yet, in the current transaction."""
        run = self._start_run()
        if not self.position:
            self.write(self._prepare_unchecked_vals())
        self.user_id = self.env.uid
        for lines in split_every(WINDOW, self._get_rows(self._read_table())[self.position :], list):
            self._import_window(run, lines)
        self._finish()

    def _import_window(self, run: Run, lines: list[tuple[int, list[str]]]):
        """Import some rows: prospects, rows left out, counters and scores belong to one transaction."""
        plan = self._plan(run, lines)
        leads = self._create_leads(run, plan.new)
        self._record_rejections(run, plan)
        self._count(plan)
        self.position += len(lines)
        self._score(leads)

    def _count(self, plan: Plan):
        self.imported_count += len(plan.new)
        self.duplicate_count += len(plan.duplicates)
        self.rejected_count += len(plan.rejected)

    def _finish(self):
        self.write(
            {
                "state": "done",
                "checked": False,
                "date_done": self.env.cr.now(),
                "reason_summary": self._get_reason_summary(),
            }
        )
        self.message_post(body=self._describe_result())

    def _describe_result(self) -> str:
        return _(
            "%(companies)s companies read: %(imported)s imported, %(duplicates)s known already, %(rejected)s rejected.",
            companies=self.row_count,
            imported=self.imported_count,
            duplicates=self.duplicate_count,
            rejected=self.rejected_count,
        )

    # ------------------------------------------------------------------ background

    @api.model
    def _cron_import_lists(self):
        """Scheduled action: go on with lists too long for one request, committing portion by portion."""
        for record in self.search([("state", "=", "running")], order="id"):
            user = record.user_id
            record.with_user(user).with_context(lang=user.lang)._run_in_background()

    def _run_in_background(self):
        Cron = self.env["ir.cron"].sudo()
        rows = self._get_rows(self._read_table())
        while self.state == "running":
            lines = rows[self.position : self.position + WINDOW]
            try:
                # The lock and what is known last for one transaction.
                self._import_window(self._start_run(), lines)
            except UserError as error:
                self.env.cr.rollback()
                self._stop(_("The import stopped at row %(row)s: %(error)s", row=self.position + 1, error=error))
                Cron._commit_progress()
                return
            if self.position >= len(rows):
                self._finish()
                self._notify(self._describe_result())
            if not Cron._commit_progress(len(lines), remaining=len(rows) - self.position):
                return

    def action_stop(self):
        """Stop a background import after the portion at work; what was imported stays, and it can go on later."""
        self.filtered(lambda record: record.state == "running")._stop(_("The import was stopped."))

    def _stop(self, reason: str):
        for record in self:
            record.state = "mapped"
            record.message_post(body=reason)
            record._notify(reason)

    def _notify(self, message: str):
        self.user_id._bus_send("simple_notification", {"title": self.name, "message": message, "sticky": True})

    # ------------------------------------------------------------------ prospects

    def _create_leads(self, run: Run, rows: list[Row]):
        """Create prospects and remember which line became which.

        :raises AccessError: when the user may not create prospects
        """
        self.env["crm.lead"].check_access("create")
        # As superuser, whom the ORM asks for no rights lead by lead; all of them have the team and company that the
        # user chose and nobody as salesperson, so that there is nothing to ask.
        # Neither followers nor a creation note nor tracking: five thousand notes say nothing and cost most of the time.
        Lead = (
            self.env["crm.lead"]
            .sudo()
            .with_context(
                tracking_disable=True,
                mail_create_nosubscribe=True,
                mail_create_nolog=True,
                outbound_scores_together=True,
            )
        )
        shared = self._prepare_shared_vals(Lead)
        industries = self._get_industries({row.values["industry_id"] for row in rows if "industry_id" in row.values})
        tags = self._get_tags({tag for row in rows for tag in row.tags})
        leads = Lead.browse()
        for batch in split_every(BATCH, rows, list):
            created = Lead.create([self._prepare_lead_vals(row, shared, industries, tags) for row in batch])
            run.leads_by_line.update(zip((row.line for row in batch), created.ids, strict=True))
            leads += created
        return leads

    def _prepare_shared_vals(self, Lead) -> dict:
        # Left to itself Odoo searches the first stage anew for each lead.
        stage = Lead._stage_find(team_id=self.team_id.id, domain=[("fold", "=", False)])
        board = Lead._get_boards().get(self.team_id.id)
        fixed = board.fixed_probability(stage.id, active=True) if board else None
        return {
            "type": "opportunity",
            "user_id": False,
            "team_id": self.team_id.id,
            "company_id": self.company_id.id,
            "source_id": self.source_id.id,
            # Else the superuser's prospects get those of the links the user's browser came by.
            "campaign_id": False,
            "medium_id": False,
            "outbound_import_id": self.id,
            "stage_id": stage.id,
            **COMPUTED_ON_NEW,
            **({} if fixed is None else {"probability": fixed}),
            "date_last_stage_update": self.env.cr.now(),
            "data_confirmed_date": self.env["outbound.clock"]._now().date(),
        }

    def _prepare_lead_vals(self, row: Row, shared: dict, industries: dict[str, int], tags: dict[str, int]) -> dict:
        vals = {**shared, **row.values, "name": row.values["partner_name"], "website_domain": row.domain or False}
        if "industry_id" in vals:
            vals["industry_id"] = industries[_name_key(vals["industry_id"])]
        if row.tags:
            vals["tag_ids"] = [fields.Command.set([tags[_name_key(tag)] for tag in row.tags])]
        if row.notes:
            vals["description"] = Markup("<p>%s</p>") % Markup("<br>").join(
                Markup("%s: %s") % note for note in row.notes
            )
        return vals

    def _get_industries(self, names: set[str]) -> dict[str, int]:
        return self._find_or_create("res.partner.industry", names)

    def _get_tags(self, names: set[str]) -> dict[str, int]:
        return self._find_or_create("crm.tag", names)

    def _find_or_create(self, model: str, names: set[str]) -> dict[str, int]:
        """Id by the key of the name; records that are missing are created.

        Whoever may import a list may thereby name the industries that are in it.
        """
        if not names:
            return {}
        records = self.env[model].sudo()
        known = {_name_key(record.name): record.id for record in records.search([], order="id desc")}
        missing = {_name_key(name): name for name in sorted(names) if _name_key(name) not in known}
        created = records.create([{"name": name} for name in missing.values()])
        return known | dict(zip(missing, created.ids, strict=True))

    def _score(self, leads):
        """Score the new prospects; quiet while no ICP is live."""
        icp = self.env["outbound.icp"]._find_active(self.company_id)
        if icp and leads:
            icp._score_leads(leads)


def _name_key(name: str) -> str:
    return plain_key(name) or name
