from odoo import _, fields, models
from odoo.exceptions import AccessError, UserError

from ...domain.drafting import MAX_VALUE, clean_line

REVIEWER = "outbound_prospecting.group_outbound_reviewer"


class OutboundEnrolment(models.Model):
    _inherit = "outbound.enrolment"

    hook = fields.Char(
        string="Finding",
        readonly=True,
        help="What research found about this prospect, as one sentence that may open a mail. Token {hook}. "
        "Without it drafts stay plain.",
    )
    hook_source = fields.Char(string="Source", readonly=True, help="Where it was read, for the reviewer.")

    def _note_finding(self, finding: str, source: str = ""):
        """Keep what research found; texts written from now on use it.

        :raises UserError: when it is longer than a sentence of a mail
        """
        line = clean_line(finding)
        if len(line) > MAX_VALUE:
            raise UserError(
                _("A finding is one sentence: %(length)s characters, at most %(limit)s.",
                  length=len(line), limit=MAX_VALUE)
            )  # fmt: skip
        self.write({"hook": line or False, "hook_source": clean_line(source) or False})

    def action_note_finding(self):
        """Button: note what research found. For the prospect's rep, and reviewers."""
        self.ensure_one()
        self.check_access("read")
        self._check_may_write_texts()
        return {
            "type": "ir.actions.act_window",
            "name": _("Finding"),
            "res_model": "outbound.finding",
            "views": [(False, "form")],
            "target": "new",
            "context": {
                "default_enrolment_id": self.id,
                "default_finding": self.hook,
                "default_source": self.hook_source,
            },
        }

    def _check_may_write_texts(self):
        """:raises AccessError: unless they are one's own prospects or one is a reviewer"""
        if self.env.su or self.env.user.has_group(REVIEWER):
            return
        if any(enrolment.lead_id.user_id != self.env.user for enrolment in self.sudo()):
            raise AccessError(_("Only the prospect's rep or a reviewer may do this."))
