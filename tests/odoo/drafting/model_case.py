"""Drafts by a model on loopback: a prospect with a brief that proves something, and answers of every kind."""

from tests.contract.chat_server import ChatServer, Reply

from .common import DraftingCase

URL = "https://northpeak.example.com/news"
OPENING = "it will open two new shops in Boulder and Denver this spring"
HIRING = "The company hires 120 people for the season"
PAGE = f"On 12 February 2026 Northpeak Outfitters announced that {OPENING}. {HIRING}."
GOOD = [
    ("Your two new shops in Boulder and Denver caught my eye.", ["s1"]),
    ("With 120 new people for the season, every team needs the same answers.", ["s2"]),
    ("New teams learn from whoever is near.", []),
    ("We help shops give every team the same first hour.", []),
    ("Is that on your list this spring?", []),
]


def answer(*sentences, subject="Two new shops this spring"):
    """A model's answer of one paragraph; a sentence is its text or (text, ids)."""
    made = [{"text": one, "statements": []} if isinstance(one, str) else dict(zip(("text", "statements"), one, strict=True))
            for one in sentences]  # fmt: skip
    return {"subject": subject, "paragraphs": [{"sentences": made}]}


class ModelDraftCase(DraftingCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env["outbound.provider"].search([]).active = False
        cls.steps.personalisation = "high"
        cls.env["outbound.touch"].search([("state", "=", "planned")]).wake_date = False  # demo data rests

    def model(self, *replies, answers=None, **values):
        """A model on loopback that gives these replies in turn, the last one for ever; and its provider."""
        server = ChatServer(*(one if isinstance(one, Reply) else Reply(one) for one in replies), answer=answers)
        self.enterContext(server)
        self.env["outbound.provider"].create(
            {"name": "Loopback", "endpoint": server.url, "model": "test-1", "unlimited": True, "deadline": 5, **values}
        )
        return server

    @classmethod
    def add_brief(cls, lead, page=PAGE, quotes=(OPENING, HIRING)):
        """A brief of one statement for each quotation of a page."""
        document = cls.env["outbound.document"]._paste(lead, page, "News", URL)
        vals = {"state": "ready", "date": cls.env["outbound.clock"]._now(), "next_try": False}
        brief = cls.env["outbound.brief"].search([("lead_id", "=", lead.id)])
        brief = brief or cls.env["outbound.brief"].create({"lead_id": lead.id, "company_id": lead.company_id.id})
        brief.write(vals)
        rows = [
            {
                "kind": "event",
                "text": f"{quote[0].upper()}{quote[1:]}.",
                "faults": [],
                "places": [(document.id, document.text.index(quote), document.text.index(quote) + len(quote))],
            }
            for quote in quotes
        ]
        return cls.env["outbound.brief.statement"]._write_brief(brief, rows)

    @classmethod
    def proved(cls, **values):
        """The first touch of a prospect with a brief."""
        touch = cls.first(partner_name="Northpeak Outfitters", **values)
        cls.add_brief(touch.lead_id)
        return touch

    def draft(self, **delta):
        self.run_cron("ir_cron_outbound_draft", **delta)
