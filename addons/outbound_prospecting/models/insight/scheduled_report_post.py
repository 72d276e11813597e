from datetime import date, timedelta

from markupsafe import Markup

from odoo import api, fields, models

from ...domain.scheduled_report import Figure, Report

HAPPENING = "scheduled_report"
KEPT = timedelta(days=400)


class OutboundReportPost(models.Model):
    """A report as it was sent: one for each subscription and day, whoever runs the scheduled action how often."""

    _name = "outbound.report.post"
    _description = "Report as Sent"
    _order = "day desc, id desc"
    _rec_name = "title"

    subscription_id = fields.Many2one("outbound.report.subscription", required=True, readonly=True, ondelete="cascade")
    company_id = fields.Many2one(related="subscription_id.company_id", store=True, index=True)
    day = fields.Date(required=True, readonly=True)
    title = fields.Char(readonly=True)
    body = fields.Html(readonly=True, sanitize=False)
    text = fields.Text(readonly=True)
    figure_ids = fields.One2many("outbound.report.figure", "post_id", readonly=True)

    # Also what the subscription is found by.
    _once = models.UniqueIndex("(subscription_id, day)", "The report of this day was sent already.")

    @api.model
    def _claim(self, subscription, day: date):
        """The post of a day, empty when there is one already, also one that another worker is about to commit."""
        self.env.cr.execute(
            """
            INSERT INTO outbound_report_post (subscription_id, company_id, day, create_uid, create_date)
            VALUES (%s, %s, %s, %s, %s)
            ON CONFLICT (subscription_id, day) DO NOTHING
            RETURNING id
            """,
            [subscription.id, subscription.company_id.id, day, self.env.uid, self.env["outbound.clock"]._now()],
        )
        row = self.env.cr.fetchone()
        return self.browse(row and row[0])

    def _fill(self, report: Report):
        """Keep the report with its figures, so that each link opens the records it was counted from."""
        figures = [figure for line in report.lines for figure in line.figures]
        records = self.env["outbound.report.figure"].create(
            [
                {
                    "post_id": self.id,
                    "name": figure.label or line.label,
                    "text": figure.text,
                    "res_model": figure.model,
                    "domain": [list(leaf) if isinstance(leaf, tuple) else leaf for leaf in figure.domain],
                }
                for line in report.lines
                for figure in line.figures
            ]
        )
        links = {id(figure): record._get_link() for figure, record in zip(figures, records, strict=True)}
        self.write({"title": report.title, "body": self._render(report, links), "text": self._write_out(report, links)})

    @api.model
    def _render(self, report: Report, links: dict | None = None) -> Markup:
        """Short enough for a phone: a title, and a line for each subject."""
        lines = [
            Markup("%s: %s%s") % (
                line.label,
                Markup(", ").join(self._render_figure(figure, (links or {}).get(id(figure))) for figure in line.figures),
                f" ({line.note})" if line.note else "",
            )
            for line in report.lines
        ]  # fmt: skip
        return Markup("<p><b>%s</b><br/>%s</p>") % (report.title, Markup("<br/>").join(lines or [report.silence]))

    @staticmethod
    def _render_figure(figure: Figure, link: str | None) -> Markup:
        shown = Markup('<a href="%s">%s</a>') % (link, figure.text) if link else Markup("<b>%s</b>") % figure.text
        return Markup("%s %s") % (figure.label, shown) if figure.label else shown

    @staticmethod
    def _write_out(report: Report, links: dict) -> str:
        """The same as plain text, a figure a line with its link at the end."""
        lines = [
            f"{line.label}{f' – {figure.label}' if figure.label else ''}: {figure.text} {links[id(figure)]}"
            for line in report.lines
            for figure in line.figures
        ]
        return "\n".join(lines or [report.silence])

    # ------------------------------------------------------------------ ways out

    def _deliver(self):
        """To the channel and by mail within this transaction; what leaves the house goes through the alerts' outbox."""
        subscription = self.subscription_id
        if subscription.channel_id:
            subscription.channel_id.message_post(
                body=self.body, message_type="comment", subtype_xmlid="mail.mt_comment"
            )
        if subscription.partner_ids:
            self.env["mail.mail"].create(self._prepare_mail())
        self._tell()

    def _prepare_mail(self) -> dict:
        return {
            "subject": self.title,
            "body_html": self.body,
            "recipient_ids": [fields.Command.set(self.subscription_id.partner_ids.ids)],
            "auto_delete": True,
        }

    def _tell(self):
        """Whatever alert rules ask for, such as a message to Slack."""
        self.env["outbound.alert.rule"]._raise(
            HAPPENING,
            [
                {
                    "lead": self.env["crm.lead"],
                    "company": self.company_id,
                    "link": f"/odoo/outbound-report-posts/{self.id}",
                    "rep": self.env["res.users"],
                    "manager": self.env["res.users"],
                    "describe": lambda env: f"{self.title}\n{self.text}\n",
                }
            ],
        )

    @api.autovacuum
    def _gc_posts(self):
        """What was sent long ago is in the channel."""
        old = self.env["outbound.clock"]._now().date() - KEPT
        self.search([("day", "<", old)], limit=1000).unlink()


class OutboundReportFigure(models.Model):
    """A figure of a report that was sent, and which records it counted."""

    _name = "outbound.report.figure"
    _description = "Figure of a Report"
    _order = "id"

    post_id = fields.Many2one("outbound.report.post", required=True, readonly=True, ondelete="cascade", index=True)
    company_id = fields.Many2one(related="post_id.company_id", store=True, index=True)
    name = fields.Char(required=True, readonly=True)
    text = fields.Char(string="Figure", readonly=True)
    res_model = fields.Char(required=True, readonly=True)
    domain = fields.Json(readonly=True)

    def _get_link(self) -> str:
        return f"{self.get_base_url()}/odoo/{self.id}/outbound-report-figure"

    def action_open(self):
        """Link of a report: the records, as far as whoever opens it may see them."""
        self.ensure_one()
        self.check_access("read")
        return {
            "type": "ir.actions.act_window",
            "name": self.name,
            "res_model": self.res_model,
            "views": [(False, "list"), (False, "form")],
            "domain": self.domain or [],
            "context": {"active_test": False},
        }


class OutboundAlertRule(models.Model):
    _inherit = "outbound.alert.rule"

    happening = fields.Selection(selection_add=[(HAPPENING, "A scheduled report")], ondelete={HAPPENING: "cascade"})
