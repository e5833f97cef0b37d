"""The rules of consents hold for every rule, every order and every moment."""

from dataclasses import replace
from datetime import date
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.approvals.consents import rules
from kommunalhub.approvals.consents import stored
from kommunalhub.approvals.consents.rules import ConsentRule
from kommunalhub.approvals.consents.rules import evaluate
from kommunalhub.approvals.consents.rules import Vote

import json
import pytest


MONDAY = datetime(2026, 11, 23, 9, tzinfo=UTC)
PARTIES = ("oldenburg", "malente", "lensahn", "dataport")


def a_round(parties=PARTIES[:3], closed=None, **rule):
    return rules.begin(ConsentRule(parties, **rule), parties, MONDAY, closed)


def voted(round_, *choices):
    """Return the round with a vote of each party in order; None for no vote."""
    for party, choice in zip(round_.parties, choices, strict=False):
        if choice:
            round_ = rules.cast(round_, party, Vote(choice, MONDAY))
    return round_


def state(round_, now=MONDAY):
    return evaluate(round_, now).state


YES, NO, PASS = rules.APPROVE, rules.REJECT, rules.ABSTAIN


@pytest.mark.parametrize(
    "rule, choices, expected",
    [
        ({}, (), "open"),
        ({}, (YES, YES), "open"),
        ({}, (YES, YES, YES), "complete"),
        ({}, (YES, YES, PASS), "complete"),
        ({}, (PASS, PASS, YES), "complete"),
        ({}, (PASS, PASS), "open"),
        ({}, (PASS, PASS, PASS), "refused"),  # nobody has agreed
        ({}, (YES, NO), "vetoed"),
        ({"veto": False}, (NO,), "refused"),  # all can never agree any more
        ({"quorum": 2}, (YES,), "open"),
        ({"quorum": 2}, (YES, YES), "complete"),
        ({"quorum": 2}, (YES, NO), "vetoed"),
        ({"quorum": 2, "veto": False}, (YES, NO), "open"),
        ({"quorum": 2, "veto": False}, (YES, NO, YES), "complete"),
        ({"quorum": 2, "veto": False}, (NO, NO), "refused"),
        ({"quorum": 2, "veto": False}, (PASS, PASS), "refused"),  # no yes in an abstention
        ({"quorum": 2, "veto": False}, (YES, PASS), "open"),
    ],
)
def test_examples(rule, choices, expected):
    assert state(voted(a_round(**rule), *choices)) == expected


def test_who_is_missing_and_how_it_is_counted():
    standing = evaluate(voted(a_round(), YES, PASS), MONDAY)
    assert standing.missing == ("lensahn",)
    assert (standing.agreed, standing.needed, standing.voted, standing.parties) == (1, 2, 2, 3)


def test_named_parties_are_looked_up_and_named_once():
    rule = ConsentRule((rules.HOST, rules.OPERATOR, "dataport", "malente"))
    assert rules.named(rule, "oldenburg", "dataport") == ("oldenburg", "dataport", "malente")


def test_silence_counts_from_the_end_of_the_last_working_day():
    round_ = voted(a_round(silence=2), YES)
    end = datetime(2026, 11, 25, 22, 59, tzinfo=UTC)
    before = evaluate(round_, end - timedelta(minutes=1))
    assert (before.state, before.deadline, before.silent) == ("open", end, ())
    after = evaluate(round_, end)
    assert (after.state, after.deadline) == ("complete", None)
    assert after.silent == ("malente", "lensahn")


def test_silence_never_outvotes_a_veto():
    assert state(voted(a_round(silence=1), NO), MONDAY + timedelta(days=30)) == "vetoed"


def test_closing_days_of_a_party_give_it_more_time():
    closed = {"malente": frozenset({date(2026, 11, 24)})}
    round_ = a_round(("oldenburg", "malente"), closed, silence=1)
    tuesday_night = datetime(2026, 11, 24, 22, 59, tzinfo=UTC)
    assert evaluate(round_, tuesday_night).missing == ("malente",)
    assert state(round_, tuesday_night + timedelta(days=1)) == "complete"


def test_holidays_do_not_count():
    eve = datetime(2026, 12, 23, 9, tzinfo=UTC)
    round_ = rules.begin(ConsentRule(PARTIES, silence=2), PARTIES, eve)
    assert evaluate(round_, eve).deadline.date() == date(2026, 12, 28)


def test_a_paused_clock_hears_no_silence_and_gives_the_days_back():
    round_ = a_round(silence=2)
    stopped = rules.pause(round_, date(2026, 11, 24))
    later = MONDAY + timedelta(days=30)
    assert (state(stopped, later), evaluate(stopped, later).deadline) == ("open", None)
    resumed = rules.resume(stopped, date(2026, 11, 27))  # Tuesday to Friday: three days
    assert evaluate(resumed, MONDAY).deadline == datetime(2026, 11, 30, 22, 59, tzinfo=UTC)
    assert rules.resume(round_, date(2026, 11, 27)) == round_


def test_only_who_is_asked_votes_and_only_for_what_there_is():
    with pytest.raises(LookupError):
        rules.cast(a_round(), "dataport", Vote(YES, MONDAY))
    with pytest.raises(ValueError, match="maybe"):
        rules.cast(a_round(), "malente", Vote("maybe", MONDAY))


@pytest.mark.parametrize(
    "rule, expected",
    [
        (ConsentRule(), {}),
        (ConsentRule(("host", "operator")), {}),
        (ConsentRule(("host", "atlantis")), {"parties": "unknown"}),
        (ConsentRule(("host",), quorum=2), {"quorum": "too_many"}),
        (ConsentRule(("host",), quorum=0), {"quorum": "none"}),
        (ConsentRule(("host",), silence=0), {"silence": "days"}),
    ],
)
def test_what_is_wrong_with_a_rule(rule, expected):
    assert rules.problems_of(rule, PARTIES) == expected


# For all rules, votes and moments.

parties = st.lists(st.sampled_from(PARTIES), min_size=1, unique=True).map(tuple)
choices = st.sampled_from(rules.VOTES)


@st.composite
def rounds(draw):
    who = draw(parties)
    rule = ConsentRule(
        who,
        quorum=draw(st.none() | st.integers(1, len(who))),
        veto=draw(st.booleans()),
        silence=draw(st.none() | st.integers(1, 20)),
    )
    return rules.begin(rule, who, MONDAY)


@st.composite
def half_voted(draw):
    round_ = draw(rounds())
    for party in round_.parties:
        choice = draw(st.none() | choices)
        if choice:
            round_ = rules.cast(round_, party, Vote(choice, MONDAY))
    return round_


moments = st.integers(0, 24 * 60).map(lambda hours: MONDAY + timedelta(hours=hours))


@given(half_voted(), moments)
def test_everybody_is_counted_once(round_, now):
    standing = evaluate(round_, now)
    assert standing.voted + len(standing.missing) == standing.parties == len(round_.rows)
    assert set(standing.missing).isdisjoint(standing.silent)
    assert 1 <= standing.needed <= standing.parties


@given(rounds(), st.data(), moments)
def test_the_order_of_votes_does_not_matter(round_, data, now):
    votes = {party: data.draw(choices) for party in round_.parties}
    order = data.draw(st.permutations(list(votes)))
    one, two = round_, round_
    for party in votes:
        one = rules.cast(one, party, Vote(votes[party], MONDAY))
    for party in order:
        two = rules.cast(two, party, Vote(votes[party], MONDAY))
    assert evaluate(one, now) == evaluate(two, now)


@given(half_voted(), st.data(), choices, choices, moments)
def test_the_last_word_of_a_party_counts(round_, data, first, last, now):
    party = data.draw(st.sampled_from(round_.parties))
    changed = rules.cast(rules.cast(round_, party, Vote(first, MONDAY)), party, Vote(last, MONDAY))
    assert evaluate(changed, now) == evaluate(rules.cast(round_, party, Vote(last, MONDAY)), now)


@given(half_voted(), st.data(), moments)
def test_another_yes_never_does_harm(round_, data, now):
    """Monotony: a yes from who had said nothing takes nothing away from an open or complete set."""
    before = evaluate(round_, now)
    unheard = [row.party for row in round_.rows if row.vote is None]
    if not unheard:
        return
    party = data.draw(st.sampled_from(unheard))
    after = evaluate(rules.cast(round_, party, Vote(YES, MONDAY)), now)
    better = {"open": {"open", "complete"}, "complete": {"complete"}}
    assert after.state in better.get(before.state, {before.state})
    assert after.agreed >= before.agreed


@given(half_voted(), moments, st.integers(0, 60))
def test_time_only_adds_silence(round_, now, days):
    early, late = evaluate(round_, now), evaluate(round_, now + timedelta(days=days))
    assert set(early.silent) <= set(late.silent)
    assert late.state == early.state or (early.state == "open" and late.state == "complete")


@given(half_voted(), moments)
def test_without_silence_time_changes_nothing(round_, now):
    rows = tuple(replace(row, until=None) for row in round_.rows)
    mute = replace(round_, rule=replace(round_.rule, silence=None), rows=rows)
    assert evaluate(mute, now) == evaluate(mute, MONDAY)
    assert evaluate(mute, now).silent == ()


@given(half_voted(), moments)
def test_a_veto_ends_whatever_the_others_say(round_, now):
    declined = any(row.vote and row.vote.choice == NO for row in round_.rows)
    assert (evaluate(round_, now).state == "vetoed") == (declined and round_.rule.veto)


@given(half_voted(), moments)
def test_complete_and_refused_mean_what_they_say(round_, now):
    standing = evaluate(round_, now)
    enough = standing.agreed >= standing.needed
    possible = standing.agreed + len(standing.missing) >= standing.needed
    if standing.state == "complete":
        assert enough
    if standing.state == "refused":
        assert not possible
    if standing.state == "open":
        assert possible
        assert standing.missing


@given(half_voted())
def test_when_all_have_spoken_a_round_is_over(round_):
    for party in round_.parties:
        if round_.row(party).vote is None:
            round_ = rules.cast(round_, party, Vote(YES, MONDAY))
    assert state(round_) != "open"


@given(half_voted(), st.integers(0, 9))
def test_what_is_stored_comes_back(round_, days):
    paused = rules.pause(round_, (MONDAY + timedelta(days=days)).date())
    for one in (round_, paused):
        assert stored.from_stored(json.loads(json.dumps(stored.as_stored(one)))) == one


@given(st.lists(st.sampled_from([YES, NO, PASS, None]), min_size=3, max_size=3), st.booleans())
def test_who_is_left_out_is_waited_for_no_longer_and_votes_stay(choices, veto):
    round_ = voted(a_round(veto=veto), *choices)
    for party, choice in zip(PARTIES, choices, strict=False):
        left = rules.without(round_, party)
        assert left.parties == (
            round_.parties if choice else tuple(one for one in round_.parties if one != party)
        )
        assert party not in evaluate(left, MONDAY).missing
        assert evaluate(left, MONDAY).agreed == evaluate(round_, MONDAY).agreed


def test_where_all_others_have_agreed_nothing_is_missing_any_more():
    round_ = voted(a_round(quorum=3), YES, YES)
    assert state(round_) == rules.OPEN
    assert state(rules.without(round_, PARTIES[2])) == rules.COMPLETE
