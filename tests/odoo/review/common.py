from datetime import timedelta

from tests.odoo.drafting.common import BODY, NOW, DraftingCase

__all__ = ["BODY", "NOW", "ReviewCase"]


class ReviewCase(DraftingCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        # The tests' drafts are the only ones, and texts are older than what is decided on.
        cls.env["outbound.template"].search([]).write({"text_date": NOW - timedelta(days=30)})

    @classmethod
    def in_review(cls, **values):
        touch = cls.drafted(**values)
        touch._submit()
        assert touch.state == "in_review", touch.hold_reason
        return touch

    def seen(self, touches):
        return {str(touch.id): touch._get_text_hash() for touch in touches}

    def queue(self, user, **options):
        return self.env["outbound.touch"].with_user(user).get_review_queue(**options)

    def run_review(self, **delta):
        self.run_cron("ir_cron_outbound_review", **delta)
