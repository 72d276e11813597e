from datetime import timedelta

from odoo import _, api, fields, models
from odoo.exceptions import ValidationError

from ...domain.simulation import Behaviour, Delay

# How the classes of answers share out what is positive, negative, and neither.
POSITIVE = (("interest", 0.45), ("meeting_request", 0.3), ("question", 0.25))
NEGATIVE = (("not_interested", 0.9), ("hostile", 0.1))
NEITHER = (("objection", 0.3), ("deferral", 0.3), ("referral", 0.2), ("wrong_person", 0.2))
SHARES = (
    "answer_tier_1", "answer_tier_2", "answer_other", "positive_share", "negative_share", "opt_out_share",
    "meeting_share", "one_click_share", "out_of_office_share", "auto_reply_share", "bounce_share", "transient_share",
)  # fmt: skip


class OutboundSimulationProfile(models.Model):
    """How prospects are taken to behave, for forecasts and simulations: rates that an administrator edits."""

    _name = "outbound.simulation.profile"
    _description = "Behaviour of Simulated Prospects"
    _order = "sequence, id"

    name = fields.Char(required=True, translate=True)
    code = fields.Char(required=True, help="By which a simulation names it.")
    sequence = fields.Integer(default=10)
    active = fields.Boolean(default=True)
    note = fields.Text(string="Where the Rates Come From", translate=True)
    answer_tier_1 = fields.Float(
        string="Tier 1 Answers", help="Share of the people contacted who write back themselves if they get all mails."
    )
    answer_tier_2 = fields.Float(string="Tier 2 Answers", help="The same for Tier 2.")
    answer_other = fields.Float(string="Others Answer", help="The same for prospects of no tier.")
    positive_share = fields.Float(
        string="Positive", help="Share of answers that show interest, ask for a meeting or ask a question."
    )
    negative_share = fields.Float(string="Negative", help="Share of answers that are not interested or hostile.")
    opt_out_share = fields.Float(string="Opt-Outs", help="Share of answers that ask to stop, by mail or by the link.")
    meeting_share = fields.Float(string="Agree to Meet", help="Share of positive answers that accept a meeting.")
    answer_hours = fields.Float(
        string="Hours to Answer", default=7, help="Half of those who answer do so within these hours."
    )
    one_click_share = fields.Float(
        string="Opt Out by Link", default=0.5, help="Share of opt-outs that use the link; the others write."
    )
    out_of_office_share = fields.Float(
        string="Out of Office", default=0.03, help="Share of mails that meet somebody who is away."
    )
    auto_reply_share = fields.Float(
        string="Automatic Answers", default=0.02, help="Share of addresses that confirm the first mail by themselves."
    )
    bounce_share = fields.Float(
        string="Dead Addresses", default=0.02, help="Share of people whose address does not exist."
    )
    transient_share = fields.Float(
        string="Passing Failures", default=0.005, help="Share of mails that cannot be delivered this time."
    )

    _code_once = models.UniqueIndex("(code)", "A code names one behaviour.")
    _hours_positive = models.Constraint("CHECK(answer_hours > 0)", "People need more than no time to answer.")

    @api.constrains(*SHARES)
    def _check_shares(self):
        for profile in self:
            wrong = next((name for name in SHARES if not 0 <= profile[name] <= 1), None)
            if wrong:
                raise ValidationError(_("%s: a share lies between 0 and 100 percent.", profile._fields[wrong].string))
            if profile.positive_share + profile.negative_share + profile.opt_out_share > 1 + 1e-9:
                raise ValidationError(
                    _("Positive, negative and opt-outs are parts of the answers: no more than all of them together.")
                )

    def _to_behaviour(self) -> Behaviour:
        """The record as `domain.simulation` draws from it."""
        self.ensure_one()
        neither = max(1 - self.positive_share - self.negative_share - self.opt_out_share, 0.0)
        return Behaviour(
            answers={"tier_1": self.answer_tier_1, "tier_2": self.answer_tier_2, "": self.answer_other},
            classes=(
                *((code, part * self.positive_share) for code, part in POSITIVE),
                *((code, part * self.negative_share) for code, part in NEGATIVE),
                *((code, part * neither) for code, part in NEITHER),
                ("opt_out", self.opt_out_share),
            ),
            meets=self.meeting_share,
            one_click=self.one_click_share,
            out_of_office=self.out_of_office_share,
            auto_reply=self.auto_reply_share,
            bounces=(("recipient", self.bounce_share), ("transient", self.transient_share)),
            delay=Delay(timedelta(hours=self.answer_hours), 1.3),
        )
