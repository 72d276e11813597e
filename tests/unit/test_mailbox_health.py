"""When bounces and complaints are too many."""

import pytest
from outbound_prospecting.domain.mailbox_health import Limits, share, too_many


@pytest.mark.parametrize(
    ("sent", "bounced", "complained", "verdict"),
    [
        (0, 0, 0, ""),
        (100, 3, 0, ""),  # the limit itself is allowed
        (100, 4, 0, "bounces"),
        (3, 1, 0, ""),  # one of three says nothing
        (3, 2, 0, "bounces"),  # two of at least fifty are 4 %
        (1000, 0, 1, ""),
        (999, 0, 1, "complaints"),
        (10, 5, 1, "complaints"),  # complaints weigh more
        (0, 1, 0, ""),
    ],
)
def test_verdicts(sent, bounced, complained, verdict):
    assert too_many(sent, bounced, complained, Limits()) == verdict


def test_shares_are_of_the_mails_sent():
    assert share(1, 200) == 0.5
    assert share(0, 0) == 0.0
