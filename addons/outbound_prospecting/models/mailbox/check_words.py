"""What the checks of a mailbox found, and what to do about it, in plain words by the code of the finding."""

from odoo.tools.translate import LazyTranslate

_lt = LazyTranslate(__name__)

CHECKS = {
    "spf": _lt("SPF (who may send for the domain)"),
    "dkim": _lt("DKIM (signature)"),
    "dmarc": _lt("DMARC (policy for forgeries)"),
    "mx": _lt("Replies"),
    "server": _lt("Outgoing server"),
    "footer": _lt("Postal address"),
    "link": _lt("Unsubscribe link"),
}
# %s is the detail of the finding: a record, a name or a number.
WORDS = {
    "silence": _lt("No name server answered. It is asked again tomorrow; “Check Now” asks at once."),
    "spf_ok": _lt("Published: %s"),
    "spf_missing": _lt(
        "The domain publishes no SPF record. Add a TXT record to the domain that begins with “v=spf1”, names your mail "
        "service and ends with “-all”; your mail service tells you the exact text."
    ),
    "spf_twice": _lt("The domain publishes %s SPF records, so receivers ignore all of them. Merge them into one."),
    "spf_open": _lt("The SPF record lets everybody send for the domain: %s. Let it end with “-all” or “~all”."),
    "spf_without_server": _lt("The SPF record does not name your mail service. Add “%s” before its end."),
    "spf_lookups": _lt(
        "Reading the SPF record takes %s questions to name servers, and receivers stop at 10. Remove services that no "
        "longer send for the domain."
    ),
    "spf_no_end": _lt("The SPF record does not say what to do with other senders. Let it end with “-all”: %s"),
    "dkim_ok": _lt("Key “%s” is published."),
    "dkim_missing": _lt(
        "There is no DKIM key with the name “%s”. Switch on DKIM at your mail service and publish the record it shows."
    ),
    "dkim_unknown_selector": _lt(
        "No DKIM key was found under the usual names. If your mail service signs, enter the name of its key (the "
        "“selector”) below; else switch on DKIM there."
    ),
    "dkim_revoked": _lt("The DKIM key “%s” was withdrawn. Publish the present one of your mail service."),
    "dkim_testing": _lt("The DKIM key “%s” is marked as a test (t=y). Remove the mark."),
    "dmarc_ok": _lt("Published: %s"),
    "dmarc_missing": _lt(
        "The domain publishes no DMARC record, which large mail providers ask for. Add the TXT record “_dmarc” with "
        "“v=DMARC1; p=none; rua=mailto:” and an address of yours to begin with."
    ),
    "dmarc_invalid": _lt("The DMARC record cannot be used: %s"),
    "dmarc_none": _lt("Published with %s. Once the reports show only your own services, use p=quarantine."),
    "mx_ok": _lt("The domain takes mail, so replies arrive."),
    "mx_missing": _lt("%s takes no mail: replies and bounces would be lost. Publish an MX record."),
    "server_ok": _lt("%s"),
    "server_missing": _lt("Choose the outgoing mail server that sends for this address."),
    "server_archived": _lt("The outgoing mail server “%s” is archived. Choose another one."),
    "server_from_filter": _lt("The outgoing mail server only sends for “%s”. Choose one that sends for this address."),
    "footer_ok": _lt("%s"),
    "footer_missing": _lt("Enter the postal address that the law wants in every mail."),
    "link_ok": _lt("Leads to %s"),
    "link_not_https": _lt(
        "Leads to %s, which is not https. Mail providers show their unsubscribe button only for https: set the system "
        "parameter web.base.url to the public https address of this server."
    ),
}
LABELS = {"ok": _lt("OK"), "warning": _lt("Could be better"), "failed": _lt("To be fixed"), "unknown": _lt("Not known")}
COLOURS = {"ok": "success", "warning": "warning", "failed": "danger", "unknown": "secondary"}
