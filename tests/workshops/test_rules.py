"""The promises of seats and waiting list, in examples and over any course of events."""

from collections import Counter
from dataclasses import replace
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
from kommunalhub.workshops import rules
from kommunalhub.workshops.rules import Refused
from kommunalhub.workshops.rules import Registration
from kommunalhub.workshops.rules import Terms

import pytest


START = datetime(2026, 12, 8, 8, tzinfo=UTC)
NOW = START - timedelta(days=14)
HOUR = timedelta(hours=1)
PARTNERS = ("lensahn", "malente", "oldenburg", "")
WHOSE = (*PARTNERS, rules.OTHER_HUBS)


class Course:
    """A book without a database: what is done to it, and what must hold afterwards."""

    def __init__(self, terms):
        self.terms, self.now, self.entries = terms, NOW, {}
        self.last, self.most = 0, terms.capacity

    @property
    def all(self):
        return list(self.entries.values())

    def settle(self):
        for one in rules.settled(self.all, self.terms, self.now):
            self.entries[one.number] = one

    def register(self, who, partner=""):
        self.settle()
        self.last += 1
        new = Registration(
            number=self.last,
            name=who,
            email=f"{who}@example.org",
            state="",
            made=self.now,
            changed=self.now,
            partner="" if partner == rules.OTHER_HUBS else partner,
            hub="Hub Wilster" if partner == rules.OTHER_HUBS else "",
            admission=f"link{self.last}" if partner == rules.OTHER_HUBS else "",
        )
        placed = rules.placed(self.all, new, self.terms, self.now)
        self.entries[placed.number] = placed
        self.settle()
        return placed

    def change(self, number, rule, *args):
        self.settle()
        self.entries[number] = rule(self.entries[number], *args)
        self.settle()

    def state(self, number):
        return self.entries[number].state

    def states(self):
        return "".join(one.state[0] for one in self.all)


def course(capacity=2, **terms):
    return Course(Terms(capacity=capacity, start=START, **terms))


def filled(names="abcd", **terms):
    full = course(**terms)
    for name in names:
        full.register(name)
    return full


def give_back(run, number, **kw):
    run.settle()
    run.entries[number] = rules.given_back(run.entries[number], run.terms, run.now, **kw)
    run.settle()


def test_first_come_first_served_then_the_list():  # Indico #3036
    run = filled()
    assert run.states() == "rrww"
    assert [rules.place_of(run.all, n, run.terms) for n in (2, 3, 4)] == [None, 1, 2]


def test_a_seat_given_back_is_offered_to_the_first_who_waits():  # mod_booking #986
    run = filled()
    give_back(run, 1)
    assert run.states() == "crow"
    assert run.entries[3].until == NOW + timedelta(hours=24)


def test_what_is_given_back_after_a_promotion_is_passed_on():  # pretix #1163
    run = filled()
    give_back(run, 1)
    run.change(3, rules.accepted, run.now)
    give_back(run, 3)
    assert run.states() == "crco"


def test_an_offer_that_ends_goes_to_the_next_and_is_over_then():
    run = filled()
    give_back(run, 1)
    run.now += timedelta(hours=24)
    run.settle()
    assert run.states() == "crlo"
    with pytest.raises(Refused, match="offer-over"):
        rules.accepted(run.entries[3], run.now)


def test_an_offer_is_over_at_its_end_even_before_anybody_looked():
    run = filled()
    give_back(run, 1)
    with pytest.raises(Refused, match="offer-over"):
        rules.accepted(run.entries[3], run.entries[3].until)
    assert rules.accepted(run.entries[3], run.entries[3].until - HOUR).state == rules.REGISTERED


def test_who_comes_again_goes_to_the_end():
    run = filled("abcde")
    give_back(run, 3)
    again = run.register("c")
    assert [one.name for one in rules.queue(run.all, run.terms)] == ["d", "e", "c"]
    assert again.number == 6


def test_one_person_registers_once_however_they_write_their_address():  # alf.io #1289
    run = filled("a")
    with pytest.raises(Refused, match="twice"):
        run.register("A")
    member = replace(run.entries[1], number=9, email="A@EXAMPLE.org ", userid="anna")
    with pytest.raises(Refused, match="twice"):
        rules.placed(run.all, member, run.terms, run.now)


def test_seats_of_an_administration_are_kept_for_it():
    run = course(3, quotas={"lensahn": 2})
    assert run.register("a", "malente").state == rules.REGISTERED
    assert run.register("b", "malente").state == rules.WAITING
    assert run.register("c", "lensahn").state == rules.REGISTERED
    assert rules.free_for(run.all, "lensahn", run.terms, run.now) == 1
    assert rules.free_for(run.all, "malente", run.terms, run.now) == 0


def test_the_oldest_who_fits_is_not_passed_over_for_a_seat_that_does_not_fit():  # pretix #2119
    run = course(2, quotas={"lensahn": 1})
    run.register("a", "malente")
    run.register("b", "lensahn")
    run.register("c", "malente")
    run.register("d", "lensahn")
    give_back(run, 2)
    assert run.states() == "rcwo"
    give_back(run, 1)
    assert run.states() == "ccoo"


def test_quotas_fall_back_to_all_on_their_day():
    falls_back = NOW + timedelta(days=3)
    run = course(2, quotas={"lensahn": 1}, falls_back=falls_back)
    run.register("a", "malente")
    run.register("b", "malente")
    assert rules.next_change(run.all, run.terms, run.now) == falls_back
    run.now = falls_back
    run.settle()
    assert run.states() == "ro"


@given(
    quotas=st.dictionaries(st.sampled_from(PARTNERS[:3]), st.integers(1, 3)),
    beyond=st.integers(0, 3),
    came=st.lists(st.sampled_from(PARTNERS), max_size=8),
    who=st.sampled_from(PARTNERS),
)
def test_what_is_shown_as_free_is_what_somebody_gets(quotas, beyond, came, who):  # pretix #3628
    run = course(capacity=max(sum(quotas.values()) + beyond, 1), quotas=quotas)
    for number, partner in enumerate(came):
        run.register(f"p{number}", partner)
    shown = rules.free_for(run.all, who, run.terms, run.now)
    got = [run.register(f"q{number}", who).state for number in range(shown + 1)]
    assert got == [rules.REGISTERED] * shown + [rules.WAITING]


def test_nobody_is_put_on_the_list_while_a_seat_is_free_for_them():  # mod_booking #809
    run = course(capacity=4, quotas={"lensahn": 2})
    assert [run.register(name, "malente").state[0] for name in "abc"] == ["r", "r", "w"]
    assert run.register("d", "lensahn").state == rules.REGISTERED
    give_back(run, 1)
    assert run.states() == "cror"


def test_the_trainers_own_administration_comes_first_where_the_trainer_says_so():
    run = course(1, first="lensahn")
    for name, partner in (("a", "malente"), ("b", "malente"), ("c", "lensahn")):
        run.register(name, partner)
    give_back(run, 1)
    assert run.states() == "cwo"


def test_lowering_the_seats_keeps_who_is_in_and_stops_promotions():
    run = filled("abcde", capacity=3)
    run.terms = replace(run.terms, capacity=1)
    run.settle()
    assert run.states() == "rrrww"
    give_back(run, 1)
    give_back(run, 2)
    assert run.states() == "ccrww"
    give_back(run, 3)
    assert run.states() == "cccow"


def test_raising_the_seats_offers_them():
    run = filled()
    run.terms = replace(run.terms, capacity=3)
    run.settle()
    assert run.states() == "rrow"


def test_no_offer_after_the_end_of_registration_nor_beyond_it():  # pretix #1031
    run = filled(closes=NOW + timedelta(hours=5))
    give_back(run, 1)
    assert run.entries[3].until == run.terms.closes
    run.now = run.terms.closes
    run.settle()
    assert run.states() == "crlw"
    with pytest.raises(Refused, match="closed"):
        run.register("e")


def test_nobody_registers_before_the_window_or_for_what_is_cancelled():
    with pytest.raises(Refused, match="not-yet"):
        course(opens=NOW + HOUR).register("a")
    with pytest.raises(Refused, match="closed"):
        course(is_on=False).register("a")


def test_people_give_back_until_the_deadline_then_the_trainer_does():
    run = filled(give_back_until=NOW + HOUR)
    run.now += HOUR
    with pytest.raises(Refused, match="too-late"):
        give_back(run, 1)
    give_back(run, 4)  # who waits may leave at any time
    give_back(run, 1, by_trainer=True)
    assert run.states() == "croc"
    with pytest.raises(Refused, match="unknown"):
        give_back(run, 1)


def test_people_of_other_hubs_have_so_many_seats_and_no_more():
    run = course(4, for_hubs=2)
    for name in "abc":
        run.register(name, rules.OTHER_HUBS)
    assert run.states() == "rrw"
    assert rules.free_for(run.all, rules.OTHER_HUBS, run.terms, run.now) == 0
    assert rules.free_for(run.all, "malente", run.terms, run.now) == 2
    assert run.register("d", "malente").state == rules.REGISTERED
    give_back(run, 1)
    assert run.states() == "cror"


def test_nobody_of_another_hub_comes_where_none_is_expected():
    with pytest.raises(Refused, match="no-guests"):
        course().register("a", rules.OTHER_HUBS)


def test_a_link_of_another_hub_is_good_for_one_registration():
    run = course(4, for_hubs=2)
    run.register("a", rules.OTHER_HUBS)
    twin = replace(run.entries[1], number=9, email="b@example.org", name="b")
    with pytest.raises(Refused, match="link-used"):
        rules.placed(run.all, twin, run.terms, run.now)


EVENTS = st.one_of(
    st.tuples(st.just("register"), st.integers(0, 12), st.sampled_from(WHOSE)),
    st.tuples(st.just("back"), st.integers(1, 25), st.none()),
    st.tuples(st.just("accept"), st.integers(1, 25), st.none()),
    st.tuples(st.just("wait"), st.integers(1, 60), st.none()),
    st.tuples(st.just("capacity"), st.integers(0, 6), st.none()),
    st.tuples(st.just("for_hubs"), st.integers(0, 4), st.none()),
)
TERMS = st.builds(
    lambda capacity, share, days, first, for_hubs: Terms(
        capacity=capacity,
        start=START,
        quotas={"lensahn": min(share, capacity), "malente": max(min(2, capacity - share), 0)},
        falls_back=NOW + timedelta(days=days) if days else None,
        first=first,
        closes=START - timedelta(days=2),
        for_hubs=for_hubs,
    ),
    st.integers(0, 6),
    st.integers(0, 3),
    st.integers(0, 10),
    st.sampled_from(PARTNERS),
    st.integers(0, 4),
)


def play(run, event):
    what, number, partner = event
    before = {key: one.state for key, one in run.entries.items()}
    try:
        if what == "register":
            run.register(f"person{number}", partner)
        elif what == "back":
            give_back(run, number)
        elif what == "accept":
            run.change(number, rules.accepted, run.now)
        elif what == "wait":
            run.now += number * HOUR
            run.settle()
        else:
            run.terms = replace(run.terms, **{what: number})
            run.settle()
    except (Refused, KeyError):
        run.settle()
    return before


@settings(deadline=None, max_examples=300)
@given(TERMS, st.lists(EVENTS, max_size=40))
def test_the_promises_hold_whatever_happens(terms, events):
    run = Course(terms)
    for event in events:
        counted = rules.holders(run.all)
        held_before, hubs_before = counted.total(), counted[rules.OTHER_HUBS]
        before = play(run, event)
        held = rules.holders(run.all)
        # never more than the seats, but for those who were in before their number was lowered
        assert held.total() <= max(run.terms.capacity, held_before)
        assert held[rules.OTHER_HUBS] <= max(run.terms.for_hubs, hubs_before)
        if held.total() > run.terms.capacity:
            newly = [
                o
                for o in run.all
                if o.state in rules.HOLDING
                and before.get(o.number) in (None, rules.WAITING, rules.CANCELLED, rules.LAPSED)
            ]
            assert newly == []
        # nobody waits while a seat is free that fits them
        if run.terms.is_open(run.now):
            for one in rules.queue(run.all, run.terms):
                assert not rules.fits(held, one.whose, run.terms, run.now)
        # nobody is overtaken by somebody of the same administration, or of another hub either
        offered = [
            o for o in run.all if o.state == rules.OFFERED and before.get(o.number) == rules.WAITING
        ]
        for one in rules.queue(run.all, run.terms):
            assert not [o for o in offered if o.whose == one.whose and o.number > one.number]
        # one active registration of each person, no offer beyond the end
        active = Counter(o.email for o in run.all if o.state in rules.ACTIVE)
        assert not active or max(active.values()) == 1
        assert all(o.until <= run.terms.ends for o in run.all if o.state == rules.OFFERED)
        # settling is done
        assert rules.settled(run.all, run.terms, run.now) == []
