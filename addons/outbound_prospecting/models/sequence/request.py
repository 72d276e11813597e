from datetime import timedelta

import psycopg2

from odoo import _, api, fields, models
from odoo.tools import SQL

BATCH = 500
LOOK_AGAIN = timedelta(days=1)
# What may change by itself is tried again every day; the rest waits for a person.
PASSING = {"sequence_not_live", "active_elsewhere", "company_limit", "no_mailbox"}


class OutboundEnrolmentRequest(models.Model):
    """A prospect that is to enrol by itself: waiting for its turn, or refused with the reason.

    A request goes once its prospect is enrolled, so that what is left is what somebody may want to fix.
    """

    _name = "outbound.enrolment.request"
    _description = "Request to Enrol"
    _inherit = ["outbound.state.mixin"]
    _order = "date desc, id desc"
    _rec_name = "lead_id"

    lead_id = fields.Many2one("crm.lead", string="Prospect", required=True, ondelete="cascade", readonly=True)
    sequence_id = fields.Many2one("outbound.sequence", required=True, ondelete="cascade", index=True, readonly=True)
    company_id = fields.Many2one(related="lead_id.company_id")
    user_id = fields.Many2one(related="lead_id.user_id", string="Rep")
    icp_score = fields.Float(related="lead_id.icp_score")
    state = fields.Selection(
        [("waiting", "Waiting"), ("refused", "Refused")], required=True, default="waiting", readonly=True
    )
    code = fields.Char(readonly=True, help="The rule that refused.")
    message = fields.Char(string="Why Not", readonly=True)
    date = fields.Datetime(string="Since", required=True, readonly=True, default=fields.Datetime.now)
    try_date = fields.Datetime(string="Tried Again", readonly=True, help="Empty: it waits for a person.")

    _once = models.UniqueIndex("(lead_id)", "The prospect waits to enrol already.")
    _try_idx = models.Index("(try_date) WHERE try_date IS NOT NULL")

    @api.model
    def _request(self, leads, sequence):
        """Ask to enrol prospects into `sequence` by and by; a request that is there already starts anew."""
        leads.flush_recordset(["sequence_stage"])
        self.env.cr.execute(
            """
            INSERT INTO outbound_enrolment_request (lead_id, sequence_id, state, date, try_date, create_uid, create_date)
            SELECT id, %(sequence)s, 'waiting', %(now)s, %(now)s, %(user)s, %(now)s
              FROM crm_lead
             WHERE id = ANY(%(leads)s) AND COALESCE(sequence_stage, 'not_started') = 'not_started'
            ON CONFLICT (lead_id) DO UPDATE
               SET sequence_id = EXCLUDED.sequence_id, state = 'waiting', code = NULL, message = NULL,
                   try_date = EXCLUDED.try_date
            """,
            {
                "sequence": sequence.id,
                "now": self.env["outbound.clock"]._now(),
                "user": self.env.uid,
                "leads": leads.ids,
            },
        )
        if self.env.cr.rowcount:
            self.invalidate_model()
            self._wake()

    @api.model
    def _wake(self):
        cron = self.env.ref("outbound_prospecting.ir_cron_outbound_enrol_requests", raise_if_not_found=False)
        if cron:
            cron.sudo()._trigger()

    @api.model
    def _look_again(self, sequence):
        """A sequence went live: prospects of its tier ask to enrol, and those whom another version refused try again."""
        sequence = sequence.sudo()
        family = sequence | sequence.previous_id
        old = self.sudo().search([("sequence_id", "in", family.ids)])
        old._write_state(
            {"sequence_id": sequence.id, "state": "waiting", "try_date": self.env["outbound.clock"]._now()}
        )
        if sequence.tier:
            self._request(sequence._find_candidates(), sequence)
        self._wake()

    # ------------------------------------------------------------------ scheduled action

    @api.model
    def _cron_enrol_requests(self):
        """Scheduled action: enrol who asked, best score first, in claimed batches."""
        Cron = self.env["ir.cron"]
        while True:
            now = self.env["outbound.clock"]._now()
            try:
                requests = self._claim(now)
                if not requests:
                    return
                requests._enrol_now(now)
                is_last = len(requests) < BATCH
                if not Cron._commit_progress(len(requests), remaining=0 if is_last else BATCH):
                    return
            except psycopg2.errors.SerializationFailure:
                # Somebody enrolled one of them at the same moment: look again with a fresh snapshot.
                self.env.cr.rollback()

    def _claim(self, now):
        """Lock a batch of what is due; rows of another worker are passed over."""
        self.flush_model()
        rows = self.env.execute_query(
            SQL(
                """
                SELECT r.id
                  FROM outbound_enrolment_request r
                  JOIN crm_lead l ON l.id = r.lead_id
                 WHERE r.try_date <= %s
                 ORDER BY l.icp_score DESC NULLS LAST, r.id
                 LIMIT %s
                   FOR NO KEY UPDATE OF r SKIP LOCKED
                """,
                now,
                BATCH,
            )
        )
        return self.sudo().browse([id_ for (id_,) in rows])

    def _enrol_now(self, now):
        """Enrol the prospects of these requests; who is refused keeps the request with the reason."""
        self.env["outbound.mail.domain"]._verify(self.lead_id.mapped("email_normalized"))
        for sequence, requests in self.grouped("sequence_id").items():
            result = self.env["outbound.enrolment"]._enrol(requests.lead_id, sequence)
            refused = {lead.id: (code, message) for lead, code, message in result.refusals}
            requests.filtered(lambda request, refused=refused: request.lead_id.id not in refused).unlink()
            for request in requests.exists():
                code, message = refused[request.lead_id.id]
                request._write_state(
                    {
                        "state": "refused",
                        "code": code,
                        "message": message,
                        "try_date": now + LOOK_AGAIN if code in PASSING else False,
                    }
                )

    # ------------------------------------------------------------------ buttons

    def action_try_again(self):
        """Button: try now, after what was wrong was put right."""
        self.lead_id.check_access("write")
        self.sudo()._enrol_now(self.env["outbound.clock"]._now())
        left = self.exists()
        message = (
            _("%(left)s of %(total)s are still refused; the reasons are on the list.", left=len(left), total=len(self))
            if left
            else _("Prospects enrolled: %s", len(self))
        )
        return self.env["outbound.sequence"]._notify_count(message)

    def action_forget(self):
        """Button: this prospect is not to enrol by itself."""
        self.lead_id.check_access("write")
        self.sudo().unlink()
        return self.env["outbound.sequence"]._notify_count(_("The request was taken back."))

    def action_open_lead(self):
        """Button: the prospect."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": "crm.lead",
            "res_id": self.lead_id.id,
            "views": [(False, "form")],
        }


class OutboundEvent(models.Model):
    _inherit = "outbound.event"

    def _request_enrolment(self):
        """Automation rule on a changed tier: prospects ask to enrol into the live sequence of their new tier."""
        live = [("state", "=", "active"), ("tier", "!=", False)]
        if not self.env["outbound.sequence"].sudo().search_count(live, limit=1):
            return
        groups = self.sudo()._read_group([("id", "in", self.ids)], ["new_value", "company_id"], ["lead_id:recordset"])
        for tier, company, leads in groups:
            sequence = self.env["outbound.sequence"].sudo()._find_for_tier(tier, company)
            if sequence:
                self.env["outbound.enrolment.request"].sudo()._request(leads, sequence)


class OutboundSequence(models.Model):
    _inherit = "outbound.sequence"

    @api.model
    def _find_for_tier(self, tier: str, company):
        """The live sequence that prospects of `tier` and `company` enrol in, the company's own first."""
        found = self.search([("state", "=", "active"), ("tier", "=", tier), ("company_id", "in", [company.id, False])])
        return found.filtered("company_id")[:1] or found[:1]

    def _find_candidates(self):
        """Open prospects of this sequence's tier that nobody has written to yet."""
        self.ensure_one()
        domain = [
            ("icp_tier", "=", self.tier),
            ("sequence_stage", "in", [False, "not_started"]),
            ("team_id.is_outbound", "=", True),
            ("won_status", "=", "pending"),
        ]
        if self.company_id:
            domain.append(("company_id", "in", [self.company_id.id, False]))
        return self.env["crm.lead"].sudo().search(domain)
