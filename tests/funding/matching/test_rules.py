"""Worked cases of matching: what is known of a project and a programme, and what is said of it."""

from datetime import date
from decimal import Decimal
from hypothesis import given
from hypothesis import strategies as st
from itertools import product
from kommunalhub.funding.matching.known import DAYS
from kommunalhub.funding.matching.known import MONEY
from kommunalhub.funding.matching.known import PURPOSE
from kommunalhub.funding.matching.rules import AGAINST
from kommunalhub.funding.matching.rules import CONDITIONS
from kommunalhub.funding.matching.rules import EXPIRED
from kommunalhub.funding.matching.rules import FITS
from kommunalhub.funding.matching.rules import FITS_NOT
from kommunalhub.funding.matching.rules import FOR
from kommunalhub.funding.matching.rules import match
from kommunalhub.funding.matching.rules import OPEN
from kommunalhub.funding.matching.rules import possible_grant
from kommunalhub.funding.matching.rules import Programme
from kommunalhub.funding.matching.rules import Project
from kommunalhub.funding.matching.rules import ranked
from kommunalhub.funding.matching.rules import RULED_OUT

import pytest


TODAY = date(2026, 12, 1)  # a Tuesday
ROOF = {
    "today": TODAY,
    "topics": frozenset({"feuerwehr", "bauen"}),
    "applicant": frozenset({"gemeinden"}),
    "areas": frozenset({"sh", "ostholstein"}),
    "total_cost": Decimal("184500"),
    "own_funds": Decimal("46125"),
}
ROOF_PAYS = {
    "topics": frozenset({"feuerwehr"}),
    "eligible": frozenset({"gemeinden", "kreise"}),
    "rate": Decimal(75),
    "own_share": Decimal(25),
    "max_amount": Decimal(750000),
    "deadline_kind": "rolling",
    "early_start": "yes",
    "cumulable": "yes",
    "state_aid": "none",
    "checked_on": date(2026, 11, 12),
}


def judged(project=None, programme=None):
    return match(Project(**ROOF | (project or {})), Programme("u", **ROOF_PAYS | (programme or {})))


def signs(found):
    return {reason.code: reason.sign for reason in found.reasons}


def euros(text):
    return Decimal(text)


#: (what differs at the project, what differs at the programme, fit, {code: sign} among the reasons)
CASES = {
    "fits": (
        {},
        {},
        FITS,
        {"topics": FOR, "eligible": FOR, "grant": FOR, "own_share": FOR, "rolling": FOR},
    ),
    # what it is about
    "other topic": ({}, {"topics": frozenset({"kultur"})}, FITS_NOT, {"topics_other": RULED_OUT}),
    "project without topics": ({"topics": frozenset()}, {}, FITS, {"topics_unknown": OPEN}),
    "programme without topics": ({}, {"topics": frozenset()}, FITS, {"topics_unnamed": OPEN}),
    # who applies
    "not eligible": (
        {},
        {"eligible": frozenset({"vereine"})},
        FITS_NOT,
        {"not_eligible": RULED_OUT},
    ),
    "unknown who may": ({}, {"eligible": frozenset()}, FITS, {"eligible_unnamed": OPEN}),
    "unknown who asks": ({"applicant": frozenset()}, {}, FITS, {"applicant_unknown": OPEN}),
    "an Amt for its municipality": (
        {"applicant": frozenset({"aemter", "gemeinden"})},
        {"eligible": frozenset({"aemter"})},
        FITS,
        {"eligible": FOR},
    ),
    # where
    "in the area": ({}, {"areas": frozenset({"ostholstein"})}, FITS, {"area": FOR}),
    "elsewhere": ({}, {"areas": frozenset({"dithmarschen"})}, FITS_NOT, {"other_area": RULED_OUT}),
    "area unknown": (
        {"areas": frozenset()},
        {"areas": frozenset({"sh"})},
        FITS,
        {"area_unknown": OPEN},
    ),
    # how much
    "cost unknown": ({"total_cost": None}, {}, FITS, {"cost_unknown": OPEN}),
    "rate unknown": ({}, {"rate": None, "max_amount": None}, FITS, {"rate_unnamed": OPEN}),
    "cap alone": ({}, {"rate": None}, FITS, {"grant_capped": OPEN}),
    "cap leaves a gap": ({}, {"max_amount": euros("50000")}, CONDITIONS, {"gap": AGAINST}),
    "cap meets the gap to the cent": ({}, {"max_amount": euros("138375.00")}, FITS, {"grant": FOR}),
    "a cent short": ({}, {"max_amount": euros("138374.99")}, CONDITIONS, {"gap": AGAINST}),
    "own funds unknown: no gap known": (
        {"own_funds": None},
        {"max_amount": euros("50000")},
        FITS,
        {"grant": FOR, "own_funds_unknown": OPEN},
    ),
    "too small": (
        {"total_cost": euros("3800"), "own_funds": euros("950")},
        {"min_amount": euros("10000")},
        FITS_NOT,
        {"too_small": RULED_OUT},
    ),
    "grant just large enough": (
        {"total_cost": euros("20000"), "own_funds": euros("5000")},
        {"min_amount": euros("15000")},
        FITS,
        {"grant": FOR},
    ),
    "smallest amount without a rate counts the cost": (
        {"total_cost": euros("9000"), "own_funds": None},
        {"rate": None, "max_amount": None, "min_amount": euros("10000")},
        FITS_NOT,
        {"too_small": RULED_OUT},
    ),
    "no funds of their own needed": (
        {"own_funds": euros("0")},
        {"rate": Decimal(100), "own_share": None},
        FITS,
        {"grant": FOR},
    ),
    # what the applicant brings
    "own share short": (
        {"own_funds": euros("18450")},
        {"own_share": Decimal(25), "rate": Decimal(100)},
        CONDITIONS,
        {"own_share_short": AGAINST},
    ),
    "own share to the cent": ({"own_funds": euros("46125.00")}, {}, FITS, {"own_share": FOR}),
    "own share a cent short": (
        {"own_funds": euros("46124.99")},
        {},
        CONDITIONS,
        {"own_share_short": AGAINST, "gap": AGAINST},
    ),
    "own funds unknown": ({"own_funds": None}, {}, FITS, {"own_funds_unknown": OPEN}),
    # other money
    "with an association's money": ({"other_funds": euros("3000")}, {}, FITS, {"cumulable": FOR}),
    "not with other money": (
        {"other_funds": euros("3000")},
        {"cumulable": "no"},
        CONDITIONS,
        {"not_cumulable": AGAINST},
    ),
    "other money to be checked": (
        {"other_funds": euros("3000")},
        {"cumulable": "check"},
        FITS,
        {"cumulation_unclear": OPEN},
    ),
    "other money, nothing said": (
        {"other_funds": euros("3000")},
        {"cumulable": None},
        FITS,
        {"cumulation_unclear": OPEN},
    ),
    # when
    "in time": (
        {},
        {"deadline_kind": "fixed", "deadline": date(2027, 3, 31)},
        FITS,
        {"deadline": FOR},
    ),
    "near": (
        {},
        {"deadline_kind": "fixed", "deadline": date(2026, 12, 15)},
        FITS,
        {"deadline_near": OPEN},
    ),
    "the last day": (
        {},
        {"deadline_kind": "fixed", "deadline": TODAY},
        CONDITIONS,
        {"deadline_near": AGAINST},
    ),
    "yesterday": (
        {},
        {"deadline_kind": "fixed", "deadline": date(2026, 11, 30)},
        EXPIRED,
        {"passed": RULED_OUT},
    ),
    "expired and not for them": (
        {},
        {"deadline": date(2026, 11, 30), "eligible": frozenset({"vereine"})},
        FITS_NOT,
        {"passed": RULED_OUT, "not_eligible": RULED_OUT},
    ),
    "after the next call": ({}, {"deadline_kind": "call"}, FITS, {"no_call": OPEN}),
    "council decides later": (
        {"council": date(2026, 12, 17)},
        {"deadline_kind": "fixed", "deadline": date(2026, 12, 15)},
        CONDITIONS,
        {"council_too_late": AGAINST},
    ),
    "council decides the day before": (
        {"council": date(2026, 12, 14)},
        {"deadline_kind": "fixed", "deadline": date(2026, 12, 15)},
        CONDITIONS,
        {"council_close": AGAINST},
    ),
    "council decides early enough": (
        {"council": date(2027, 1, 20)},
        {"deadline_kind": "fixed", "deadline": date(2027, 3, 31)},
        FITS,
        {"deadline": FOR},
    ),
    "council and no deadline": ({"council": date(2027, 1, 20)}, {}, FITS, {"rolling": FOR}),
    # when work begins
    "start before the deadline": (
        {"start": date(2027, 3, 1)},
        {"deadline_kind": "fixed", "deadline": date(2027, 3, 31), "early_start": "no"},
        CONDITIONS,
        {"start_too_early": AGAINST},
    ),
    "start allowed": (
        {"start": date(2027, 3, 1)},
        {"deadline_kind": "fixed", "deadline": date(2027, 3, 31), "early_start": "yes"},
        FITS,
        {"deadline": FOR},
    ),
    "start after consent": (
        {"start": date(2027, 3, 1)},
        {"early_start": "on_request"},
        FITS,
        {"start_on_request": OPEN},
    ),
    "start far enough": (
        {"start": date(2028, 3, 1)},
        {"early_start": "on_request"},
        FITS,
        {"rolling": FOR},
    ),
    "start later, notice first": (
        {"start": date(2027, 9, 1)},
        {"early_start": "no"},
        FITS,
        {"start_after_notice": OPEN},
    ),
    # what else to know
    "de-minimis": ({}, {"state_aid": "de_minimis"}, FITS, {"de_minimis": OPEN}),
    "checked long ago": ({}, {"checked_on": date(2025, 2, 24)}, FITS, {"stale": OPEN}),
    "never checked": ({}, {"checked_on": None}, FITS, {"stale": OPEN}),
}


@pytest.mark.parametrize("name", CASES)
def test_case(name):
    project, programme, fit, expected = CASES[name]
    found = judged(project, programme)
    assert found.fit == fit
    assert expected.items() <= signs(found).items()


def test_nothing_is_said_for_what_fits_nowhere():
    assert len(CASES) >= 40
    said = {code for _, _, _, expected in CASES.values() for code in expected}
    assert {"topics", "grant", "own_share_short", "council_too_late", "passed"} <= said


def test_the_sentences_of_the_own_share_name_what_is_missing():
    found = judged({"own_funds": euros("18450")}, {"rate": Decimal(100)})
    reason = next(reason for reason in found.reasons if reason.code == "own_share_short")
    assert reason.values == {
        "share": Decimal(10),
        "wanted": Decimal(25),
        "missing": euros("27675.00"),
    }


def test_days_left_are_working_days():
    # 24 December is no public holiday in Schleswig-Holstein; Christmas and New Year are.
    found = judged(programme={"deadline_kind": "fixed", "deadline": date(2026, 12, 28)})
    reason = next(reason for reason in found.reasons if reason.code == "deadline_near")
    assert reason.values["left"] == 18


def test_ranked():
    good = Programme("good", **ROOF_PAYS)
    better = Programme("better", **ROOF_PAYS | {"topics": frozenset({"feuerwehr", "bauen"})})
    over = Programme("over", **ROOF_PAYS | {"deadline": date(2026, 11, 1)})
    other = Programme("other", **ROOF_PAYS | {"topics": frozenset({"kultur"})})
    short = Programme("short", **ROOF_PAYS | {"max_amount": euros("1000")})
    found = ranked(Project(**ROOF), [other, over, short, good, better])
    assert [one.uid for one in found] == ["better", "good", "short", "over", "other"]


@pytest.mark.parametrize(
    "cost, rate, cap, expected",
    [
        ("184500", "75", None, "138375.00"),
        ("184500", "75", "100000", "100000"),
        ("0.03", "50", None, "0.01"),  # never a cent more than the rate
        ("184500", None, "200000", "184500.00"),  # never more than it costs
        (None, "75", "100000", "100000"),
        (None, "75", None, None),
        ("184500", None, None, None),
    ],
)
def test_possible_grant(cost, rate, cap, expected):
    def number(text):
        return None if text is None else Decimal(text)

    project = Project(today=TODAY, total_cost=number(cost))
    found = possible_grant(project, Programme("u", rate=number(rate), max_amount=number(cap)))
    assert found == number(expected)


amounts = st.none() | st.decimals(0, 10**9, places=2)
percents = st.none() | st.decimals(0, 100, places=2)
tokens = st.frozensets(st.sampled_from("abc"))
days = st.none() | st.dates(date(2026, 1, 1), date(2027, 12, 31))
projects = st.builds(
    Project,
    today=st.dates(date(2026, 1, 1), date(2027, 12, 31)),
    topics=tokens,
    applicant=tokens,
    areas=tokens,
    total_cost=amounts,
    own_funds=amounts,
    other_funds=amounts,
    start=days,
    council=days,
)
programmes = st.builds(
    Programme,
    uid=st.text("xyz", min_size=1),
    topics=tokens,
    eligible=tokens,
    areas=tokens,
    rate=percents,
    own_share=percents,
    min_amount=amounts,
    max_amount=amounts,
    threshold=amounts,
    threshold_on=st.sampled_from(["grant", "costs"]),
    third_party=st.sampled_from([None, "own_share", "beside", "deducted", "no", "check"]),
    deadline_kind=st.sampled_from(["fixed", "rolling", "first_come", "call"]),
    deadline=days,
    opens=days,
    valid_from=days,
    valid_until=days,
    early_start=st.sampled_from([None, "yes", "on_request", "no"]),
    cumulable=st.sampled_from([None, "yes", "check", "no"]),
    state_aid=st.sampled_from([None, "none", "de_minimis", "agvo", "check"]),
    checked_on=days,
)


@given(projects, programmes)
def test_whatever_is_known_the_judgement_holds_together(project, programme):
    found = match(project, programme)
    assert found == match(project, programme)
    assert 0 <= found.score <= 100
    assert found.reasons
    codes = [reason.code for reason in found.reasons]
    assert len(codes) == len(set(codes))
    over = programme.valid_until is not None and programme.valid_until < project.today
    expired = programme.deadline is not None and programme.deadline < project.today
    assert over == ("no_longer_valid" in codes)
    assert (expired and not over) == ("passed" in codes)
    if over or expired:
        assert found.fit in (EXPIRED, FITS_NOT)
    if found.fit == FITS:
        assert not found.reasons_against
    grant = possible_grant(project, programme)
    if grant is not None and project.total_cost is not None:
        assert grant <= project.total_cost
    if grant is not None and programme.max_amount is not None:
        assert grant <= programme.max_amount
    if grant is not None and None not in (programme.rate, project.total_cost):
        assert grant * 100 <= project.total_cost * programme.rate


@given(projects, st.lists(programmes, max_size=8, unique_by=lambda one: one.uid))
def test_no_expired_programme_stands_before_one_that_is_open(project, asked):
    fits = [one.fit for one in ranked(project, asked)]
    assert fits == sorted(fits, key=[FITS, CONDITIONS, EXPIRED, FITS_NOT].index)


@given(projects, programmes, programmes)
def test_each_side_of_a_programme_is_judged_for_itself(project, one, other):
    """What is judged once for all that are alike on a side is what each would get alone."""
    mixed = [
        Programme(f"u{number}", *first[PURPOSE], *second[MONEY], *third[DAYS])
        for number, (first, second, third) in enumerate(product((one, other), repeat=3))
    ]
    found = sorted(ranked(project, mixed), key=lambda one: one.uid)
    assert found == [match(project, programme) for programme in mixed]
