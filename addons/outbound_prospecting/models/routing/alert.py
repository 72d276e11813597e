import logging
from datetime import timedelta

from markupsafe import Markup

from odoo import SUPERUSER_ID, _, api, fields, models
from odoo.exceptions import UserError

from ...adapters import slack
from ...adapters.body import Limits
from ...adapters.http import Http
from ...domain.alerts import Outcome, Result, next_try, redact

_logger = logging.getLogger(__name__)
BATCH = 50
LIMITS = Limits(seconds=10, wire=10_000, body=2_000, redirects=0, cut=True)
STALE = timedelta(minutes=15)  # a try that has not ended by then was cut short


class OutboundAlert(models.Model):
    """One message to one person or channel: written with what it is about, delivered after that is committed.

    Delivery is tried again while the other side says that it took nothing. A try that was cut short is shown to a
    person and never repeated by itself.
    """

    _name = "outbound.alert"
    _description = "Alert"
    _order = "id desc"
    _rec_name = "title"

    rule_id = fields.Many2one("outbound.alert.rule", readonly=True, required=True, ondelete="cascade", index=True)
    medium = fields.Char(readonly=True, required=True)
    company_id = fields.Many2one("res.company", readonly=True, index="btree_not_null")
    lead_id = fields.Many2one("crm.lead", string="Prospect", readonly=True, ondelete="cascade", index="btree_not_null")
    user_id = fields.Many2one("res.users", string="To", readonly=True, ondelete="cascade")
    title = fields.Char(readonly=True, required=True)
    text = fields.Text(readonly=True, required=True)
    state = fields.Selection(
        [
            ("waiting", "Waiting"),
            ("sending", "On its way"),
            ("sent", "Sent"),
            ("failed", "Failed"),
            ("unknown", "Not known"),
        ],
        default="waiting",
        required=True,
        readonly=True,
    )
    attempts = fields.Integer(readonly=True, aggregator=None)
    next_try = fields.Datetime(readonly=True)
    error = fields.Char(readonly=True, help="What the other side said. Addresses of webhooks are left out.")
    sent_date = fields.Datetime(readonly=True)

    _due_idx = models.Index("(next_try, id) WHERE state IN ('waiting', 'sending')")

    @api.model
    def _cron_send_alerts(self):
        """Scheduled action: deliver what waits, one by one; what leaves the house is claimed and committed before."""
        Cron = self.env["ir.cron"]
        alerts = self.sudo()
        now = self.env["outbound.clock"]._now()
        alerts._settle_stale(now)
        while True:
            found = alerts.search([("state", "=", "waiting"), ("next_try", "<=", now)], limit=BATCH, order="id")
            for alert in found:
                if alert.try_lock_for_update(allow_referencing=True):
                    if alert.medium == "slack":  # the others deliver within the transaction
                        alert.write({"state": "sending", "next_try": now})
                        Cron._commit_progress(0)
                    alert._note(alert._deliver(), now)
                if not Cron._commit_progress(1):
                    return
            if len(found) < BATCH:
                return

    @api.model
    def _settle_stale(self, now):
        stale = self.search([("state", "=", "sending"), ("next_try", "<", now - STALE)])
        stale.write(
            {"state": "unknown", "next_try": False, "error": _("It was cut short; nobody knows whether it arrived.")}
        )

    def _note(self, outcome: Outcome, now):
        """Keep how a try ended, and when the next one is."""
        self.ensure_one()
        vals = {"attempts": self.attempts + 1, "error": outcome.error or False, "next_try": False}
        if outcome.result is Result.SENT:
            vals |= {"state": "sent", "sent_date": now}
        elif outcome.result is Result.UNKNOWN:
            vals["state"] = "unknown"
        else:
            again = next_try(now, vals["attempts"], outcome.wait) if outcome.result is Result.LATER else None
            vals |= {"state": "waiting" if again else "failed", "next_try": again or False}
        self.write(vals)

    def _deliver(self) -> Outcome:
        """One try; whatever Odoo refuses is kept with the alert and harms no other."""
        self.ensure_one()
        if self.medium == "slack":
            return self._deliver_slack()
        try:
            with self.env.cr.savepoint():
                getattr(self.with_user(SUPERUSER_ID), f"_deliver_{self.medium}")()
        except UserError as error:
            return Outcome(Result.REFUSED, redact(str(error), []))
        return Outcome(Result.SENT)

    def _deliver_slack(self) -> Outcome:
        url = self.rule_id.slack_url
        if not url:
            return Outcome(Result.REFUSED, _("The rule has no webhook any more."))
        text = f"*{slack.escape(self.title)}*\n{slack.escape(self.text)}"
        outcome = slack.send_text(self._get_post(), url, text)
        if outcome.result is not Result.SENT:
            _logger.info("Alert %s to Slack: %s, %s", self.id, outcome.result.value, outcome.error)
        return outcome

    def _get_post(self) -> slack.Post:
        return Http(f"OutboundProspecting (+{self.get_base_url()})", limits=LIMITS).post

    def _deliver_notify(self):
        self.env["mail.thread"].message_notify(
            partner_ids=self.user_id.partner_id.ids, subject=self.title, body=self._get_html()
        )

    def _deliver_discuss(self):
        self._post_in(self.env["discuss.channel"]._get_or_create_chat(self.user_id.partner_id.ids))

    def _deliver_channel(self):
        if not self.rule_id.channel_id:
            raise UserError(_("The channel is gone."))
        self._post_in(self.rule_id.channel_id)

    def _post_in(self, channel):
        body = Markup("<b>%s</b><br/>%s") % (self.title, self._get_html())
        channel.message_post(body=body, message_type="comment", subtype_xmlid="mail.mt_comment")

    def _deliver_sms(self):
        partner = self.user_id.partner_id
        if "sms.sms" not in self.env:
            raise UserError(_("SMS is not installed."))
        if not partner.phone:
            raise UserError(_("%s has no phone number.", self.user_id.name))
        partner._message_sms(f"{self.title}: {self.text}", partner_ids=partner.ids)

    def _get_html(self) -> Markup:
        lines = []
        for line in self.text.splitlines():
            said, _space, url = line.rpartition(" ")
            is_link = url.startswith(("http://", "https://"))
            lines.append(Markup('%s <a href="%s">%s</a>') % (said, url, _("Open")) if is_link else Markup("%s") % line)
        return Markup("<br/>").join(lines)

    def action_try_again(self):
        """Button: a person decides to send it (again)."""
        self.check_access("write")
        now = self.env["outbound.clock"]._now()
        self.filtered(lambda alert: alert.state in ("failed", "unknown")).write(
            {"state": "waiting", "next_try": now, "attempts": 0}
        )
        self.env.ref("outbound_prospecting.ir_cron_outbound_alerts").sudo()._trigger()
        return True

    @api.autovacuum
    def _gc_sent(self):
        """What was delivered long ago says nothing any more."""
        old = self.env["outbound.clock"]._now() - timedelta(days=90)
        self.sudo().search([("state", "=", "sent"), ("sent_date", "<", old)], limit=5000).unlink()
