from odoo import Command, _, fields, models
from odoo.exceptions import UserError

from ...domain.pilot_flow import choose, choose_holdout
from .pilot import RUNNING_STATES


class OutboundPilot(models.Model):
    """Who takes part, and may it begin."""

    _inherit = "outbound.pilot"

    launch_checks = fields.Json(compute="_compute_launch_checks")

    def _compute_launch_checks(self):
        for pilot in self:
            # Whoever may read the pilot may know what is missing, whoever its prospects belong to.
            pilot.launch_checks = pilot.sudo()._get_launch_checks()

    # ------------------------------------------------------------------ prospects

    def action_choose_members(self):
        """Button: a fresh sample of the prospects that fit, in place of the present one."""
        self.ensure_one()
        self.check_access("write")
        self._check_unlocked()
        candidates = self.env["crm.lead"].search(self._get_candidate_domain())
        if not candidates:
            raise UserError(
                _("No prospect fits: open, with an address, scored Tier 1 or 2, not written to, of these verticals.")
            )
        chosen = choose(candidates.ids, self._get_key(), self.batch_size)
        self.write(
            {"member_ids": [Command.clear(), *(Command.create({"lead_id": lead_id}) for lead_id in sorted(chosen))]}
        )
        message = _("%(chosen)s of %(fitting)s fitting prospects were chosen.", chosen=len(chosen), fitting=len(candidates))  # fmt: skip
        return self.env["outbound.sequence"]._notify_count(message)

    def _get_key(self) -> str:
        """What samples are drawn by: the same pilot always draws the same."""
        return f"pilot:{self.id}"

    def _get_candidate_domain(self) -> list:
        """Open prospects whom nobody has written to and no other pilot has."""
        domain = [
            ("team_id", "=", self.team_id.id) if self.team_id else ("team_id.is_outbound", "=", True),
            ("company_id", "in", [self.company_id.id, False]),
            ("won_status", "=", "pending"),
            ("icp_tier", "in", [self.tier] if self.tier else ["tier_1", "tier_2"]),
            ("sequence_stage", "in", [False, "not_started"]),
            ("email_normalized", "!=", False),
            ("id", "not in", self._find_taken().ids),
        ]
        if self.vertical_ids:
            domain.append(("industry_id", "in", self.vertical_ids.industry_ids.ids))
        return domain

    def _find_taken(self):
        """Prospects that take part in another pilot that runs."""
        others = self.env["outbound.pilot.member"].sudo()
        domain = [("pilot_id.state", "in", RUNNING_STATES), ("pilot_id", "!=", self._origin.id)]
        return others.search(domain).lead_id

    def _draw_holdout(self):
        """Who of the members is kept apart."""
        members = self.sudo().member_ids
        held = choose_holdout(members.lead_id.ids, self._get_key(), self.holdout_share)
        members.holdout = False
        members.filtered(lambda member: member.lead_id.id in held).holdout = True

    # ------------------------------------------------------------------ checklist

    def _get_launch_checks(self) -> list[dict]:
        """What must be right before the launch; see `outbound.sequence._get_launch_checks`."""
        self.ensure_one()
        checks = [self._check_criteria(), self._check_sequences()]
        if self.sequence_ids:
            checks += [self._check_sole_use(), self._check_review(), *self._check_mailboxes()]
        checks.append(self._check_members())
        if self.member_ids:
            checks.append(self._check_scores())
        return checks

    @staticmethod
    def _launch_check(code: str, level: str, message: str, fix: str = "") -> dict:
        return {"code": code, "level": level, "message": message, "fix": fix if level != "ok" else ""}

    def _check_criteria(self) -> dict:
        required = self.criterion_ids.filtered("required")
        if not required:
            return self._launch_check("criteria", "error", _("No criterion is required, so nothing could be decided."))
        kills = len(self.criterion_ids.filtered("kill"))
        message = _("%(required)s required criteria, %(kills)s of all stop the pilot by themselves", required=len(required), kills=kills)  # fmt: skip
        return self._launch_check("criteria", "ok", message)

    def _check_sequences(self) -> dict:
        resting = self.sequence_ids.filtered(lambda sequence: sequence.state != "active")
        if not self.sequence_ids:
            return self._launch_check("sequences", "error", _("There is no sequence. Choose one under “Set-Up”."))
        if resting:
            message = _("Not live: %s", ", ".join(resting.mapped("display_name")))
            return self._launch_check("sequences", "error", message, _("Open the sequence"))
        return self._launch_check("sequences", "ok", _("Live: %s", ", ".join(self.sequence_ids.mapped("display_name"))))

    def _check_sole_use(self) -> dict:
        """Two pilots in one sequence could not tell whose figures are whose."""
        domain = [
            ("sequence_ids", "in", self.sequence_ids.ids), ("state", "in", RUNNING_STATES), ("id", "!=", self._origin.id)
        ]  # fmt: skip
        rival = self.sudo().search(domain, limit=1)
        if rival:
            return self._launch_check("sole_use", "error", _("The pilot “%s” uses the same sequence.", rival.name))
        return self._launch_check("sole_use", "ok", _("No other pilot uses these sequences"))

    def _check_review(self) -> dict:
        """During a pilot a person sees every mail."""
        lax = self.sequence_ids.filtered(lambda sequence: sequence.review_policy != "all")
        if lax:
            message = _("Not every mail is reviewed in %s.", ", ".join(lax.mapped("display_name")))
            return self._launch_check("review", "error", message, _("Review every mail"))
        return self._launch_check("review", "ok", _("A person reviews every mail"))

    def _check_mailboxes(self) -> list[dict]:
        """What the sequences say of their mailboxes, each thing once."""
        checks = {}
        for sequence in self.sequence_ids:
            for check in sequence._check_mailboxes():
                checks.setdefault((check["code"], check["message"]), check)
        return list(checks.values())

    def _check_members(self) -> dict:
        members = self.member_ids.lead_id
        taken = members & self._find_taken()
        if not members:
            return self._launch_check("members", "error", _("No prospects are chosen."), _("Choose prospects"))
        if taken:
            message = _("%s of the prospects take part in another pilot.", len(taken))
            return self._launch_check("members", "error", message, _("Choose prospects"))
        if len(members) < self.batch_size:
            message = _("%(chosen)s prospects are chosen, of %(size)s planned.", chosen=len(members), size=self.batch_size)  # fmt: skip
            return self._launch_check("members", "warning", message)
        return self._launch_check("members", "ok", _("%s prospects are chosen", len(members)))

    def _check_scores(self) -> dict:
        bare = self.member_ids.lead_id.filtered(lambda lead: not lead.icp_score_date)
        if bare:
            message = _("%s of the prospects have no score that could be reviewed.", len(bare))
            return self._launch_check("scores", "warning", message, _("Open them"))
        return self._launch_check("scores", "ok", _("The prospects are scored; the first gate is to review the scores"))

    def action_fix_launch(self, code: str):
        """Link of the checklist: where `code` is put right."""
        self.ensure_one()
        self.check_access("write")
        if code == "sequences":
            return self.sequence_ids.filtered(lambda sequence: sequence.state != "active")[:1]._open()
        if code == "review":
            self.sequence_ids.review_policy = "all"
            return {"type": "ir.actions.client", "tag": "soft_reload"}
        if code in ("mailbox", "postal_address"):
            return self.sequence_ids[:1].action_open_mailboxes()
        if code == "members":
            return self.action_choose_members()
        if code == "scores":
            bare = self.member_ids.lead_id.filtered(lambda lead: not lead.icp_score_date)
            return self._open_leads(_("Without a Score"), bare.ids)
        return False

    # ------------------------------------------------------------------ smart buttons

    def action_open_members(self):
        """Smart button: the prospects, with their scores."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": f"{self.name} · {_('Prospects')}",
            "res_model": "outbound.pilot.member",
            "views": [(False, "list")],
            "domain": [("pilot_id", "=", self.id)],
            "context": {"default_pilot_id": self.id, "create": self.state == "draft"},
        }

    def action_open_enrolments(self):
        """Smart button: who is in its sequences."""
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id("outbound_prospecting.outbound_enrolment_action")
        return {**action, "domain": [("pilot_id", "=", self.id)], "context": {}}
