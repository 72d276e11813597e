"""Health: limits, few cases, and a problem that is told once while it lasts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from outbound_prospecting.domain.health import Finding, Limit, Measure, Severity, compare, find, judge

SUBJECTS = st.tuples(st.integers(0, 3), st.sampled_from(["a", "b", "c", "d"]))
VALUES = st.floats(-1000, 1000)
RANK = {None: 0, Severity.WARNING: 1, Severity.CRITICAL: 2}


def finding(subject, severity):
    company, key = subject
    return Finding(severity, Measure(key, 1, company=company))


@pytest.mark.parametrize(
    ("limit", "value", "severity"),
    [
        (Limit(8, 16), 7.9, None),
        (Limit(8, 16), 8, Severity.WARNING),
        (Limit(8, 16), 16, Severity.CRITICAL),
        (Limit(8), 1000, Severity.WARNING),
        (Limit(1, 1), 1, Severity.CRITICAL),
        (Limit(80, 60, low_is_bad=True), 80, None),
        (Limit(80, 60, low_is_bad=True), 79, Severity.WARNING),
        (Limit(80, 60, low_is_bad=True), 59, Severity.CRITICAL),
    ],
)
def test_limits(limit, value, severity):
    assert judge(Measure("x", value), limit) is severity


def test_too_few_cases_say_nothing():
    limit = Limit(10, 20, least=20)
    assert judge(Measure("source", 100, cases=19), limit) is None
    assert judge(Measure("source", 100, cases=20), limit) is Severity.CRITICAL


@pytest.mark.parametrize("limit", [(16, 8, False), (60, 80, True)])
def test_a_critical_limit_is_never_the_milder_one(limit):
    warning, critical, low_is_bad = limit
    with pytest.raises(ValueError, match="milder"):
        Limit(warning, critical, low_is_bad=low_is_bad)


@given(VALUES, VALUES, VALUES, VALUES, st.booleans())
def test_a_worse_figure_is_never_judged_milder(one, other, first, second, low_is_bad):
    warning, critical = sorted((first, second), reverse=low_is_bad)
    limit = Limit(warning, critical, low_is_bad=low_is_bad)
    better, worse = sorted((one, other), reverse=low_is_bad)
    assert RANK[judge(Measure("x", better), limit)] <= RANK[judge(Measure("x", worse), limit)]


def test_only_bad_figures_are_findings():
    measures = [Measure("a", 1), Measure("b", 9), Measure("c", 99)]
    assert [(one.measure.key, one.severity.value) for one in find(measures, Limit(5, 50))] == [
        ("b", "warning"),
        ("c", "critical"),
    ]


@given(st.dictionaries(SUBJECTS, st.sampled_from(Severity)), st.dictionaries(SUBJECTS, st.sampled_from(Severity)))
def test_every_problem_is_told_once_while_it_lasts(known, now):
    findings = [finding(subject, severity) for subject, severity in now.items()]
    change = compare(known, findings)
    groups = [[one.subject for one in group] for group in (change.opened, change.worsened, change.lasting)]
    assert sorted(subject for group in groups for subject in group) == sorted(now)
    assert set(groups[0]) == now.keys() - known.keys()
    assert set(change.closed) == known.keys() - now.keys()
    again = compare(now, findings)
    assert not (again.opened or again.worsened or again.closed), "the same look twice says nothing new"


def test_getting_worse_is_told_and_getting_milder_is_not():
    subject = (0, "a")
    assert compare({subject: Severity.WARNING}, [finding(subject, Severity.CRITICAL)]).worsened
    assert compare({subject: Severity.CRITICAL}, [finding(subject, Severity.WARNING)]).lasting
