"""A round of consents from beginning to end, and what each person hears of it."""

from kommunalhub.approvals.consents import operations
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.journal import entries
from kommunalhub.notices.box import box_of
from kommunalhub.notices.operations import TOLD
from plone import api

import pytest
import transaction


REASON = "Der Brandschutz ist noch offen."


def heard(userid):
    """Return [(kind, action, reason)] of a person's notices, oldest first."""
    box = box_of(api.portal.get(), userid)
    found = box.notices.values() if box is not None else ()
    return [(one["kind"], one["action"], one["reason"]) for one in found]


def next_request():
    """Forget whom this transaction has told already."""
    transaction.get().set_data(TOLD, {})


def opened(hub, case):
    """Bring a case into the round and forget what was told up to then."""
    hub.bring_to(case, "consent")
    told = {who: heard(who) for who in ("otto", "oskar", "dora")}
    next_request()
    return told


def rounds(case):
    return [entry["action"] for entry in IJournal(case) if entry["kind"] == entries.ROUND]


def complete(hub, case):
    hub.vote(case, "dora", "approve")
    next_request()
    hub.vote(case, "otto", "approve")


def veto(hub, case):
    hub.vote(case, "dora", "reject", REASON)


def cancel(hub, case):
    with hub.As(case.Creator()):
        api.content.transition(case, "withdraw", comment="Wir haben etwas anderes.")


ENDS = [
    (complete, entries.COMPLETE, "approve"),
    (veto, entries.VETOED, "return"),
    (cancel, entries.CANCELLED, "withdraw"),
]


def test_everybody_asked_hears_that_it_waits_for_them(hub, external):
    told = opened(hub, external)
    assert rounds(external) == [entries.OPENED]
    for who in ("otto", "oskar", "dora"):
        assert "awaits" in {reason for _kind, _action, reason in told[who]}, who


@pytest.mark.parametrize(("end", "outcome", "step"), ENDS)
def test_a_round_that_is_over_waits_for_nobody_who_was_asked(hub, external, end, outcome, step):
    opened(hub, external)
    before = {who: len(heard(who)) for who in ("otto", "oskar", "dora")}
    end(hub, external)
    assert rounds(external)[-1] == outcome
    for who in ("oskar", "dora"):
        new = heard(who)[before[who] :]
        assert (entries.ROUND, outcome) not in {(kind, action) for kind, action, _why in new}
        waits = {(kind, action) for kind, action, why in new if why == "awaits"}
        host = who == "oskar" and step == "approve"  # begins the use of what was granted
        assert waits == ({(entries.TRANSITION, step)} if host else set()), who


@pytest.mark.parametrize(("end", "outcome", "step"), ENDS[:2])
def test_the_applicant_hears_what_came_of_it_once(hub, external, end, outcome, step):
    opened(hub, external)
    creator = external.Creator()
    before = len(heard(creator))
    end(hub, external)
    [(kind, action, _reason)] = heard(creator)[before:]
    assert (kind, action) == (entries.TRANSITION, step)


def test_the_journal_takes_no_name_that_nobody_knows(hub, external):
    with pytest.raises(ValueError, match="not for a journal"):
        IJournal(external).append(entries.ROUND, "otto", action="closed")
    assert operations.rules.CANCELLED in entries.ACTIONS[entries.ROUND]
