"""The order of a day, the first steps, and what is suggested when all is done."""

from datetime import datetime
from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from outbound_prospecting.domain.today import (
    SAMPLE,
    Kind,
    Line,
    Next,
    Progress,
    Setup,
    Step,
    Supply,
    choose_next,
    excerpt,
    order,
    steps,
)

LINES = st.lists(
    st.builds(
        Line,
        kind=st.sampled_from(Kind),
        number=st.integers(1, 1000),
        due=st.none() | st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 31)),
        answered=st.booleans(),
        score=st.floats(0, 5),
    ),
    max_size=30,
    unique_by=lambda line: (line.kind, line.number),
)
KINDS = list(Kind)


@given(LINES, st.randoms())
def test_the_order_is_whole_and_does_not_depend_on_what_came_first(lines, random):
    ordered = order(lines)
    shuffled = list(lines)
    random.shuffle(shuffled)
    assert order(shuffled) == ordered
    assert sorted(ordered, key=lines.index) == lines, "nothing is lost or doubled"


@given(LINES)
def test_kinds_never_mix_and_earlier_times_come_first(lines):
    for one, after in pairwise(order(lines)):
        assert KINDS.index(one.kind) <= KINDS.index(after.kind)
        if one.kind is after.kind:
            assert (one.answered, one.due is None) <= (after.answered, after.due is None)
            if one.answered == after.answered and one.due and after.due:
                assert one.due <= after.due
                assert one.due < after.due or one.score >= after.score


def test_critical_before_hot_before_review_before_tasks_before_warnings():
    noon = datetime(2026, 3, 2, 12)
    lines = [Line(kind, 1, noon) for kind in reversed(KINDS)]
    assert [line.kind.value for line in order(lines)] == [
        "problem", "handoff", "replies", "review", "task", "warning",
    ]  # fmt: skip


def test_what_is_only_to_decide_comes_after_what_nobody_answered():
    lines = [Line(Kind.HANDOFF, 1, datetime(2026, 1, 1), answered=True), Line(Kind.HANDOFF, 2, datetime(2026, 2, 1))]
    assert [line.number for line in order(lines)] == [2, 1]


@pytest.mark.parametrize("flags", list(product([False, True], repeat=3)))
@pytest.mark.parametrize(("scored", "judged"), [(0, 0), (3, 0), (3, 3), (SAMPLE, SAMPLE - 1), (SAMPLE, SAMPLE)])
def test_one_step_is_next_and_it_is_the_first_that_is_not_done(flags, scored, judged):
    icp, mailbox, prospects = flags
    found = steps(Setup(icp, mailbox, prospects, scored, judged))
    assert [step for step, _progress in found] == list(Step)
    states = [progress for _step, progress in found]
    assert states.count(Progress.NEXT) == 1
    assert all(state is Progress.DONE for state in states[: states.index(Progress.NEXT)])
    assert states[-1] is not Progress.DONE
    assert dict(found)[Step.SCORES] is Progress.DONE or scored == 0 or judged < min(SAMPLE, scored)


def test_the_checklist_goes_when_outreach_is_live():
    assert steps(Setup(launched=True)) == []


@pytest.mark.parametrize(
    ("supply", "suggestion"),
    [
        (Supply(refused=2, ready=9, running=True), Next.REFUSED),
        (Supply(ready=9, running=True), Next.ENROL),
        (Supply(running=True), Next.WAIT),
        (Supply(), Next.IMPORT),
    ],
)
def test_one_suggestion(supply, suggestion):
    assert choose_next(supply) is suggestion


@pytest.mark.parametrize(
    ("text", "beginning"),
    [
        ("Hi Rosa,\n\nyes, we are\ninterested.", "yes, we are interested."),
        ("Yes!", "Yes!"),
        ("Please call me.\nThanks", "Please call me. Thanks"),
        ("  \n", ""),
    ],
)
def test_an_excerpt_begins_after_the_greeting(text, beginning):
    assert excerpt(text) == beginning


@given(st.text(), st.integers(1, 50))
def test_an_excerpt_is_one_short_line(text, length):
    assert len(excerpt(text, length)) <= length
    assert len(excerpt(text, length).splitlines()) <= 1
