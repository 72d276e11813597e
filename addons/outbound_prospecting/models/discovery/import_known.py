from odoo import models
from odoo.fields import Domain
from odoo.tools import SQL

from ...adapters.public_suffix import registered_domain
from ...domain.company_list import Row
from ...domain.duplicates import KnownProspects
from ...domain.identity import company_key


class OutboundImport(models.Model):
    """Who is known already: prospects of any state, contacts, customers, and names that must not be contacted."""

    _inherit = "outbound.import"

    def _add_known(self, known: KnownProspects, rows: list[Row]):
        """Look up whoever shares a key with one of the rows, in as few queries as there are kinds of people.

        Values of `known` are (model, id); `("line", number)` are rows of this list.
        """
        domains = {row.domain for row in rows if row.domain}
        emails = {row.email for row in rows if row.email}
        self._add_known_leads(known, domains, emails)
        self._add_known_partners(known, domains, emails)
        if any(row.name_key for row in rows):
            self._add_known_names(known)
        self._add_suppressed(known, rows)

    def _add_suppressed(self, known: KnownProspects, rows: list[Row]):
        """People, domains and companies that must not be contacted; kept across lists, whoever imports them again."""
        suppressed = self.env["outbound.suppression"]._explain(
            emails={row.email for row in rows},
            domains={row.domain for row in rows},
            company_keys={row.values["partner_name"] for row in rows},
        )
        known.suppressed.update({text: (record._name, record.id) for text, record in suppressed.items()})

    def _add_known_leads(self, known: KnownProspects, domains: set[str], emails: set[str]):
        """Prospects of all salespeople, open, won, lost or archived."""
        # Whoever may import may not see every prospect; that somebody else has one is what they must be told.
        leads = self.env["crm.lead"].sudo().with_context(active_test=False)
        found = leads.search_fetch(
            Domain("company_id", "in", [self.company_id.id, False])
            & (Domain("website_domain", "in", list(domains)) | Domain("email_normalized", "in", list(emails))),
            ["website_domain", "email_normalized"],
            order="id",
        )
        for lead in found:
            if lead.email_normalized:
                known.emails.setdefault(lead.email_normalized, ("crm.lead", lead.id))
            if lead.website_domain:
                known.domains.setdefault(lead.website_domain, ("crm.lead", lead.id))

    def _add_known_partners(self, known: KnownProspects, domains: set[str], emails: set[str]):
        """Contacts by e-mail and web address; those of them that bought something are customers."""
        partners = self.env["res.partner"].sudo()
        rows = self.env.execute_query(
            SQL(
                """
                SELECT id, commercial_partner_id, email_normalized, web_host, split_part(email_normalized, '@', 2)
                  FROM (SELECT id, commercial_partner_id, email_normalized,
                               lower(substring(website from '^(?:[A-Za-z]+://)?([^/:?#]+)')) AS web_host
                          FROM res_partner
                         WHERE active AND (company_id = %(company)s OR company_id IS NULL)
                           AND (website IS NOT NULL OR email_normalized IS NOT NULL)) AS contact
                 WHERE email_normalized = ANY(%(emails)s)
                    OR %(web_host)s && %(domains)s::text[] OR %(mail_host)s && %(domains)s::text[]
                 ORDER BY id
                """,
                company=self.company_id.id,
                emails=list(emails),
                domains=list(domains),
                web_host=_tails(SQL("web_host")),
                mail_host=_tails(SQL("split_part(email_normalized, '@', 2)")),
            )
        )
        customers = self._get_customers({commercial for _id, commercial, *_rest in rows})
        for partner, commercial, email, web_host, mail_host in rows:
            who = (partners._name, partner)
            if email in emails:
                known.emails.setdefault(email, who)
            web_domain = registered_domain((web_host or "").removeprefix("www."))
            if web_domain in domains:
                known.domains.setdefault(web_domain, who)
            if commercial in customers:
                for domain in {web_domain, registered_domain(mail_host or "")} & domains:
                    known.customers.setdefault(domain, who)

    def _get_customers(self, commercial_ids: set[int]) -> set[int]:
        """Of these companies those that won deals or, where Odoo counts sales, that bought something."""
        won = (
            self.env["crm.lead"]
            .sudo()
            .search([("won_status", "=", "won"), ("partner_id.commercial_partner_id", "in", list(commercial_ids))])
        )
        customers = set(won.partner_id.commercial_partner_id.ids)
        partners = self.env["res.partner"].sudo()
        if "customer_rank" in partners._fields:
            customers.update(partners.search([("id", "in", list(commercial_ids)), ("customer_rank", ">", 0)]).ids)
        return customers

    def _add_known_names(self, known: KnownProspects):
        """Names of all prospects; needed only for companies that have neither domain nor e-mail."""
        rows = (
            self.env["crm.lead"]
            .sudo()
            .with_context(active_test=False)
            .search_read(
                [("company_id", "in", [self.company_id.id, False]), ("partner_name", "!=", False)],
                ["partner_name", "country_id"],
                order="id",
                load="",
            )
        )
        for row in rows:
            key = f"{company_key(row['partner_name'])}|{row['country_id'] or ''}"
            known.names.setdefault(key, ("crm.lead", row["id"]))


def _tails(host: SQL) -> SQL:
    """The ends of a host name with two, three and four labels, one of which is its registered domain."""
    return SQL(
        "ARRAY[substring(%(host)s from '[^.]+\\.[^.]+$'), substring(%(host)s from '[^.]+\\.[^.]+\\.[^.]+$'), "
        "substring(%(host)s from '[^.]+\\.[^.]+\\.[^.]+\\.[^.]+$')]",
        host=host,
    )
