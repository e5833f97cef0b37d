"""Where the rounds of a case are kept: in one object that every vote writes.

Two votes at the same instant therefore conflict, one of the requests is tried again and sees the
other: both are kept, and only the second finds the set complete. A BTree with a key for each party
would merge them silently, and nobody, or both, would fire the transition. See
docs/decisions/consents.md.
"""

from kommunalhub.approvals.consents import rules
from kommunalhub.approvals.consents import stored
from persistent import Persistent
from zope.annotation.interfaces import IAnnotations


KEY = "kommunalhub.approvals.consents"


class Rounds(Persistent):
    """The rounds of a case as plain values; `outcome` is None while the round is open.

    number: of the present round. current: see stored.as_stored. past: [(number, outcome, round)].
    let_go: parties of the present round that take no part any more since it was completed.
    """

    number = 0
    current = None
    outcome = None
    past = ()
    let_go = ()

    def begin(self, round_):
        if self.current is not None:
            self.past = (*self.past, (self.number, self.outcome, self.current))
        self.number += 1
        self.outcome = None
        self.let_go = ()
        self.keep(round_)

    def keep(self, round_):
        self.current = stored.as_stored(round_)

    def close(self, outcome):
        self.outcome = outcome


def rounds_of(case):
    """Return what is stored of a case's rounds, or None; reads only."""
    annotations = IAnnotations(case, None)
    return annotations.get(KEY) if annotations else None


def ensure_rounds(case):
    """Return what is stored of a case's rounds; writes where there is nothing yet."""
    rounds = rounds_of(case)
    if rounds is None:
        rounds = IAnnotations(case)[KEY] = Rounds()
    return rounds


def present_round(case):
    """Return (number, outcome, ConsentRound) of the newest round, or None."""
    rounds = rounds_of(case)
    if rounds is None or rounds.current is None:
        return None
    return rounds.number, rounds.outcome, stored.from_stored(rounds.current)


def open_round_of(case):
    """Return the open ConsentRound of a case, or None."""
    found = present_round(case)
    return found[2] if found is not None and found[1] is None else None


def known_of(case):
    """Return what the catalog keeps of a case's newest round, as plain values, or {}.

    round: its state. missing: who has said nothing. silence_at: when the next silence counts
    (ISO). asked: whose reviewers take part, as long as the round goes on or was completed.
    """
    found = present_round(case)
    if found is None:
        return {}
    _number, outcome, round_ = found
    if outcome is not None:
        return {"round": outcome}
    missing = tuple(row.party for row in round_.rows if row.vote is None)
    ends = [row.until for row in round_.rows if row.vote is None and row.until is not None]
    known = {"round": rules.OPEN, "missing": missing}
    if ends and round_.paused is None:
        known["silence_at"] = min(ends).isoformat()
    return known


def asked_by_round(case):
    """Return whose reviewers take part (IAskedPartners): asked now, or agreed to what came of it.

    Runs with permission checks, hence without building the round.
    """
    rounds = rounds_of(case)
    if rounds is None or rounds.current is None or rounds.outcome not in (None, rules.COMPLETE):
        return ()
    parties = (row["party"] for row in rounds.current["rows"])
    return tuple(party for party in parties if party not in rounds.let_go)
