"""Tests, by what they need: nothing (unit, contract, architecture), a database (odoo), a browser (browser)."""
