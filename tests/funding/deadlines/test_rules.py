"""From a notice to its dates: worked cases with the figures that are delivered, and what must hold.

A day in a comment is what one finds on a calendar by hand.
"""

from datetime import date
from datetime import timedelta
from functools import cache
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
from kommunalhub.funding.deadlines import days
from kommunalhub.funding.deadlines import rules
from kommunalhub.funding.deadlines import terms
from kommunalhub.funding.deadlines.figures import figure_in
from lxml import etree
from pathlib import Path

import doctest
import pytest


PROFILE = Path(__file__).parents[3] / "profiles/default/registry/funding_deadlines.xml"


@cache
def figures():
    """Return the figures that a new site has."""
    tree = etree.parse(PROFILE)
    rows = tree.xpath("//record[@name='kommunalhub.funding_deadline_figures']/value/element")
    return tuple(figure_in({one.get("key"): one.text for one in row}) for row in rows)


def notice(day="2026-11-16", **facts):
    """Return a notice by post with a right instruction."""
    facts = {"delivery": "post", "instruction_right": True, "kind": "total", "number": 1} | facts
    return {"day": D(day), **facts}


def D(text):
    return date.fromisoformat(text) if text else None


def found(*notices, **facts):
    """Return {key: Deadline}."""
    return {one.key: one for one in rules.chain(notices, figures(), **facts)}


def day_of(key, *notices, **facts):
    one = found(*notices, **facts)[key]
    return one.day and one.day.isoformat()


@pytest.mark.parametrize("module", [days, rules])
def test_examples(module):
    result = doctest.testmod(module)
    assert result.attempted >= 3
    assert result.failed == 0


@pytest.mark.parametrize(
    "facts, day, rule",
    [
        # By post: the third day before the new text, the fourth from it on.
        ({"day": "2025-06-09"}, "2025-06-12", "fiction"),
        ({"day": "2025-06-10"}, "2025-06-14", "fiction"),  # a Saturday: it stays
        ({"day": "2026-11-16"}, "2026-11-20", "fiction"),
        # What the notice says counts, not what the hub would take.
        ({"day": "2026-11-16", "fiction_days": 3}, "2026-11-19", "fiction"),
        ({"day": "2025-01-07", "fiction_days": 4}, "2025-01-11", "fiction"),  # federal authority
        ({"day": "2026-12-23"}, "2026-12-27", "fiction"),  # Sunday after Christmas: it stays
        ({"day": "2026-03-30"}, "2026-04-03", "fiction"),  # Good Friday: it stays
        ({"day": "2028-02-26"}, "2028-03-01", "fiction"),  # over 29 February
        # The real day counts where it is later, never where it is earlier.
        ({"day": "2026-11-16", "known_on": "2026-11-17"}, "2026-11-20", "fiction"),
        ({"day": "2026-11-16", "known_on": "2026-11-20"}, "2026-11-20", "fiction"),
        ({"day": "2026-11-16", "known_on": "2026-11-21"}, "2026-11-21", "later"),
        ({"day": "2026-11-16", "known_on": "2026-12-03"}, "2026-12-03", "later"),
        # By e-mail as by post; into an electronic inbox the third day.
        ({"delivery": "electronic"}, "2026-11-20", "fiction"),
        ({"delivery": "electronic", "known_on": "2026-11-25"}, "2026-11-25", "later"),
        ({"delivery": "inbox"}, "2026-11-19", "fiction"),
        ({"delivery": "inbox", "fiction_days": 4}, "2026-11-20", "fiction"),
        # From a portal: the day after it was fetched, or not at all.
        ({"delivery": "portal"}, None, "portal_open"),
        ({"delivery": "portal", "portal_fetched_on": "2026-11-16"}, "2026-11-17", "portal"),
        ({"delivery": "portal", "portal_fetched_on": "2026-11-20"}, "2026-11-21", "portal"),
        ({"delivery": "portal", "portal_fetched_on": "2026-11-26"}, "2026-11-27", "portal"),
        ({"delivery": "portal", "portal_fetched_on": "2026-11-27"}, None, "portal_late"),
        # Into one's hands; formally delivered.
        ({"delivery": "handed", "known_on": "2026-11-18"}, "2026-11-18", "handed"),
        ({"delivery": "formal", "known_on": "2026-11-19"}, "2026-11-19", "formal"),
        ({"delivery": "formal"}, "2026-11-16", "assumed"),  # nobody is late by it
        ({"delivery": "handed"}, "2026-11-16", "assumed"),
    ],
)
def test_known(facts, day, rule):
    facts = {name: D(value) if name.endswith("_on") else value for name, value in facts.items()}
    one = found(notice(**facts))["known.1"]
    assert (one.day, one.rule) == (D(day), rule)


@pytest.mark.parametrize(
    "known, right, before, day, shift",
    [
        ("2026-11-20", True, "2026-12-20", "2026-12-21", "sunday"),
        ("2026-08-15", True, "2026-09-15", "2026-09-15", ""),
        ("2026-01-31", True, "2026-02-28", "2026-03-02", "saturday"),
        ("2027-01-31", True, "2027-02-28", "2027-03-01", "sunday"),
        ("2028-01-31", True, "2028-02-29", "2028-02-29", ""),
        ("2028-01-29", True, "2028-02-29", "2028-02-29", ""),
        ("2026-03-31", True, "2026-04-30", "2026-04-30", ""),
        ("2026-03-03", True, "2026-04-03", "2026-04-07", "holiday"),  # Good Friday to Tuesday
        ("2026-04-01", True, "2026-05-01", "2026-05-04", "holiday"),  # 1 May, a Friday
        ("2026-04-14", True, "2026-05-14", "2026-05-15", "holiday"),  # Ascension Day
        ("2026-04-25", True, "2026-05-25", "2026-05-26", "holiday"),  # Whit Monday
        ("2025-09-03", True, "2025-10-03", "2025-10-06", "holiday"),  # Unity Day, a Friday
        ("2025-09-30", True, "2025-10-30", "2025-10-30", ""),
        ("2025-10-01", True, "2025-11-01", "2025-11-03", "saturday"),  # All Saints: no holiday
        ("2027-10-01", True, "2027-11-01", "2027-11-01", ""),  # ... on a Monday it stays
        ("2028-08-31", True, "2028-09-30", "2028-10-02", "saturday"),
        ("2023-10-31", True, "2023-11-30", "2023-11-30", ""),
        ("2026-11-24", True, "2026-12-24", "2026-12-24", ""),  # Christmas Eve is a working day
        ("2026-11-25", True, "2026-12-25", "2026-12-28", "holiday"),
        ("2026-11-30", True, "2026-12-30", "2026-12-30", ""),
        ("2026-12-01", True, "2027-01-01", "2027-01-04", "holiday"),
        # Without a right instruction: a year.
        ("2026-11-20", False, "2027-11-20", "2027-11-22", "saturday"),
        ("2028-02-29", False, "2029-02-28", "2029-02-28", ""),
        ("2026-10-31", False, "2027-10-31", "2027-11-01", "sunday"),
        ("2024-10-31", False, "2025-10-31", "2025-11-03", "holiday"),  # Reformation Day, a Friday
    ],
)
def test_objection(known, right, before, day, shift):
    one = found(notice(known, delivery="handed", known_on=D(known), instruction_right=right))[
        "objection.1"
    ]
    assert (one.before, one.day, one.shift) == (D(before), D(day), shift)
    assert one.rule == ("month" if right else "year")


@pytest.mark.parametrize(
    "facts, day, rule",
    [
        ({}, "2026-12-22", "final"),
        ({"instruction_right": False}, "2027-11-23", "final"),
        ({"waived_on": D("2026-11-25")}, "2026-11-25", "waived"),
        ({"waived_on": D("2026-11-17")}, "2026-11-20", "waived"),  # not before it is known
        ({"waived_on": D("2026-12-22")}, "2026-12-22", "final"),
        ({"waived_on": D("2027-01-05")}, "2026-12-22", "final"),  # too late to matter
    ],
)
def test_final(facts, day, rule):
    one = found(notice(**facts))["final.1"]
    assert (one.day, one.rule) == (D(day), rule)


def test_who_waives_has_no_objection_left():
    assert "objection.1" not in found(notice(waived_on=D("2026-11-25")))


def test_who_objects_waits():
    one = found(notice(), objected=True)["final.1"]
    assert (one.day, one.rule) == (None, "objected")


@pytest.mark.parametrize(
    "facts, key, day, shift",
    [
        # A period ends on its last day, on a weekend and on a holiday too.
        ({"period_to": D("2027-12-31")}, "period.1", "2027-12-31", ""),
        ({"period_to": D("2028-12-31")}, "period.1", "2028-12-31", ""),  # a Sunday
        ({"period_to": D("2026-10-31")}, "period.1", "2026-10-31", ""),  # Saturday, Reformation
        # Days that the authority named stay.
        ({"drawdown_by": D("2027-10-31")}, "drawdown.1", "2027-10-31", ""),  # a Sunday
        ({"proof": {"fixed": D("2028-01-01")}}, "proof.1", "2028-01-01", ""),
        ({"interim": [D("2027-05-01")]}, "interim.1.2027", "2027-05-01", ""),
        ({"interim": [D("2028-03-31"), D("2027-03-31")]}, "interim.1.2028", "2028-03-31", ""),
        ({"interim": [D("2027-03-31"), D("2027-09-30")]}, "interim.1.2027-2", "2027-09-30", ""),
        # Months after the period end on a working day.
        ({"period_to": D("2027-12-31"), "proof": {"months": 6}}, "proof.1", "2028-06-30", ""),
        ({"period_to": D("2026-12-31"), "proof": {"months": 4}}, "proof.1", "2027-04-30", ""),
        (
            {"period_to": D("2026-10-31"), "proof": {"months": 6}},
            "proof.1",
            "2027-04-30",
            "",
        ),
        (
            {"period_to": D("2027-06-30"), "proof": {"months": 6}},
            "proof.1",
            "2027-12-30",
            "",
        ),
        (
            {"period_to": D("2026-08-31"), "proof": {"months": 6}},
            "proof.1",
            "2027-03-01",
            "sunday",
        ),
        (
            {"period_to": D("2027-02-01"), "proof": {"months": 3}},
            "proof.1",
            "2027-05-03",
            "saturday",
        ),
        ({"proof": {"months": 6}}, "proof.1", None, ""),
        # Receipts: from the statement of use on; the usual years where the notice is silent.
        (
            {"proof": {"fixed": D("2028-06-30")}, "receipts_years": 10},
            "receipts.1",
            "2038-06-30",
            "",
        ),
        ({"proof": {"fixed": D("2028-06-30")}}, "receipts.1", "2033-06-30", ""),
        # Earmarking: years from the day named, else from the end of the period.
        (
            {"earmark_years": 10, "earmark_from": D("2027-12-31")},
            "earmark.1",
            "2037-12-31",
            "",
        ),
        ({"earmark_years": 5, "earmark_from": D("2028-02-29")}, "earmark.1", "2033-02-28", ""),
        ({"earmark_years": 5, "period_to": D("2027-12-31")}, "earmark.1", "2032-12-31", ""),
        ({"earmark_years": 5}, "earmark.1", None, ""),
        (
            {"conditions": [{"id": 2, "text": "Insurance", "due": D("2026-12-13")}]},
            "condition.1.2",
            "2026-12-13",  # a Sunday
            "",
        ),
    ],
)
def test_what_a_grant_asks_for(facts, key, day, shift):
    one = found(notice(**facts))[key]
    assert (one.day, one.shift) == (D(day), shift)


def test_receipts_are_counted_from_the_real_day():
    asked = notice(proof={"fixed": D("2028-06-30")}, receipts_years=5)
    assert day_of("receipts.1", asked, proved=D("2028-09-12")) == "2033-09-12"


@pytest.mark.parametrize(
    "drawdown, code",
    [("2027-10-31", "final_first"), ("2026-12-01", "final_too_late")],
)
def test_a_drawdown_that_waits_says_for_what(drawdown, code):
    one = found(notice(drawdown_by=D(drawdown), needs_final=True))["drawdown.1"]
    assert [step.code for step in one.steps][-1] == code
    assert one.steps[-1].day == D("2026-12-22")


def test_a_drawdown_waits_for_the_objection():
    asked = notice(drawdown_by=D("2027-10-31"), needs_final=True)
    one = found(asked, objected=True)["drawdown.1"]
    assert one.steps[-1] == terms.Step("final_unknown", None)


def test_permissions_hold_until_there_is_a_grant():
    early = {"early_start": D("2027-01-31"), "clearance": D("2027-03-31")}
    assert day_of("early_start", **early) == "2027-01-31"  # a Sunday: it stays
    assert day_of("clearance", notice(kind="denial"), **early) == "2027-03-31"
    assert "early_start" not in found(notice(), **early)
    assert found(stopped=True, **early) == {}


FULL = {
    "period_to": D("2027-12-31"),
    "drawdown_by": D("2027-10-31"),
    "proof": {"months": 6},
    "earmark_years": 10,
    "conditions": [{"id": "a", "text": "Sign", "due": D("2027-03-31")}],
}


def test_a_change_moves_what_it_names_and_leaves_the_rest():
    silent = {"interim": (), "conditions": (), "proof": None, "needs_final": False}
    change = {"kind": "change", "number": 2, "replaces": 1, "period_to": D("2028-12-31")}
    first = notice(interim=(D("2027-03-31"),), needs_final=True, **FULL)
    dates = found(first, notice("2027-05-03", **silent, **change))
    assert {"interim.1.2027", "condition.1.a"} <= set(dates)
    assert dates["drawdown.1"].steps[-1].code == "final_first"
    assert dates["period.1"].day == D("2028-12-31")
    assert dates["proof.1"].day == D("2029-07-02")  # 30 June 2029 is a Saturday
    assert dates["drawdown.1"].day == D("2027-10-31")
    assert dates["objection.1"].day == D("2026-12-21")
    assert dates["objection.2"].day == D("2027-06-07")
    assert dates["period.1"].notice == 2


def test_the_same_notice_entered_anew_takes_the_place_of_the_first():
    again = notice("2026-11-18", number=2, replaces=1, **FULL | {"proof": None})
    dates = found(notice(**FULL), again)
    assert dates["known.1"].day == D("2026-11-22")
    assert "known.2" not in dates
    assert "proof.1" not in dates


def test_a_change_of_what_was_entered_anew():
    again = notice("2026-11-18", number=2, replaces=1, **FULL)
    change = notice("2027-05-03", number=3, kind="change", replaces=2, drawdown_by=D("2027-11-30"))
    dates = found(notice(), again, change)
    assert dates["drawdown.1"].day == D("2027-11-30")
    assert {"objection.1", "objection.3"} <= set(dates)


def test_a_revocation_ends_what_the_grant_asked_for():
    revoked = notice("2027-05-03", number=2, kind="revocation", replaces=1)
    dates = found(notice(**FULL), revoked)
    assert {key.partition(".")[0] for key in dates} == {"known", "objection", "final"}


def test_a_grant_after_a_denial_brings_its_own_dates():
    granted = notice("2027-05-03", number=2, replaces=1, **FULL)
    dates = found(notice(kind="denial"), granted)
    assert {"objection.1", "objection.2", "period.1"} <= set(dates)


def test_two_grants_stand_beside_each_other():
    part = notice(kind="partial", period_to=D("2027-06-30"))
    rest = notice("2027-01-11", number=2, kind="rest", period_to=D("2027-12-31"))
    dates = found(part, rest)
    assert (dates["period.1"].day, dates["period.2"].day) == (D("2027-06-30"), D("2027-12-31"))


def test_what_is_known_elsewhere_is_done():
    dates = found(notice(**FULL), met={"proof": D("2028-05-02")})
    assert {key: one.done_on for key, one in dates.items() if one.done_on} == {
        "proof.1": D("2028-05-02")
    }


@pytest.mark.parametrize(
    "handed_in, said, done",
    [
        ([], {}, {}),
        (["2027-03-01"], {}, {"interim.1.2027": "2027-03-01"}),
        (
            ["2028-03-01", "2027-04-15", "2028-06-01"],
            {},
            {"interim.1.2027": "2027-04-15", "interim.1.2028": "2028-03-01"},
        ),
        # Reported by hand before: the statement is for the next one, or was meant by the report.
        (["2028-03-01"], {"interim.1.2027": "2027-03-01"}, {"interim.1.2028": "2028-03-01"}),
        (["2027-03-01"], {"interim.1.2027": "2027-03-02"}, {"interim.1.2027": "2027-03-01"}),
    ],
)
def test_interim_statements_meet_their_deadlines_in_order(handed_in, said, done):
    grant = notice(**FULL, interim=[D("2028-03-31"), D("2027-03-31")])
    said = {key: D(day) for key, day in said.items()}
    dates = found(grant, interims=[D(day) for day in handed_in], said=said)
    assert {key: one.done_on for key, one in dates.items() if one.done_on} == {
        key: D(day) for key, day in done.items()
    }


def test_a_case_that_is_over_asks_for_nothing_more():
    dates = found(notice(**FULL), met={"proof": D("2028-05-02")})
    left = {one.key for one in rules.after_closing(dates.values(), {"drawdown.1": None})}
    gone = {key for key, one in dates.items() if one.kind in terms.TO_DO}
    assert left == dates.keys() - gone | {"proof.1", "drawdown.1"}


def test_a_withdrawn_application_asks_for_nothing_more():
    dates = found(notice(**FULL), stopped=True)
    assert set(dates) == {"known.1", "objection.1", "final.1"}


def test_without_figures_nothing_is_invented():
    [one] = rules.chain([notice()], ())
    assert (one.day, one.rule) == (None, "no_figure")


# What must hold for whatever is said in a notice

NEAR = st.dates(date(2019, 1, 1), date(2035, 12, 31))
LATER = st.one_of(st.none(), st.integers(0, 4000))


@st.composite
def notices(draw):
    day = draw(NEAR)

    def after(name):
        gap = draw(LATER, label=name)
        return None if gap is None else day + timedelta(days=gap)

    return {
        "number": 1,
        "kind": draw(st.sampled_from(["total", "partial", "rest", "change", "denial"])),
        "day": day,
        "delivery": draw(
            st.sampled_from(["post", "electronic", "portal", "inbox", "handed", "formal"])
        ),
        "fiction_days": draw(st.one_of(st.none(), st.integers(0, 10))),
        "known_on": after("known_on"),
        "portal_fetched_on": after("portal_fetched_on"),
        "instruction_right": draw(st.booleans()),
        "waived_on": after("waived_on"),
        "period_to": after("period_to"),
        "drawdown_by": after("drawdown_by"),
        "needs_final": draw(st.booleans()),
        "interim": [one for one in (after("first"), after("second")) if one],
        "proof": draw(st.sampled_from([None, {"months": 1}, {"months": 6}, {"months": 24}])),
        "receipts_years": draw(st.one_of(st.none(), st.integers(1, 30))),
        "earmark_years": draw(st.one_of(st.none(), st.integers(1, 30))),
        "earmark_from": after("earmark_from"),
        "conditions": [{"id": 1, "text": "x", "due": after("due")}],
    }


@given(notices(), st.booleans())
@settings(max_examples=60, deadline=None)
def test_every_date_has_a_rule_a_source_and_steps(said, objected):
    dates = rules.chain([said], figures(), objected=objected)
    assert len({one.key for one in dates}) == len(dates)
    for one in dates:
        assert one.rule
        assert one.steps or one.rule == "no_figure"
        assert all(source.norm for source in one.sources)
        assert one.sources


@given(notices())
@settings(max_examples=60, deadline=None)
def test_nothing_is_due_before_the_notice(said):
    for one in rules.chain([said], figures()):
        assert one.day is None or one.day >= said["day"]
        assert one.before is None or one.before <= one.day


@given(notices(), st.integers(0, 400))
@settings(max_examples=60, deadline=None)
def test_who_got_it_later_has_no_less_time(said, gap):
    early = {**said, "known_on": said["known_on"] or said["day"]}
    later = {**early, "known_on": early["known_on"] + timedelta(days=gap)}
    ends = [{one.key: one.day for one in rules.chain([one], figures())} for one in (early, later)]
    for key, day in ends[0].items():
        if key.startswith(("known", "objection", "final")) and day is not None:
            assert ends[1][key] >= day


@given(notices())
@settings(max_examples=60, deadline=None)
def test_only_ends_of_periods_of_law_move(said):
    for one in rules.chain([said], figures()):
        if one.shift:
            assert one.kind in (terms.OBJECTION, terms.PROOF)
            assert not days.hindrance(one.day)
        elif one.kind == terms.OBJECTION:
            assert not days.hindrance(one.day)


@given(NEAR, st.integers(0, 40), st.integers(0, 60))
def test_months_keep_their_order(day, gap, months):
    other = day + timedelta(days=gap)
    assert days.months_after(day, months) <= days.months_after(other, months)
    assert days.moved(day) <= days.moved(other)
