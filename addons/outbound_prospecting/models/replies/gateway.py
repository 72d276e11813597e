import logging

import psycopg2

from odoo import api, models

from .incoming import FOREIGN, Incoming

_logger = logging.getLogger(__name__)


class MailThread(models.AbstractModel):
    """Odoo's mail gateway, for mails that answer outreach. All others go their way as if we were not here.

    A mail of ours is stored before anything else is done with it. What Odoo then makes of it is a courtesy to whoever
    reads the chatter: when that fails, the mail is there all the same.
    """

    _inherit = "mail.thread"

    @api.model
    def message_process(
        self, model, message, custom_values=None, save_original=False, strip_attachments=False, thread_id=None
    ):
        arguments = (model, message, custom_values, save_original, strip_attachments, thread_id)
        replies = self.env["outbound.reply"].sudo()
        incoming = replies._receive(_to_bytes(message))
        if incoming.over:
            return incoming.lead_id or False
        if not incoming.ours:
            return super().message_process(*arguments)
        thread = self.with_context(outbound_incoming=incoming) if incoming.lead_id else self
        try:
            with self.env.cr.savepoint():
                return super(MailThread, thread).message_process(*arguments)
        except psycopg2.OperationalError:
            if not incoming.reply_id:
                raise
            _logger.warning(
                "Odoo could not post a reply because the database was busy; it is read later", exc_info=True
            )
        except Exception as error:
            _logger.warning("Odoo could not post a mail to outreach; it is kept all the same", exc_info=True)
            if not incoming.reply_id:
                replies._keep(_to_bytes(message), error)
        return incoming.lead_id or False

    def _get_incoming(self) -> Incoming:
        incoming = self.env.context.get("outbound_incoming")
        return incoming if isinstance(incoming, Incoming) else FOREIGN  # no request from outside can carry one

    @api.model
    def _detect_is_bounce(self, message, message_dict):
        # Reports are not posted at all, and what is left was written by somebody, whatever address it came to.
        return False if self._get_incoming().lead_id else super()._detect_is_bounce(message, message_dict)

    @api.model
    def _detect_loop_sender(self, message, message_dict, routes):
        # Odoo would write to the prospect; nothing of ours answers by itself, so there is no loop to break.
        return False if self._get_incoming().lead_id else super()._detect_loop_sender(message, message_dict, routes)

    @api.model
    def message_route(self, message, message_dict, model=None, thread_id=None, custom_values=None):
        incoming = self._get_incoming()
        if incoming.lead_id:
            self._routing_reset_bounce(message, message_dict)
            parent = self.env["mail.message"].sudo().browse(message_dict.get("parent_id"))
            if parent and (parent.model, parent.res_id) != ("crm.lead", incoming.lead_id):
                message_dict.update(parent_id=False, is_internal=False)
            user = self._mail_find_user_for_gateway(message_dict["email_from"])
            route = ("crm.lead", incoming.lead_id, custom_values, user.id or self.env.uid, None)
            if checked := self._routing_check_route(message, message_dict, route, raise_exception=False):
                return [checked]
        return super().message_route(message, message_dict, model, thread_id, custom_values)

    @api.model
    def _message_route_process(self, message, message_dict, routes):
        if self._get_incoming().automatic:
            # A note, and nobody is called: with a parent its author would get a mail.
            message_dict["is_internal"] = True
            message_dict.pop("parent_id", None)
        return super()._message_route_process(message, message_dict, routes)


def _to_bytes(message) -> bytes:
    """The mail as the caller of the gateway hands it over: bytes, text, or XML-RPC's wrapper."""
    data = getattr(message, "data", message)
    return data.encode("utf-8", "surrogateescape") if isinstance(data, str) else bytes(data)
