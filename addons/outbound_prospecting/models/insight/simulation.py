from odoo import api, fields, models

# Fields that a result of `scripts/simulate` fills by its own names.
FIGURES = ("contacted", "mails", "answered", "positives", "meetings", "opt_outs", "seed", "days", "seconds")


class OutboundSimulation(models.Model):
    """What came of a pilot that was played against simulated prospects on a copy of this database.

    It is played by a process of its own (docs/adr/0013-simulate-on-a-copy.md); this is all that it leaves here.
    """

    _name = "outbound.simulation"
    _description = "Simulation"
    _order = "id desc"
    _rec_name = "profile_id"

    profile_id = fields.Many2one(
        "outbound.simulation.profile", string="Behaviour", required=True, readonly=True, ondelete="cascade", index=True
    )
    company_id = fields.Many2one("res.company", readonly=True, default=lambda self: self.env.company, index=True)
    leads = fields.Integer(string="Prospects", readonly=True)
    days = fields.Integer(readonly=True, aggregator=None)
    seed = fields.Integer(readonly=True, aggregator=None, help="The same seed plays the same course.")
    contacted = fields.Integer(readonly=True)
    mails = fields.Integer(readonly=True)
    answered = fields.Integer(readonly=True, help="People who answered themselves.")
    positives = fields.Integer(string="Positive", readonly=True)
    meetings = fields.Integer(readonly=True)
    opt_outs = fields.Integer(string="Opt-Outs", readonly=True)
    bounced = fields.Integer(string="Dead Addresses", readonly=True)
    violations = fields.Integer(
        readonly=True, help="Mails after a stop, outside the hours, twice, too close or over a cap. Must be 0."
    )
    seconds = fields.Float(readonly=True, aggregator=None, help="How long it took to play.")
    result = fields.Json(readonly=True, help="Everything that was counted.")

    @api.model
    def _store(self, result: dict):
        """Keep the result of a simulation.

        :param result: what `scripts/simulate` prints
        """
        profile = self.env["outbound.simulation.profile"].search([("code", "=", result["profile"])], limit=1)
        return self.create(
            {
                **{name: result[name] for name in FIGURES},
                "leads": result["leads"],
                "profile_id": profile.id,
                "bounced": result["bounces"].get("recipient", 0),
                "violations": sum(result["violations"].values()),
                "result": result,
            }
        )
