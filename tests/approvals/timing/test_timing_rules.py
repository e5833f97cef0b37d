"""Pages appear and end at their minute, once, whenever the hub gets round to it."""

from datetime import datetime
from datetime import timedelta
from datetime import UTC
from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.approvals.pages import EXPIRE
from kommunalhub.approvals.pages import EXPIRED
from kommunalhub.approvals.pages import INTERNAL
from kommunalhub.approvals.pages import page_process
from kommunalhub.approvals.pages import PLANNED
from kommunalhub.approvals.pages import PUBLIC
from kommunalhub.approvals.pages import RELEASED
from kommunalhub.approvals.pages import RELEASES
from kommunalhub.approvals.rules import Actor
from kommunalhub.approvals.rules import CaseFacts
from kommunalhub.approvals.rules import Denied
from kommunalhub.approvals.rules import evaluate
from kommunalhub.approvals.timing import rules

import pytest


SIX = datetime(2026, 12, 1, 5, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
PUBLISH = rules.Plan(SIX, "publish")
minutes = st.integers(-2000, 2000).map(lambda n: SIX + n * MINUTE)


def lived(plan, expires, ticks):
    """Return what happens to a planned page: [(moment, state)], with what counts as its dates."""
    state, told, effective = PLANNED, [], None
    for now in sorted(ticks):
        while step := rules.next_step(state, plan, expires, now):
            if step == EXPIRE:
                state = EXPIRED
            else:
                state = RELEASES[step]
                effective = rules.begin_when_shown(effective, plan, now)
                expires, plan = rules.end_when_shown(expires, plan, now), None
            told.append((now, state))
    return told, effective


@given(st.sampled_from(["approve", "publish"]), st.none() | minutes, st.lists(minutes))
def test_a_planned_page_appears_once_and_ends_once_never_early(release, expires, ticks):
    plan = rules.Plan(SIX, release)
    told, effective = lived(plan, expires, [*ticks, *ticks])
    states = [state for _moment, state in told]
    assert states == [RELEASES[release], EXPIRED][: len(states)]
    late = max(ticks, default=None)
    assert bool(states) == (late is not None and late >= SIX)
    if states:
        assert effective == SIX  # to the minute, however late the hub got round to it
        ended = expires is not None and late >= expires
        assert (states[-1] == EXPIRED) == ended
    assert all(now >= SIX for now, _state in told)


def test_a_night_in_which_nothing_ran_is_caught_up():
    told, effective = lived(PUBLISH, SIX + timedelta(hours=2), [SIX + timedelta(hours=9)])
    assert [state for _moment, state in told] == [PUBLIC, EXPIRED]
    assert effective == SIX


@given(st.none() | minutes, minutes)
def test_what_is_read_is_never_given_a_day_ahead(effective, now):
    assert rules.begin_when_shown(effective, None, now) <= now


@given(st.none() | minutes, minutes)
def test_who_releases_what_had_ended_means_it(expires, now):
    end = rules.end_when_shown(expires, None, now)
    assert end is None or end > now


@pytest.mark.parametrize(
    ("begin", "end", "early"),
    [
        (None, None, False),
        (SIX, None, False),
        (None, SIX, False),
        (SIX, SIX, True),
        (SIX + MINUTE, SIX, True),
        (None, SIX - timedelta(days=9), True),
    ],
)
def test_an_end_lies_after_the_beginning_and_ahead(begin, end, early):
    assert rules.ends_too_early(begin, end, SIX - timedelta(days=1)) is early


@pytest.mark.parametrize("state", [INTERNAL, PUBLIC])
def test_only_an_end_is_due_of_what_is_read(state):
    assert rules.due_at(state, None, SIX) == SIX
    assert rules.due_at(state, None, None) is None


@pytest.mark.parametrize("state", ["draft", "pending", EXPIRED])
def test_nothing_else_moves_by_itself(state):
    assert rules.next_step(state, None, SIX, SIX + MINUTE) is None


class TestTheProcess:
    """What the process of pages says of both states."""

    @staticmethod
    def facts(state, **extra):
        return CaseFacts("News Item", state, "malente", "rolf", extra=extra)

    def test_the_way_leads_by_the_time_to_what_was_decided(self):
        process = page_process("News Item")
        planned = self.facts(PLANNED, planned="approve")
        assert process.milestones_of(planned) == ("draft", "pending", PLANNED, INTERNAL)
        assert process.milestones_of(self.facts(EXPIRED))[-1] == EXPIRED
        assert process.milestones_of(self.facts(PUBLIC)) == process.milestones

    def test_the_hub_shows_what_was_decided_although_something_is_wrong_since(self):
        process = page_process("News Item", condition=lambda facts, actor: Denied("kaputt"))
        hub = Actor("system", roles=frozenset({"Manager"}), unattended=True)
        petra = Actor("petra", roles=frozenset({"Reviewer"}))
        assert evaluate(process, "publish", self.facts(PLANNED), hub)
        assert not evaluate(process, "publish", self.facts("pending"), hub)
        assert not evaluate(process, "publish", self.facts(PLANNED), petra)

    @pytest.mark.parametrize("act", ["approve", "publish", "schedule"])
    def test_nobody_plans_what_they_wrote(self, act):
        author = Actor("rolf", roles=frozenset({"Reviewer"}))
        assert not evaluate(page_process("News Item"), act, self.facts("pending"), author)

    def test_both_states_wait_for_nobody(self):
        process = page_process("News Item")
        assert not process.step(PLANNED).awaits and not process.step(EXPIRED).awaits
        assert {*RELEASED}.isdisjoint({PLANNED, EXPIRED})
