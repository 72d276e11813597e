"""`scripts/demo`: set everything up, do the product's main job, say what it did, serve the web client."""

from __future__ import annotations

import argparse
import json
import socket
from pathlib import Path

from . import databases, odoo
from .demo_model import NAME, model_server
from .mail_sink import mail_server
from .paths import ADDON
from .progress import Failure, run_foreground, say

COMPANIES = ADDON / "demo" / "companies.csv"


def main(arguments: list[str]) -> int:
    options = _parse(arguments)
    companies = options.companies.resolve()
    if not companies.is_file():
        raise Failure(f"there is no file {companies}. Name a CSV or XLSX file of companies with --companies.")
    if not options.once:
        _require_free(options.port)
    database = databases.ensure_demo(reset=options.reset)
    payload = {"companies": str(companies)}
    if options.once:
        summary = odoo.call(database, "lib.jobs:run", payload)
        _explain(summary)
        print(json.dumps(summary), flush=True)
        return 0
    with mail_server() as (_inbox, port), model_server() as model:
        _explain(odoo.call(database, "lib.jobs:run", {**payload, "smtp_port": port, "model_url": model.url}))
        return _serve(database, options.port)


def _serve(database: str, port: int) -> int:
    say(f"\nOpen http://127.0.0.1:{port} and log in as {odoo.LOGIN} with the password {odoo.PASSWORD}.")
    say("Mails that you approve go to a mail server of this demo and no further.")
    say("Ctrl-C stops it; scripts/demo --reset starts over.\n")
    config = odoo.write_config(database)
    server = odoo.command_line(config, "--http-port", str(port), "--log-level=warn")
    return run_foreground(server, odoo.environment())


def _parse(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="scripts/demo", description=__doc__)
    parser.add_argument("--once", action="store_true", help="run the job, print one line of JSON last, and exit")
    parser.add_argument("--port", type=int, default=8069, help="port of the web client on 127.0.0.1 (default 8069)")
    parser.add_argument("--reset", action="store_true", help="throw the demo database away and begin anew")
    parser.add_argument("--companies", type=Path, default=COMPANIES, help="a CSV or XLSX file of companies")
    return parser.parse_args(arguments)


def _require_free(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except (OSError, OverflowError):
            raise Failure(f"port {port} is not free on this machine; choose another with --port.") from None


def _explain(summary: dict) -> None:
    say(
        f"\n{summary['companies']:,} companies read: {summary['imported']:,} imported, "
        f"{summary['duplicates']:,} known already, {summary['rejected']:,} rejected."
    )
    if summary["duplicates"] and not summary["imported"]:
        say("No row was new, so nothing was added; --reset begins with an empty pipeline.")
    tiers = ", ".join(f"{count:,} in {tier.replace('_', ' ')}" for tier, count in summary["tiers"].items())
    say(f"{summary['scored']:,} prospects scored: {tiers or 'none'}. It took {summary['seconds']} s.")
    research = summary["research"]
    say(
        f"{research['briefs']:,} briefs with {research['cited']:,} proven statements, {research['rejected']:,} refused; "
        f"{research['drafts']:,} drafts, {research['regenerated']:,} written again: {research['calls']:,} calls of “{NAME}”."
    )
    outreach = summary["outreach"]
    if not outreach["enrolled"] and not summary["pilot"]:
        say("Nobody was written to: no prospect that is new to outreach has an e-mail address.")
        return
    say(
        f"{outreach['enrolled']:,} enrolled, {outreach['sent']:,} mails sent, {outreach['tasks']:,} tasks done; "
        f"{outreach['to_review']:,} drafts wait for review."
    )
    if pilot := summary["pilot"]:
        met = [metric.replace("_", " ") for metric, row in pilot["criteria"].items() if row["status"] == "met"]
        say(f"The pilot is {pilot['state']}: {pilot['decision']}; met: {', '.join(met) or 'no criterion'}.")
    replies = summary["replies"]
    say(
        f"{replies['received']:,} answers came back, {replies['to_a_person']:,} wait for a person; "
        f"{sum(replies['handoffs'].values()):,} prospects handed over, {replies['sla']['late']:,} acknowledged too late."
    )
