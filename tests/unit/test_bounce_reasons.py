"""Words and codes of mail servers, and whose fault they tell of."""

import pytest
from outbound_prospecting.domain.bounce_fields import find_reply, find_status
from outbound_prospecting.domain.bounce_reasons import FAULTS, find_reason
from outbound_prospecting.domain.bounce_text import find_step

SAID = {
    "recipient": (
        "550 5.1.1 <a@b.example>: Recipient address rejected: User unknown in virtual mailbox table (in reply to RCPT TO command)",
        "550 5.1.1 The email account that you tried to reach does not exist. Please try double-checking the recipient's email address",
        "550-5.2.1 The email account that you tried to reach is disabled. Learn more at https://support.google.com/mail/?p=DisabledUser",
        "550-5.2.1 The email account that you tried to reach is inactive.",
        "550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup",
        "550 5.4.1 Recipient address rejected: Access denied. AS(201806281) [x.prod.protection.outlook.com]",
        "550 5.1.1 RESOLVER.ADR.ExRecipNotFound; not found",
        "550 Requested action not taken: mailbox unavailable",
        "550 5.5.0 Requested action not taken: mailbox unavailable (S2017062302)",
        "550 No Such User Here",
        "550 5.1.1 <a@b.example> unknown or illegal alias",
        "550 unknown user <a@b.example>",
        "550 Unrouteable address <a@b.example>",
        "Unrouteable address a@nowhere.example",
        "550-Callout verification failed: 550 <a@b.example> no such user",
        "511 5.1.1 Invalid Recipient a@b.example",
        "550 5.1.1 sorry, no mailbox here by that name (#5.1.1)",
        "553 5.3.0 <a@b.example>... Unknown, Addressee unknown",
        "550 5.2.1 This mailbox has been blocked due to inactivity",
        "550 5.2.1 <a@b.example>: mailbox disabled, not accepting messages",
        "554 5.7.1 <a@b.example>: Recipient address rejected: Account suspended",
        "550 5.1.2 Host unknown (Name server: nowhere.example: host not found)",
        "Host or domain name not found. Name service error for name=nowhere.example type=A: Host not found",
        "550 Host unknown",
        "556 5.1.10 Recipient domain does not accept mail (null MX)",
        "Domain nullmx.example does not accept mail (nullMX)",
        "551 5.1.6 a@b.example has moved; please try <c@d.example>",
        "User a@b.example not listed in Domino Directory",
        "550 a@b.example... No such user",
        "User not listed in public Name & Address Book",
        "550 5.1.1 User Unknown",
        "Der Empfänger a@b.example wurde nicht gefunden",
        "L'adresse de messagerie a@b.example est introuvable",
        "No se encontró la dirección de correo a@b.example; el usuario no existe",
        "Indirizzo sconosciuto a@b.example: l'utente non esiste",
        "ユーザ a@b.example は存在しません",
        "пользователь a@b.example не найден",
        "recipient no longer on server: a@b.example",
        "550 5.0.0 a@b.example: this address no longer exists",
        "This is a permanent error. a@b.example: all relevant MX records point to non-existent hosts",
        "550 5.1.1 Recipient email address is possibly incorrect",
        "550 #5.1.0 Address rejected a@b.example",
        "550 5.1.0 <a@b.example>... User unknown",
        "The e-mail account does not exist at the organization this message was sent to. Check the e-mail address. <x.example #5.1.1>",
        "mail receiving disabled a@b.example",
        "550 a@b.example is not a valid mailbox",
        "550 <a@b.example> Account is locked by administrator",
        "user a@b.example has left the company",
        "550 Mailbox is inactive",
        'unknown local-part "a" in domain "b.example"',
        "no such user here a@b.example",
        "Delivery to a@b.example failed: mailbox does not exist",
    ),
    "sender": (
        "550 Requested action not taken: mailbox unavailable Sender address is not allowed.",
        "550 Requested action not taken: mailbox unavailable invalid DNS MX or A/AAAA resource record",
        "521 5.2.1 :  (DYN:T1) AOL will not accept delivery of this message",
        "550 Blocked: your mail server is sending spam to nonexistent users",
        "421 too many unknown users from your host",
        "550 The sender account does not exist on this server",
        "550-Verification failed for <x@ours.example> 550-No Such User Here 550 Sender verify failed",
        "550 5.1.0 <x@ours.example> sender rejected : IPs found in RBL",
        "550 5.7.1 RESOLVER.RST.NotAuthorized; not authorized",
        "550 5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup; authentication required",
        "550 5.7.1 TRANSPORT.RULES.RejectMessage; the message was rejected by organization policy",
        "550 5.7.26 This mail has been blocked because the sender is unauthenticated. Gmail requires all senders to authenticate with either SPF or DKIM.",
        "550-5.7.26 Unauthenticated email from example.com is not accepted due to domain's DMARC policy.",
        "550-5.7.1 [192.0.2.1 12] Our system has detected that this message is likely unsolicited mail.",
        "550 5.7.515 Access denied, sending domain EXAMPLE.COM does not meet the required authentication level.",
        "421-4.7.28 Our system has detected an unusual rate of unsolicited mail originating from your IP address.",
        "550-5.7.25 The IP address sending this message does not have a PTR record setup",
        "550 5.7.606 Access denied, banned sending IP [192.0.2.1]",
        "550 5.7.511 Access denied, banned sender[192.0.2.1]",
        "550 5.7.501 Service unavailable. Spam abuse detected from IP range",
        "550 5.7.1 Service unavailable; client [192.0.2.1] blocked using Spamhaus",
        "554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org; https://www.spamhaus.org/query/ip/192.0.2.1",
        "550 SC-001 (COL004-MC1F1) Unfortunately, messages from 192.0.2.1 weren't sent. Part of their network is on our block list.",
        "550 OU-002 Mail rejected by Windows Live Hotmail for policy reasons. This may be related to IP/domain reputation.",
        "554 Message not allowed - [PH01] Email not accepted for policy reasons. Please visit https://postmaster.yahooinc.com/error-codes",
        "553 5.7.1 [BL21] Connections will not be accepted from 192.0.2.1, because the ip is in Spamhaus's list",
        "421 4.7.0 [TSS04] Messages from 192.0.2.1 temporarily deferred due to unexpected volume or user complaints - 4.16.55.1",
        "552 5.3.4 Message size exceeds fixed maximum message size",
        "554 5.7.1 <a@b.example>: Relay access denied",
        "550 relay not permitted",
        "550 5.7.1 Unable to relay for a@b.example",
        "553 sorry, that domain isn't in my list of allowed rcpthosts (#5.7.1)",
        "553 5.1.8 <x@bad.example>... Domain of sender address x@bad.example does not exist",
        "450 4.1.8 <x@bad.example>: Sender address rejected: Domain not found",
        "550 Sender verify failed",
        "550 5.7.23 The message was rejected because of Sender Policy Framework violation",
        "554 5.7.1 Message scored too high on spam scale.",
        "550 High probability of spam",
        "554 rejected due to virus found in mail",
        "550 Administrative prohibition",
        "550 5.7.0 Local Policy Violation",
        "530 5.7.0 Must issue a STARTTLS command first",
        "535 5.7.8 Authentication credentials invalid",
        "550 5.6.0 Lone CR or LF in headers (see RFC2822 section 2.2)",
        "571 Message refused by IP reputation",
        "421 too many connections from your host",
        "450 4.7.25 Client host rejected: cannot find your hostname, [192.0.2.1]",
        "554 5.7.1 <mail.x.example[192.0.2.1]>: Client host rejected: Access denied",
        "550 5.7.1 Email rejected per SPF policy",
        "550 This message contains spam or a link on a blacklist",
        "550 Your IP address 192.0.2.1 is not allowed: no reverse DNS",
        "550 5.4.300 message rejected because the From header is missing",
    ),
    "transient": (
        "550 5.2.2 <ann@b.example>: mailbox quota exceeded for this recipient",
        "552 Requested mail action aborted: exceeded storage allocation",
        "connect to b.example: Network is unreachable",
        "452-4.2.2 The email account that you tried to reach is over quota. Please direct the recipient to https://support.google.com/mail/?p=OverQuotaTemp",
        "552-5.2.2 The email account that you tried to reach is over quota and inactive.",
        "450-4.2.1 The user you are trying to contact is receiving mail at a rate that prevents additional messages from being delivered.",
        "Host or domain name not found. Name service error for name=slow.example type=MX: Host not found, try again",
        "552 5.2.2 Mailbox full",
        "452 4.3.1 Insufficient system storage",
        "connect to mx.b.example[192.0.2.1]:25: Connection timed out",
        "451 4.7.1 Greylisting in action, please come back later",
        "450 4.2.0 <a@b.example>: Recipient address rejected: Greylisted, see http://postgrey.schweikert.ch/help",
        "delivery temporarily suspended: connect to b.example[192.0.2.1]:25: Connection refused",
        "451 4.3.0 Temporary lookup failure",
        "4.4.7 Message delayed",
        "#550 4.4.7 QUEUE.Expired; message expired ##",
        "retry timeout exceeded",
        "mail for b.example loops back to myself",
        "554 5.4.6 Too many hops",
        "La boîte de réception du destinataire est pleine",
        "Das Postfach des Empfängers ist voll",
        "почтовый ящик переполнен",
    ),
    "ambiguous": (
        "554 Transaction failed",
        "550 Message rejected",
    ),
}


@pytest.mark.parametrize(("fault", "text"), [(fault, text) for fault, texts in SAID.items() for text in texts])
def test_whose_fault(fault, text):
    reason = find_reason([text], "", find_status(text), find_reply(text), find_step(text))
    assert FAULTS[reason].value == fault, reason


@pytest.mark.parametrize("code", ["5.7.25", "5.7.26", "5.7.28", "5.7.29", "5.7.515"])
def test_an_untrusted_sender_is_never_the_recipients_fault(code):
    text = f"550 {code} <ann@b.example>: user unknown, no such mailbox"
    assert FAULTS[find_reason([text], "", code, "550", "rcpt")].value == "sender"


@pytest.mark.parametrize(
    ("text", "status", "step", "fault"),
    [
        ("550 User unknown", "", "", "ambiguous"),  # which one?
        ("550 User unknown", "5.1.1", "", "recipient"),
        ("550 User unknown", "", "rcpt", "recipient"),
        ("550 Unknown user ann@b.example", "", "data", "ambiguous"),  # taken before, so the mail is not wanted
        ("550 5.7.1 User unknown: ann@b.example", "5.7.1", "", "ambiguous"),  # the code speaks of something else
        ("450 Host not found, try again", "4.4.3", "", "transient"),
        ("", "5.1.1", "", "recipient"),
        ("", "5.7.1", "", "ambiguous"),
        ("", "4.2.2", "", "transient"),
        ("", "", "", "ambiguous"),
    ],
)
def test_words_and_codes_that_disagree_suppress_nobody(text, status, step, fault):
    assert FAULTS[find_reason([text], "", status, "550" if not status.startswith("4") else "450", step)].value == fault
