"""The file of an ICP: defaults, and every problem with its place."""

import json

import pytest
from outbound_prospecting.domain.icp_file import DOCUMENT_PARTS, IcpFileError, Problem, parse_icp_file

FIELDS = ["industry_fit", "company_size_fit"]
TIERS = ["tier_1", "disqualified"]


def icp(**values):
    criterion = {"reason": "Retail", "domain": [["industry_id.name", "=", "Retail"]], "rating": 5}
    return {
        "format": "outbound.icp",
        "format_version": 1,
        "name": "Small",
        "factors": [{"name": "Industry", "weight": 100, "criteria": [criterion]}],
        "tiers": [{"name": "All", "code": "tier_1", "min_score": 0}],
        **values,
    }


def parse(content):
    return parse_icp_file(json.dumps(content), FIELDS, TIERS)


def problems(content) -> list[Problem]:
    with pytest.raises(IcpFileError) as caught:
        parse(content)
    return sorted(caught.value.problems, key=lambda problem: problem.place)


def test_what_is_left_out_has_its_default():
    content = parse(icp())
    assert content["method"] == "weighted"
    assert content["min_completeness"] == 40
    assert content["document"] == dict.fromkeys(DOCUMENT_PARTS, "")
    assert content["disqualifiers"] == content["verticals"] == []
    assert content["factors"][0]["match"] == "first"
    assert content["factors"][0]["unknown_domain"] == []
    assert content["factors"][0]["criteria"][0]["active"] is True


def test_defaults_are_not_shared_between_files():
    parse(icp())["document"]["firmographics"] = "changed"
    assert parse(icp())["document"]["firmographics"] == ""


@pytest.mark.parametrize("text", ["", "{", '{"name": }', "name: Small"])
def test_what_is_no_json_says_where(text):
    with pytest.raises(IcpFileError, match=r"line 1, column \d+"):
        parse_icp_file(text, FIELDS, TIERS)


@pytest.mark.parametrize("content", [[], 5, "outbound.icp", {}, {"format": "other"}])
def test_another_file_is_refused_at_once(content):
    assert [problem.place for problem in problems(content)] == ["format"]


def test_a_newer_format_is_refused_at_once():
    assert problems(icp(format_version=2)) == [Problem("format_version", "wrong_choice", "1", "2")]


def test_all_problems_are_listed_with_their_place():
    content = icp(method="average", min_completeness="40", weight=3)
    del content["name"]
    content["factors"][0]["criteria"] += [{"reason": "Big", "domain": [], "rating": "five"}, "x"]
    content["factors"][0]["field_name"] = "favourite_colour"
    content["tiers"] = {"tier_1": 4}
    assert [(problem.place, problem.kind) for problem in problems(content)] == [
        ("factors[1].criteria[2].rating", "wrong_type"),
        ("factors[1].criteria[3]", "wrong_type"),
        ("factors[1].field_name", "wrong_choice"),
        ("method", "wrong_choice"),
        ("min_completeness", "wrong_type"),
        ("name", "missing"),
        ("tiers", "wrong_type"),
        ("weight", "unknown_key"),
    ]


def test_true_is_no_number():
    assert problems(icp(min_completeness=True)) == [Problem("min_completeness", "wrong_type", "a whole number", "true")]


def test_long_values_are_shortened_in_the_message():
    (problem,) = problems(icp(tiers=["x" * 500]))
    assert len(problem.found) == 60
