from collections import Counter
from dataclasses import dataclass, field

from odoo import models
from odoo.exceptions import UserError

from odoo.addons.iap.tools import iap_tools

from ...adapters.public_suffix import registered_domain
from ...domain.company_list import Column, Lookup, Row, read_row
from ...domain.duplicates import KnownProspects, Match
from ...domain.places import Places
from .import_messages import describe_problems, match_message, problem_messages

LOCK_KEY = 0x0B7D_0001  # of PostgreSQL's advisory locks; with the company's id as the second half


@dataclass
class Plan:
    """What is to become of rows of a list: imported, refused because they cannot be read, or known already."""

    new: list[Row] = field(default_factory=list)
    rejected: list[Row] = field(default_factory=list)
    duplicates: list[tuple[Row, Match]] = field(default_factory=list)


@dataclass
class Run:
    """What stays the same, and what is remembered, while one list is checked or imported."""

    columns: list[Column]
    lookup: Lookup
    problems: dict[str, str]
    known: KnownProspects = field(default_factory=KnownProspects)
    leads_by_line: dict[int, int] = field(default_factory=dict)


class OutboundImport(models.Model):
    """Deciding row by row what becomes of it, without writing anything but the rows that are not imported."""

    _inherit = "outbound.import"

    def _start_run(self) -> Run:
        """Prepare to check or import, alone.

        :raises UserError: when the columns are not ready, or the company imports another list at this moment
        """
        self.ensure_one()
        self._check_columns()
        # Two lists at once would not see each other's companies and import them twice.
        self.env.cr.execute("SELECT pg_try_advisory_xact_lock(%s, %s)", [LOCK_KEY, self.company_id.id])
        if not self.env.cr.fetchone()[0]:
            raise UserError(self.env._("Another list is being imported. Try again when it is done."))
        columns = [Column(column.heading, column.target or "") for column in self.column_ids]
        return Run(columns, self._get_lookup(), problem_messages(self.env, self.company_id.currency_id.name))

    def _get_lookup(self) -> Lookup:
        return Lookup(
            registered_domain=registered_domain,
            is_free_mail=lambda domain: (
                not iap_tools.mail_prepare_for_domain_search(f"someone@{domain}").startswith("@")
            ),
            places=self._get_places(),
            convert=self._convert_amount,
            needs_domain=self.needs_domain,
        )

    def _get_places(self) -> Places:
        """Countries by their names in English and in the user's language, and all their states."""
        countries = self.env["res.country"].search_fetch([], ["code", "name"])
        english = {country.id: country.name for country in countries.with_context(lang="en_US")}
        states = self.env["res.country.state"].search_fetch([], ["country_id", "code", "name"])
        return Places(
            [(country.id, country.code, {country.name, english[country.id]}) for country in countries],
            [(state.id, state.country_id.id, state.code, state.name) for state in states],
        )

    def _convert_amount(self, amount: float, currency: str) -> float | None:
        """Amount in the company's currency, None when the stated currency has no rate ("$": see `parse_amount`)."""
        own = self.company_id.currency_id
        if currency in ("", own.name) or (currency == "$" and own.symbol == "$"):
            return amount
        code = "USD" if currency == "$" else currency
        if code == own.name:
            return amount
        stated = self.env["res.currency"].search([("name", "=", code)])
        if not stated or not (stated.rate_ids or own.rate_ids):
            return None
        return stated._convert(amount, own, self.company_id, self.env.cr.now().date())

    def _plan(self, run: Run, lines: list[tuple[int, list[str]]]) -> Plan:
        """Read lines of the file and compare them with each other and with whoever is known."""
        plan = Plan()
        readable = []
        for line, cells in lines:
            row = read_row(line, cells, run.columns, run.lookup)
            (plan.rejected if row.problems else readable).append(row)
        self._add_known(run.known, readable)
        for row in readable:
            if match := run.known.find(row):
                plan.duplicates.append((row, match))
            else:
                run.known.add(row, ("line", row.line))
                plan.new.append(row)
        return plan

    def _record_rejections(self, run: Run, plan: Plan):
        """List the rows that are not imported, each with its reason."""
        vals_list = [
            {**self._prepare_rejection_vals(row, "rejected"), **describe_problems(run.problems, row.problems)}
            for row in plan.rejected
        ]
        names = self._get_known_names([match.known for _row, match in plan.duplicates])
        for row, match in plan.duplicates:
            model, known_id = match.known
            lead = run.leads_by_line.get(known_id) if model == "line" else known_id if model == "crm.lead" else False
            vals_list.append(
                {
                    **self._prepare_rejection_vals(row, "duplicate"),
                    "heading": self._get_matched_heading(run, row, match),
                    "value": match.key.partition("|")[0],
                    "reason": match_message(self.env, match, names.get(match.known, "")),
                    "lead_id": lead,
                    "partner_id": known_id if model == "res.partner" else False,
                }
            )
        self.env["outbound.import.rejection"].sudo().create(vals_list)

    def _prepare_rejection_vals(self, row: Row, kind: str) -> dict:
        return {
            "import_id": self.id,
            "kind": kind,
            "line": row.line,
            "company_name": row.values.get("partner_name"),
            "row": list(row.cells),
        }

    def _get_known_names(self, known: list[tuple[str, int]]) -> dict[tuple[str, int], str]:
        """What to call the records that rows repeat, whoever may read those; a suppression by its reason."""
        names = {}
        for model in {model for model, _id in known} - {"line"}:
            records = self.env[model].sudo().browse({record_id for name, record_id in known if name == model})
            if model == "outbound.suppression":
                reasons = dict(records._fields["reason"]._description_selection(self.env))
                names.update({(model, record.id): reasons[record.reason] for record in records})
            else:
                names.update({(model, record.id): record.display_name for record in records})
        return names

    def _get_matched_heading(self, run: Run, row: Row, match: Match) -> str:
        """The column that holds what the row shares with whom it repeats."""
        if match.key == row.email:
            targets = ("email_from",)
        elif match.key == row.domain:
            targets = ("website", "email_from")
        else:
            targets = ("partner_name",)
        found = [column.heading for target in targets for column in run.columns if column.target == target]
        return found[0] if found else ""

    def _get_reason_summary(self) -> str:
        """How often each reason occurs, the most frequent first."""
        groups = self.env["outbound.import.rejection"]._read_group(
            [("import_id", "=", self.id), ("kind", "=", "rejected")], ["heading", "reason"], ["__count"]
        )
        counts = Counter({f"{heading}: {reason}" if heading else reason: count for heading, reason, count in groups})
        return "\n".join(f"{count} × {text}" for text, count in counts.most_common(8))
