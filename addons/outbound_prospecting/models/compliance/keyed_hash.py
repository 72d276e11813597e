"""Hashes that only this database's product can make: they tell nothing without the key, and survive an erasure."""

import base64
import hashlib
import hmac
import secrets

KEY = "outbound_prospecting.compliance_key"


def ensure_key(env) -> None:
    """Make the key once. Not Odoo's `database.secret`: that one changes when a database is copied or restored as a
    copy, and everybody who was erased could be written to again.
    """
    parameters = env["ir.config_parameter"].sudo()
    if not parameters.get_param(KEY):
        parameters.set_param(KEY, secrets.token_hex(32))


def keyed_hash(env, purpose: str, value: str) -> str:
    """HMAC-SHA256 of `value` as 64 hexadecimal digits, different for each purpose."""
    return _digest(env, purpose, value).hex()


def short_token(env, purpose: str, value: str) -> str:
    """The same as 16 characters that a URL takes as they are (96 bits: not to be guessed)."""
    return base64.urlsafe_b64encode(_digest(env, purpose, value)[:12]).decode()


def _digest(env, purpose: str, value: str) -> bytes:
    key = env["ir.config_parameter"].sudo().get_param(KEY)
    if not key:
        raise ValueError(f"the system parameter {KEY} is missing; update the module to create it")
    return hmac.new(key.encode(), f"{purpose}\0{value}".encode(), hashlib.sha256).digest()
