"""What the addon changes in Odoo's own settings when it comes, and takes back when it goes."""

PREDICTORS = ("icp_tier",)  # stored columns that Odoo's predictive engine learns from besides its own
PARAMETER = "crm.pls_fields"


def post_init_hook(env):
    """Let Odoo predict with the tier too; what an administrator has chosen stays."""
    chosen = _get_variables(env)
    _set_variables(env, chosen + [name for name in PREDICTORS if name not in chosen])


def uninstall_hook(env):
    """Odoo reads the variables as columns; ours are about to be dropped."""
    _set_variables(env, [name for name in _get_variables(env) if name not in PREDICTORS])
    env["crm.lead.scoring.frequency"].sudo().search([("variable", "in", PREDICTORS)]).unlink()


def _get_variables(env) -> list[str]:
    return [name for name in (env["ir.config_parameter"].sudo().get_param(PARAMETER) or "").split(",") if name]


def _set_variables(env, names: list[str]):
    if names != _get_variables(env):  # each write sets up the lead model anew
        env["ir.config_parameter"].sudo().set_param(PARAMETER, ",".join(names))
