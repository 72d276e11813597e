import logging
from collections.abc import Callable
from datetime import timedelta
from functools import partial

import psycopg2

from odoo import _, api, models
from odoo.tools import SQL

from ...domain.lifecycle import EnrolmentEvent, TouchEvent
from .touch_task import TASK_CHANNELS

_logger = logging.getLogger(__name__)
BATCH = 200
LOOK_AGAIN = timedelta(days=1)  # what a touch waits for wakes it; this is the net below
CONFLICTS = 20  # lost races in one run, after which the next run goes on


class OutboundEnrolment(models.Model):
    """The working loop of the room: what is due is found by index, claimed by row lock and done in batches."""

    _inherit = "outbound.enrolment"

    @api.model
    def _cron_work_enrolments(self):
        """Scheduled action: pause for leave, resume, open due tasks and skip tasks that nobody did."""
        now = self.env["outbound.clock"]._now()
        leaves = self.env["res.users"]._get_leaves(now)
        self._hand_over_tasks(leaves)
        touches = self.env["outbound.touch"]
        jobs = [
            (partial(self._find_on_leave, leaves), lambda found: found._pause_for_leave(leaves)),
            (partial(self._find_resuming, now), lambda found: found._resume(leaves)),
            (partial(touches._find_due_tasks, now), lambda found: found._open_or_hold(now)),
            (partial(touches._find_expired_tasks, now), lambda found: found._expire()),
        ]
        for find, work in jobs:
            if not self._work_off(find, work):
                return

    @api.model
    def _work_off(self, find: Callable, work: Callable) -> bool:
        """Claim and do batch after batch until nothing is left, committing each.

        A record that fails is left out of this run and does not hold up the others.

        :param find: (ids to leave out, limit) -> records that are due
        :param work: does a batch
        :return: whether there is time for more
        """
        Cron = self.env["ir.cron"]
        seen: list[int] = []
        conflicts = 0
        while True:
            try:
                found = find(seen, BATCH)
                records = found.try_lock_for_update(allow_referencing=True)
                # A row that another worker holds is that worker's.
                seen += found.ids
                if records:
                    self._do_safely(records, work)
                is_last = len(found) < BATCH
                if not Cron._commit_progress(len(records), remaining=0 if is_last else BATCH):
                    return False
                if is_last:
                    return True
            except psycopg2.errors.SerializationFailure:
                self.env.cr.rollback()
                conflicts += 1
                if conflicts > CONFLICTS:
                    return True

    def _do_safely(self, records, work: Callable):
        """Do a batch; when one of it fails, do them one by one and leave that one."""
        try:
            with self.env.cr.savepoint():
                work(records)
            return
        except psycopg2.OperationalError:
            raise  # the database's trouble: the batch is repeated
        except Exception:
            _logger.warning("A batch of %s failed and is repeated one by one", records, exc_info=True)
        for record in records:
            try:
                with self.env.cr.savepoint():
                    work(record)
            except psycopg2.OperationalError:
                raise
            except Exception:
                _logger.exception("%s could not be worked on and is left for the next run", record)

    def _find_resuming(self, now, exclude: list[int], limit: int):
        return self.search(
            [("state", "=", "paused"), ("resume_date", "<=", now), ("id", "not in", exclude)],
            limit=limit,
            order="resume_date, id",
        )

    def _resume(self, leaves: dict):
        """Resume those whose date has come, unless their rep's leave was made longer."""
        away = self.filtered(
            lambda enrolment: enrolment.lead_id.user_id.id in leaves and enrolment.sequence_id.leave_policy == "pause"
        )
        away._pause_for_leave(leaves)
        (self - away)._apply(EnrolmentEvent.RESUME)


class OutboundTouch(models.Model):
    _inherit = "outbound.touch"

    def _find_due_tasks(self, now, exclude: list[int], limit: int):
        return self.search(
            [
                ("state", "=", "planned"),
                ("wake_date", "<=", now),
                ("channel", "in", TASK_CHANNELS),
                ("id", "not in", exclude),
            ],
            limit=limit,
            order="wake_date, id",
        )

    def _open_or_hold(self, now):
        """Open tasks that may begin; the others wait for what is before them, which wakes them when it is over."""
        blockers = self._get_waiting_for()
        self.filtered(lambda touch: touch.id not in blockers)._open_tasks()
        for touch in self.filtered(lambda touch: touch.id in blockers):
            touch._hold(touch._describe_waiting(blockers[touch.id]), now + LOOK_AGAIN, code="waits")

    def _find_expired_tasks(self, now, exclude: list[int], limit: int):
        self.flush_model(["state", "opened_date"])
        rows = self.env.execute_query(
            SQL(
                """
                SELECT t.id
                  FROM outbound_touch t
                  JOIN outbound_sequence_step step ON step.id = t.step_id
                  JOIN outbound_sequence s ON s.id = step.sequence_id
                 WHERE t.state = 'open' AND NOT COALESCE(step.blocking, FALSE) AND s.task_patience_days > 0
                   AND t.opened_date < %s - make_interval(days => s.task_patience_days)
                   AND NOT t.id = ANY(%s)
                 ORDER BY t.id
                 LIMIT %s
                """,
                now,
                exclude,
                limit,
            )
        )
        return self.browse([id_ for (id_,) in rows])

    def _expire(self):
        for sequence, touches in self.grouped(lambda touch: touch.enrolment_id.sequence_id).items():
            touches._apply(
                TouchEvent.SKIP, end_reason=_("Nobody did the task within %s days.", sequence.task_patience_days)
            )
