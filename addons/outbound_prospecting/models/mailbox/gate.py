from odoo import api, models
from odoo.tools.translate import LazyTranslate

_lt = LazyTranslate(__name__)

# Reason of a gate (`domain.gates.REASONS`) -> why the mail does not leave, and what a person can do about it.
WORDS = {
    "enrolment_ended": (_lt("The sequence has ended for this prospect."), ""),
    "suppressed_person": (_lt("This person is on the do-not-contact list."), ""),
    "suppressed_domain": (_lt("The whole domain of this person is on the do-not-contact list."), ""),
    "suppressed_company": (_lt("This company is on the do-not-contact list."), ""),
    "blacklisted": (_lt("The address is on Odoo's blacklist."), ""),
    "customer": (_lt("The company is a customer already."), _lt("Their salesperson talks to them.")),
    "open_deal": (
        _lt("Another team has an open deal with this company."),
        _lt("Talk to the owner of that deal first."),
    ),
    "country_forbidden": (_lt("The rule of the prospect's country forbids cold mail."), ""),
    "address_invalid": (_lt("The address cannot receive mail."), _lt("Correct it and enrol the prospect again.")),
    "replied": (_lt("The prospect has answered."), _lt("Read the answer; resume the sequence if it should go on.")),
    "pilot_gate": (
        _lt("The pilot waits for a person to pass a gate of its week plan."),
        _lt("Open the pilot and pass the gate."),
    ),
    "pilot_stopped": (_lt("The pilot was stopped."), _lt("Resume or finish the pilot.")),
    "enrolment_paused": (_lt("The sequence is paused for this prospect."), _lt("Resume it on the prospect's form.")),
    "approval_missing": (_lt("Nobody has approved the text yet."), _lt("Review it.")),
    "approval_void": (_lt("The text changed after it was approved."), _lt("Review it again.")),
    "consent_missing": (
        _lt("The rule of the prospect's country asks for their consent, and none is on record."),
        _lt("Enter when and how they agreed on the prospect's form, or stop the sequence."),
    ),
    "address_unknown": (
        _lt("It is not known yet whether the address can receive mail."),
        _lt("It is checked every hour."),
    ),
    "data_stale": (
        _lt("What is known of the prospect is too old to be used."),
        _lt("Check the contact and set “Data Confirmed” on the prospect's form."),
    ),
    "sensitive": (
        _lt("There is news of the company that calls for tact, such as an incident or lay-offs."),
        _lt("Look at its signals on the prospect's form, and say whether outreach may go on."),
    ),
    "not_due": (_lt("It is not due yet."), ""),
    "minimum_gap": (_lt("The touch before it was too short ago."), ""),
    "company_limit": (
        _lt("Enough people of this company are in outreach already."),
        _lt("It goes on when one of them is through."),
    ),
    "mailbox_draft": (_lt("The mailbox has not been checked yet."), _lt("Open the mailbox and check it.")),
    "mailbox_paused": (_lt("The mailbox is paused."), _lt("Open the mailbox; it says why.")),
    "mailbox_missing": (_lt("There is no mailbox with a mail server to send from."), _lt("Set one up.")),
    "cap_reached": (_lt("The mailbox has sent all it may today."), _lt("Add a mailbox or raise its cap with care.")),
    "mailbox_gap": (_lt("The mailbox pauses between two mails."), ""),
    "window_holiday": (_lt("It is a public holiday where the prospect is."), ""),
    "window_weekday": (_lt("The mailbox does not send on this day of the week."), ""),
    "window_hours": (_lt("It is outside the sending hours where the prospect is."), ""),
    "window_closed": (_lt("The company is closed."), ""),
}


class OutboundGate(models.AbstractModel):
    """The words for what the gates of sending answer."""

    _name = "outbound.gate"
    _description = "Gate of Sending"

    @api.model
    def _describe(self, reason: str) -> str:
        """Why a mail does not leave, and what to do about it, in the language of whoever reads.

        :param reason: code of a `Hold` or `Stop`
        """
        why, fix = WORDS[reason]
        return " ".join(str(self.env._(text)) for text in (why, fix) if text)
