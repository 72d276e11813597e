"""What a user of an earlier version may have done: runs inside Odoo with that version installed."""

from __future__ import annotations

from datetime import date, datetime

ADDON = "outbound_prospecting"
LEADS = 3
VALUES = {
    "char": "kept by the upgrade",
    "text": "kept by the upgrade",
    "html": "<p>kept by the upgrade</p>",
    "integer": 4,
    "float": 4.0,
    "monetary": 40.0,
    "boolean": True,
    "date": date(2024, 2, 29),
    "datetime": datetime(2024, 2, 29, 12, 0),
}


def make(env, payload: dict) -> int:
    """Write into every field of ours that a person can fill, edit every record that came with the addon."""
    team = env["crm.team"].search([("name", "=", "Outbound Prospecting")], limit=1)
    leads = env["crm.lead"]
    for number in range(LEADS):
        lead = leads.create({"name": f"Lead {number}", "team_id": team.id, "partner_name": f"Company {number}"})
        for name, value in _fillable(lead).items():
            _write(lead, {name: value})
        leads |= lead
    edited = len(leads) + sum(_edit_shipped(env[model]) for model in _our_models(env))
    env.flush_all()
    env.cr.commit()
    return edited


def _our_models(env) -> list[str]:
    return [
        name
        for name, model in env.registry.items()
        if name.startswith("outbound.") and model._auto and not model._transient
    ]


def _fillable(record) -> dict:
    """A value for each stored field of ours that is neither computed nor a link."""
    values = {}
    for name, field in record._fields.items():
        if field._module == ADDON and field.store and not field.compute and not field.related and not field.readonly:
            if field.type == "selection":
                values[name] = field.get_values(record.env)[-1]
            elif field.type in VALUES:
                values[name] = VALUES[field.type]
    return values


def _edit_shipped(model) -> int:
    """Change the texts of the records that the addon brought along."""
    shipped = model.env["ir.model.data"].search([("module", "=", ADDON), ("model", "=", model._name)])
    records = model.browse(shipped.mapped("res_id")).exists()
    texts = [name for name in ("name", "reason", "note", "description") if name in model._fields]
    texts = [name for name in texts if model._fields[name].store and not model._fields[name].compute]
    return sum(_write(record, {name: f"{record[name] or ''} (edited)"}) for record in records for name in texts[:1])


def _write(record, values: dict) -> bool:
    """Write unless the earlier version refuses it (an immutable record, a value out of range)."""
    try:
        with record.env.cr.savepoint():
            record.write(values)
            record.flush_recordset()
    except Exception:
        record.invalidate_recordset()
        return False
    return True
