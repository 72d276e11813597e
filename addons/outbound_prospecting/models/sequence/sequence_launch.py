from math import ceil

from odoo import _, fields, models

from ...domain.planning import real_days

FIXES = {
    "steps": "action_add_step",
    "mailbox": "action_open_mailboxes",
    "postal_address": "action_open_mailboxes",
    "capacity": "action_open_mailboxes",
}


class OutboundSequence(models.Model):
    """May this sequence go live, and can the mailboxes carry it."""

    _inherit = "outbound.sequence"

    launch_checks = fields.Json(compute="_compute_launch")
    capacity = fields.Json(compute="_compute_launch")

    def _compute_launch(self):
        for sequence in self:
            capacity = sequence._get_capacity()
            sequence.capacity = capacity
            sequence.launch_checks = sequence._get_launch_checks()

    def _get_launch_checks(self) -> list[dict]:
        """What must be right before prospects enrol. Rooms to the right add theirs.

        :return: ``{code, level, message, fix}``: level is "ok", "warning" or "error" (which keeps it from being
            launched), `fix` a button's label or "", answered by `action_fix_launch(code)`
        """
        self.ensure_one()
        return [
            self._check_steps(),
            self._check_first_mail(),
            self._check_distances(),
            self._check_texts(),
            self._check_review(),
            *self._check_mailboxes(),
            self._check_capacity(),
            self._check_tier(),
        ]

    @staticmethod
    def _launch_check(code: str, level: str, message: str, fix: str = "") -> dict:
        return {"code": code, "level": level, "message": message, "fix": fix if level != "ok" else ""}

    def _get_mail_steps(self):
        return self.step_ids.filtered(lambda step: step.channel == "email")

    def _check_steps(self) -> dict:
        mails, touches = len(self._get_mail_steps()), len(self.step_ids)
        if not mails:
            return self._launch_check("steps", "error", _("There is no mail in it. Add one."), _("Add a touch"))
        days = max(real_days([step._to_plan() for step in self.step_ids]))
        message = _(
            "%(touches)s touches, %(mails)s of them mails, over %(days)s days", touches=touches, mails=mails, days=days
        )
        return self._launch_check("steps", "ok", message)

    def _check_first_mail(self) -> dict:
        first = self._get_mail_steps()[:1]
        if first.thread_mode == "reply":
            message = _("“%s” is the first mail, so it cannot go on with a thread. Give it a new subject.", first.name)
            return self._launch_check("first_mail", "error", message, _("Open the touch"))
        return self._launch_check("first_mail", "ok", _("The first mail opens the thread"))

    def _check_distances(self) -> dict:
        """Days that the minimum gap makes later than they are written."""
        moved = [
            self.env._("“%(touch)s” on day %(real)s instead of %(day)s", touch=step.name, real=real, day=step.day)
            for step, real in zip(self.step_ids, real_days([step._to_plan() for step in self.step_ids]), strict=True)
            if real != step.day
        ]
        if moved:
            message = _("The minimum gap moves touches: %s", "; ".join(moved))
            return self._launch_check("distances", "warning", message)
        return self._launch_check(
            "distances", "ok", _("Touches keep the minimum gap of %s days", self.minimum_gap_days)
        )

    def _check_texts(self) -> dict:
        bare = self.step_ids.filtered(lambda step: step._lacks_text())
        mails = bare.filtered(lambda step: step.channel == "email")
        if mails:
            message = _("No template: %s", ", ".join(mails.mapped("name")))
            return self._launch_check("texts", "error", message, _("Write the text"))
        if bare:
            message = _("No prepared text: %s", ", ".join(bare.mapped("name")))
            return self._launch_check("texts", "warning", message, _("Write the text"))
        return self._launch_check("texts", "ok", _("Every touch has its text"))

    def _check_review(self) -> dict:
        """The share a person sees is never below the administrator's floor, which comes with the review room."""
        company = self.company_id or self.env.company
        floor = company.sudo().outbound_review_floor if "outbound_review_floor" in company._fields else 0
        if self.review_policy == "sample" and self.review_share < floor:
            message = _(
                "A spot check of %(share)s %% is below the floor of %(floor)s %%, which is used instead.",
                share=self.review_share,
                floor=floor,
            )
            return self._launch_check("review", "warning", message, _("Set the share to the floor"))
        policy = dict(self._fields["review_policy"]._description_selection(self.env))[self.review_policy]
        return self._launch_check("review", "ok", _("A person reviews: %s", policy.lower()))

    def _get_mailboxes(self):
        domain = [("company_id", "in", [self.company_id.id] if self.company_id else self.env.companies.ids)]
        return self.env["outbound.mailbox"].sudo().search(domain)

    def _check_mailboxes(self) -> list[dict]:
        mailboxes = self._get_mailboxes()
        ready = mailboxes.filtered(lambda mailbox: mailbox.state == "ready")
        if not ready:
            message = _("No mailbox is ready to send.") if mailboxes else _("There is no mailbox to send from.")
            return [self._launch_check("mailbox", "error", message, _("Set up a mailbox"))]
        nameless = ready.filtered(lambda mailbox: not (mailbox.postal_address or "").strip())
        checks = [self._launch_check("mailbox", "ok", _("%s mailboxes are ready", len(ready)))]
        if nameless:
            message = _("No postal address, which the law asks for: %s", ", ".join(nameless.mapped("name")))
            return [*checks, self._launch_check("postal_address", "error", message, _("Enter the address"))]
        return [*checks, self._launch_check("postal_address", "ok", _("Footers carry a postal address"))]

    def _check_capacity(self) -> dict:
        capacity = self._get_capacity()
        if not capacity["cap"]:
            return self._launch_check("capacity", "warning", _("Without a ready mailbox nothing can be sent."))
        if capacity["load"] > 100:
            message = _(
                "%(new)s new prospects a day × %(mails)s mails are %(load)s %% of what the mailboxes may send "
                "(%(cap)s a day): mails would leave later and later.",
                **capacity,
            )
            return self._launch_check("capacity", "warning", message, _("Add a mailbox"))
        message = _("Room for %(room)s new prospects a day (%(cap)s mails a day ÷ %(mails)s mails each)", **capacity)
        return self._launch_check("capacity", "ok", message)

    def _check_tier(self) -> dict:
        if not self.tier:
            return self._launch_check("tier", "ok", _("Prospects are enrolled by hand"))
        rival = self.search(
            [
                ("state", "=", "active"),
                ("tier", "=", self.tier),
                ("id", "not in", [self.id, self.previous_id.id]),
                ("company_id", "=", self.company_id.id),
            ],
            limit=1,
        )
        label = dict(self._fields["tier"]._description_selection(self.env))[self.tier]
        if rival:
            message = _(
                "“%(rival)s” enrols %(tier)s already; the first in the list wins.", rival=rival.display_name, tier=label
            )
            return self._launch_check("tier", "warning", message)
        waiting = self._count_candidates()
        message = _("%(tier)s prospects enrol by themselves; %(count)s are waiting now", tier=label, count=waiting)
        return self._launch_check("tier", "ok", message)

    def _count_candidates(self) -> int:
        return len(self._find_candidates()) if self.tier else 0

    # ------------------------------------------------------------------ capacity

    def _get_capacity(self) -> dict:
        """New prospects a day × mails each ÷ what the ready mailboxes may send a day.

        :return: `mails` of a prospect, `cap` mails a day today, `full` once all ramps are over, `room` for new prospects
            a day, `new` a day over the last two weeks, `load` in percent, `waiting` prospects of the tier and the
            working `days` until the last of them has begun
        """
        self.ensure_one()
        now = self.env["outbound.clock"]._now()
        ready = self._get_mailboxes().filtered(lambda mailbox: mailbox.state == "ready")
        mails = len(self._get_mail_steps())
        cap = sum(capacity.cap for capacity in ready._get_capacities(now).values())
        new = self._count_new_a_day(now)
        room = cap // mails if mails else 0
        waiting = self._count_candidates()
        return {
            "mails": mails,
            "mailboxes": len(ready),
            "cap": cap,
            "full": sum(ready.mapped("daily_cap")),
            "room": room,
            "new": new,
            "load": round(100 * new * mails / cap) if cap else 0,
            "waiting": waiting,
            "days": ceil(waiting / room) if room else 0,
        }

    def _count_new_a_day(self, now) -> float:
        """Prospects that enrolled in any sequence a working day, over the last two weeks: all share the mailboxes."""
        since = fields.Datetime.subtract(now, days=14)
        count = self.env["outbound.enrolment"].sudo().search_count([("start_date", ">=", since)])
        return round(count / 10, 1)

    # ------------------------------------------------------------------ fixes

    def action_fix_launch(self, code: str):
        """Link of the checklist: where `code` is put right."""
        self.ensure_one()
        self.check_access("read")
        if code in FIXES:
            return getattr(self, FIXES[code])()
        if code == "review":
            self.check_access("write")
            self.review_share = (self.company_id or self.env.company).sudo().outbound_review_floor
            return {"type": "ir.actions.client", "tag": "soft_reload"}
        if code == "first_mail":
            return self._get_mail_steps()[:1]._open()
        if code == "texts":
            return self.step_ids.filtered(lambda step: step._lacks_text())[:1]._open()
        return False

    def action_add_step(self):
        """Button: a new touch after the last one."""
        self.ensure_one()
        last = self.step_ids[-1:].day
        action = self.env["outbound.sequence.step"]._open()
        return {
            **action,
            "context": {"default_sequence_id": self.id, "default_day": last + self.minimum_gap_days if last else 1},
        }

    def action_open_mailboxes(self):
        """Link: the mailboxes that this sequence writes from."""
        return {
            "type": "ir.actions.act_window",
            "name": _("Mailboxes"),
            "res_model": "outbound.mailbox",
            "views": [(False, "list"), (False, "form")],
        }


class OutboundSequenceStep(models.Model):
    _inherit = "outbound.sequence.step"

    def _lacks_text(self) -> bool:
        """Whether nothing is prepared for whoever does or writes this touch. Templates come with the drafting room."""
        if self.channel == "email":
            return "template_ids" in self._fields and not self.template_ids
        return self.channel != "internal" and not self.task_note

    def _open(self):
        return {
            "type": "ir.actions.act_window",
            "name": self.name or _("New Touch"),
            "res_model": "outbound.sequence.step",
            "res_id": self.id,
            "views": [(False, "form")],
            "target": "new",
        }
