from odoo import _, models
from odoo.exceptions import UserError

# No request from outside can carry this object, so that only `_write_state` opens the door.
_WRITER = object()


class OutboundStateMixin(models.AbstractModel):
    """A record whose `state` has one writer: its `_apply`, which asks `domain.lifecycle`."""

    _name = "outbound.state.mixin"
    _description = "State with one writer"

    def write(self, vals):
        if "state" in vals and self.env.context.get("outbound_state_writer") is not _WRITER:
            raise UserError(
                _("The state of a record follows from what happens to it and cannot be set. Use its buttons.")
            )
        return super().write(vals)

    def _write_state(self, vals: dict):
        self.with_context(outbound_state_writer=_WRITER).write(vals)
