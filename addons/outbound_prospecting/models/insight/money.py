from odoo.tools.misc import formatLang


def format_money(env, value: float, currency) -> str:
    """An amount in whole units, as reports show it: cents say nothing there."""
    number = formatLang(env, value, digits=0)
    return (
        f"{currency.symbol}\N{NO-BREAK SPACE}{number}"
        if currency.position == "before"
        else f"{number}\N{NO-BREAK SPACE}{currency.symbol}"
    )
