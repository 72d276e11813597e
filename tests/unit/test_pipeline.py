"""What a stage means: losing, restoring and fixed chances, as pure rules."""

from outbound_prospecting.domain.pipeline import Board, Stage, Standing, settle

NEW, ENGAGED, WON, LOST = (
    Stage(1, probability=5),
    Stage(2, probability=25),
    Stage(3, is_won=True, probability=100),
    Stage(4, is_lost=True, probability=0),
)
BOARD = Board([NEW, ENGAGED, WON, LOST])
ENGAGED_LEAD = Standing(2, active=True, probability=25)
LOST_LEAD = Standing(4, active=False, probability=0, lost_from_stage_id=2)


def test_entering_the_lost_stage_loses():
    settled = settle(BOARD, ENGAGED_LEAD, {"stage_id": 4})
    assert settled == {
        "stage_id": 4,
        "active": False,
        "probability": 0,
        "automated_probability": 0,
        "lost_from_stage_id": 2,
    }


def test_losing_in_odoos_way_enters_the_lost_stage():
    assert settle(BOARD, ENGAGED_LEAD, {"active": False, "probability": 0})["stage_id"] == 4
    archived = Standing(2, active=False, probability=25)
    assert settle(BOARD, archived, {"probability": 0})["lost_from_stage_id"] == 2


def test_archiving_alone_does_not_lose():
    assert settle(BOARD, ENGAGED_LEAD, {"active": False}) == {}


def test_losing_at_a_named_stage_remembers_that_stage():
    settled = settle(BOARD, Standing(1, True, 5), {"stage_id": 2, "active": False, "probability": 0})
    assert (settled["stage_id"], settled["lost_from_stage_id"]) == (4, 2)


def test_losing_again_keeps_where_it_came_from():
    assert "lost_from_stage_id" not in settle(BOARD, LOST_LEAD, {"stage_id": 4})


def test_restoring_goes_back_to_where_it_was_lost_from():
    settled = settle(BOARD, LOST_LEAD, {"active": True})
    assert settled == {"active": True, "lost_reason_id": False, "stage_id": 2}


def test_dragging_out_restores_there():
    assert settle(BOARD, LOST_LEAD, {"stage_id": 1}) == {"active": True, "lost_reason_id": False, "stage_id": 1}


def test_restoring_without_memory_enters_anew():
    forgotten = Standing(4, active=False, probability=0)
    assert settle(BOARD, forgotten, {"active": True})["stage_id"] == 1


def test_a_lost_prospect_stays_at_zero():
    assert settle(BOARD, LOST_LEAD, {"probability": 40})["probability"] == 0


def test_a_fixed_probability_cannot_be_overwritten():
    assert settle(BOARD, ENGAGED_LEAD, {"probability": 90}) == {"probability": 25}
    assert settle(BOARD, ENGAGED_LEAD, {"stage_id": 1, "probability": 90}) == {"probability": 5}


def test_a_predicted_stage_and_a_won_one_are_left_to_odoo():
    predicted = Board([Stage(1), WON, LOST])
    assert settle(predicted, Standing(1, True, 5), {"probability": 90}) == {}
    assert settle(BOARD, ENGAGED_LEAD, {"stage_id": 3, "probability": 100}) == {}


def test_a_board_without_a_lost_stage_leaves_losing_to_odoo():
    board = Board([NEW, ENGAGED, WON])
    assert settle(board, ENGAGED_LEAD, {"active": False, "probability": 0}) == {}
    stayed = Standing(2, active=False, probability=0)
    assert settle(board, stayed, {"active": True})["stage_id"] == 2


def test_a_foreign_stage_settles_nothing():
    assert settle(BOARD, LOST_LEAD, {"stage_id": 99}) == {}


def test_prospects_enter_at_the_first_unfolded_open_stage():
    assert Board([LOST, Stage(8, fold=True), Stage(9)]).first == Stage(9)
    assert Board([LOST, Stage(8, fold=True)]).first == Stage(8, fold=True)
    assert Board([WON, LOST]).first is None
