"""Evidence to write briefs from, and a loopback model that answers from what it was told."""

import json

from tests.contract.chat_server import Reply

ABOUT = (
    "Northpeak Outfitters sells gear for mountain sports in nine shops and employs 240 people.\n"
    "Jane Doe is managing director of Northpeak Outfitters."
)
NEWS = "In February 2026 Northpeak Outfitters raised 12 million euros to open shops in Austria."
FIRM = "sells gear for mountain sports in nine shops"
MONEY = "raised 12 million euros to open shops in Austria"
HOOK = "I read that you raised 12 million euros to open shops in Austria."
# kind, text, what is quoted
SAID = (
    ("business", "Northpeak Outfitters sells mountain sports gear in nine shops.", FIRM),
    ("decider", "Managing director of Northpeak Outfitters is Jane Doe.", "Jane Doe is managing director"),
    ("event", "Northpeak raised EUR 12 million for shops in Austria.", MONEY),
    ("event", "Northpeak raised EUR 21 million for shops in Austria.", MONEY),
    ("hook", HOOK, MONEY),
)


def material_of(asked: dict) -> dict:
    """The JSON that a request holds after its first line."""
    return json.loads(asked["messages"][1]["content"].partition("\n")[2])


def says(*said):
    """A model that says this, citing the document in which the quotation stands (else the first one)."""

    def answer(asked: dict) -> Reply:
        documents = material_of(asked)["documents"]

        def cite(quote):
            found = [one["id"] for one in documents if quote in one["text"]]
            return {"document": (found or [documents[0]["id"]])[0], "quote": quote}

        return Reply(
            {"statements": [{"kind": kind, "text": text, "cites": [cite(quote)]} for kind, text, quote in said or SAID]}
        )

    return answer


class BriefMixin:
    def evidence(self, lead, *texts):
        Document = self.env["outbound.document"]
        return Document.union(*(Document._paste(lead, text) for text in texts or (ABOUT, NEWS)))

    def write_briefs(self, **delta):
        self.run_cron("outbound.brief", "_cron_write_briefs", **delta)

    def told(self, lead, kind=None):
        """Accepted statements' texts."""
        lead.invalidate_recordset()
        found = lead.brief_id.statement_ids.filtered("accepted")
        return [one.text for one in found if kind in (None, one.kind)]
