"""The rules of substitution: when it holds, what passes, what is refused."""

from datetime import datetime
from datetime import timedelta
from datetime import UTC
from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.partners import rules as partner_rules
from kommunalhub.partners import tokens
from kommunalhub.partners.substitution import rules
from kommunalhub.partners.substitution.rules import Substitution

import pytest


START = datetime(2026, 8, 3, 6, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
TYPES = ("CoworkingApplication", "FundingConsultation", "WorkshopMaterial")

PEOPLE = st.sampled_from(["anna", "bert", "cleo", "dora"])
GROUPS = st.frozensets(
    st.sampled_from(
        [
            *partner_rules.groups_of("malente").values(),
            *partner_rules.groups_of("lensahn").values(),
            *partner_rules.HUB_GROUPS,
        ]
    )
)
CASE_TYPES = st.lists(st.sampled_from(TYPES), unique=True, max_size=2).map(tuple)


@st.composite
def substitutions(draw, **given):
    start = START + draw(st.integers(-2000, 2000)) * MINUTE
    values = {
        "absent": draw(PEOPLE),
        "substitute": draw(PEOPLE),
        "start": start,
        "end": start + draw(st.integers(1, 3000)) * MINUTE,
        "case_types": draw(CASE_TYPES),
    }
    return Substitution(**{**values, **given})


def plan(**given):
    values = {
        "absent": "anna",
        "substitute": "bert",
        "start": START,
        "end": START + timedelta(days=12),
    }
    return Substitution(**{**values, **given})


@pytest.mark.parametrize(
    "moment, active",
    [
        (START - timedelta(microseconds=1), False),
        (START, True),
        (START + timedelta(days=12) - timedelta(microseconds=1), True),
        (START + timedelta(days=12), False),
    ],
)
def test_the_first_minute_counts_and_the_end_does_not(moment, active):
    assert plan().is_active(moment) is active


@given(substitutions(), st.integers(-4000, 6000))
def test_active_from_start_to_end_and_never_else(one, minute):
    now = START + minute * MINUTE
    assert one.is_active(now) == (one.start <= now < one.end)


@given(substitutions(), substitutions())
def test_overlapping_is_mutual_and_means_a_common_minute(one, other):
    assert one.overlaps(other) == other.overlaps(one)
    common = one.is_active(other.start) or other.is_active(one.start)
    assert one.overlaps(other) == common


def groups_from(table):
    return lambda person: table.get(person, frozenset())


@given(st.lists(substitutions()), st.integers(-3000, 5000), st.dictionaries(PEOPLE, GROUPS), GROUPS)
def test_a_substitute_holds_only_what_somebody_absent_holds_themselves(plans, minute, table, own):
    now = START + minute * MINUTE
    mine = [one for one in plans if one.substitute == "bert"]
    for group, people in rules.lent(mine, now, own, groups_from(table), TYPES).items():
        real, _mark, case_type = group.partition(tokens.MARK)
        assert case_type in TYPES
        assert real not in own
        assert tokens.passes(real)
        for person in people:
            assert person != "bert"
            assert real in table[person]
            assert any(
                one.absent == person and one.is_active(now) and one.covers(case_type)
                for one in mine
            )


@given(
    substitutions(absent="anna", substitute="bert"),
    substitutions(absent="bert", substitute="cleo"),
    GROUPS,
)
def test_nothing_passes_on(first, second, groups):
    """Who stands in for bert gets bert's own groups; anna's stay with bert."""
    own = frozenset({"malente-staff", "hub-support"})
    now = max(first.start, second.start)
    table = groups_from({"anna": groups})
    assert rules.lent([second], now, own, table, TYPES) == {}


@given(substitutions(absent="anna", substitute="bert"), GROUPS, GROUPS)
def test_the_kinds_of_case_limit_what_passes(one, groups, own):
    found = rules.lent([one], one.start, own, lambda person: groups, TYPES)
    types = {group.partition(tokens.MARK)[2] for group in found}
    assert types <= set(one.case_types or TYPES)


@given(GROUPS, GROUPS)
def test_only_who_is_at_home_there_takes_over(groups, own):
    for group in rules.passing(groups, own):
        partner = group.rpartition("-")[0]
        assert any(held.startswith(f"{partner}-") for held in own)


@pytest.mark.parametrize("group", ["hub-managers", "hub-support", "malente-staff", "Reviewers", ""])
def test_what_never_passes(group):
    assert not tokens.passes(group)
    own = {"malente-staff", "hub-consultants"}
    assert group not in rules.passing([group], own)


def test_what_passes_is_what_the_computed_roles_know():
    """A typed group has the roles of the group it stands for, and no typed group is without."""
    table = partner_rules.local_roles("malente", ["dataport"], "Leave")
    for group, roles in table.items():
        if tokens.is_typed(group):
            real = group.partition(tokens.MARK)[0]
            expected = table.get(real) or tokens.HUB_FUNCTIONS[real]
            assert roles == expected
        else:
            assert tokens.passes(group) == (tokens.typed(group, "Leave") in table)
    assert set(tokens.HUB_FUNCTIONS) <= set(partner_rules.HUB_GROUPS)
    for group, roles in tokens.HUB_FUNCTIONS.items():
        assert set(roles) <= set(partner_rules.HUB_GROUPS[group])


def test_typed_groups_count_on_cases_of_their_type_alone():
    group = "malente-reviewers~Leave"
    assert "Reviewer" in partner_rules.roles_of([group], "malente", (), "Leave")
    assert partner_rules.roles_of([group], "malente", (), "Journey") == set()
    assert partner_rules.roles_of([group], "malente") == set()
    assert partner_rules.roles_of([group], "lensahn", (), "Leave") == set()


@pytest.mark.parametrize(
    "new, others, field, code",
    [
        (plan(substitute="anna"), [], "substitute", "self"),
        (plan(end=START), [], "end", "order"),
        (plan(end=START - MINUTE), [], "end", "order"),
        (plan(start=START - 3 * MINUTE, end=START - MINUTE), [], "end", "past"),
        (plan(end=START + rules.LONGEST + MINUTE), [], "end", "long"),
        (plan(), [plan(substitute="cleo")], "start", "taken"),
        (
            plan(case_types=("A", "B")),
            [plan(substitute="cleo", case_types=("B",))],
            "start",
            "taken",
        ),
        (plan(), [plan(absent="bert", substitute="cleo")], "substitute", "away"),
    ],
)
def test_what_is_refused(new, others, field, code):
    assert rules.problems(new, others, START)[field] == code


@pytest.mark.parametrize(
    "new, others",
    [
        (plan(), []),
        (plan(end=START + rules.LONGEST), []),
        (plan(), [plan(start=START - timedelta(days=3), end=START)]),  # one after the other
        (plan(case_types=("A",)), [plan(substitute="cleo", case_types=("B",))]),
        (plan(), [plan(absent="cleo")]),  # bert stands in for two
        (
            plan(),
            [plan(absent="bert", substitute="cleo", start=START - MINUTE, end=START)],
        ),
    ],
)
def test_what_is_allowed(new, others):
    assert rules.problems(new, others, START) == {}


@given(st.lists(substitutions(), max_size=12), st.integers(-3000, 5000))
def test_of_what_was_accepted_one_person_acts_for_one_kind_at_a_time(plans, minute):
    """However many are tried, at no moment two stand in for one person in one kind of case."""
    now = START + minute * MINUTE
    kept = []
    for one in plans:
        if not rules.problems(one, kept, START - timedelta(days=9)):
            kept.append(one)
    for person in {one.absent for one in kept}:
        for case_type in TYPES:
            acting = [
                one
                for one in kept
                if one.absent == person and one.is_active(now) and one.covers(case_type)
            ]
            assert len(acting) <= 1
