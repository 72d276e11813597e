"""How simulated prospects behave, by name, until the addon brings its own."""

from odoo.addons.outbound_prospecting.domain.simulation import Behaviour


def get_behaviour(env, name):
    return Behaviour(
        answers={"tier_1": 0.3, "tier_2": 0.2, "": 0.1},
        classes=(
            ("interest", 3),
            ("meeting_request", 2),
            ("question", 2),
            ("objection", 2),
            ("deferral", 2),
            ("referral", 1),
            ("wrong_person", 1),
            ("not_interested", 3),
            ("hostile", 0.3),
            ("opt_out", 2),
        ),
    )
