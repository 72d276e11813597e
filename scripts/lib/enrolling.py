"""Who takes part in the demo's outreach, and from which mailboxes."""

from __future__ import annotations

from datetime import datetime


def enrol_best(env, start: datetime, count: int):
    """Enrol the best prospects who were not in outreach yet, as of `start`; the enrolments and who was refused."""
    past = env(context={**env.context, "outbound_now": start})
    sequence = past.ref("outbound_prospecting.sequence_tier_1")
    if sequence.state == "draft":
        sequence.write({"state": "active"})
    leads = _choose_leads(past, count)
    if nobodys := leads.filtered(lambda lead: not lead.user_id):
        nobodys.user_id = env.ref("outbound_prospecting.outbound_demo_rep")
    result = past["outbound.enrolment"]._enrol(leads, sequence)
    env.cr.commit()
    return result.enrolments.with_env(env), result.refusals


def ready_mailboxes(env, port: int):
    """Two mailboxes of the demo, sending to this machine."""
    Server, Mailbox = env["ir.mail_server"], env["outbound.mailbox"]
    server = Server.search([("name", "=", "Demo")], limit=1)
    values = {"name": "Demo", "smtp_host": "127.0.0.1", "smtp_port": port, "smtp_encryption": "none"}
    if server:
        server.write(values)
    else:
        server = Server.create(values)
    mailboxes = Mailbox.search([("mail_server_id", "=", server.id)])
    people = [("Rosa Lindt", "rosa.lindt@example.com"), ("Ravi Menon", "ravi.menon@example.com")]
    for name, email in people[len(mailboxes) :]:
        mailboxes += Mailbox.create(
            {
                "name": name,
                "email": email,
                "mail_server_id": server.id,
                "postal_address": "1 Example Street, Springfield",
                "ramp_weeks": 0,
                "tz": "America/New_York",
                "fallback_tz": "America/New_York",
            }
        )
    mailboxes._resume()
    return mailboxes


def _choose_leads(env, count: int):
    """The best prospects with an address who were not in outreach yet.

    No name server is asked in a demo: the addresses' domains are taken as such that receive mail.
    """
    domain = [("team_id.is_outbound", "=", True), ("email_normalized", "!=", False), ("enrolment_ids", "=", False)]
    leads = env["crm.lead"].search(domain, order="icp_score desc, id", limit=count)
    known = set(env["outbound.mail.domain"].sudo().search([]).mapped("name"))
    new = {lead.email_normalized.partition("@")[2] for lead in leads} - known
    now = env["outbound.clock"]._now()
    rows = [{"name": name, "status": "mail", "checked_date": now} for name in sorted(new)]
    env["outbound.mail.domain"].sudo().create(rows)
    return leads
