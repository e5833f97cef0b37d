"""A round of consents: who is asked, what they said, and what follows. Pure, without "now".

    standing = evaluate(round, now)

A round keeps the rule it began with, so that a change of the rules never decides a case.
"""

from collections.abc import Callable
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from datetime import date
from datetime import datetime
from kommunalhub.approvals.clock.deadlines import BERLIN
from kommunalhub.approvals.clock.deadlines import due_after
from kommunalhub.approvals.clock.deadlines import end_of
from kommunalhub.approvals.journal import entries
from kommunalhub.lib.workdays import add_workdays
from kommunalhub.lib.workdays import NONE_CLOSED
from kommunalhub.lib.workdays import workdays_between
from typing import Any


APPROVE, REJECT, ABSTAIN = VOTES = ("approve", "reject", "abstain")
#: What a round is or came to; "cancelled" where the case went elsewhere.
OPEN = "open"
COMPLETE, VETOED, REFUSED, CANCELLED = entries.OUTCOMES
#: Parties that are named by their part, not by their id.
HOST, OPERATOR = "host", "operator"


@dataclass(frozen=True)
class ConsentRule:
    """Who is asked and when that is enough.

    parties: partner ids, or HOST, OPERATOR; nobody means that no consents are collected.
    quorum: how many must agree, None for all who do not abstain. veto: one no ends the round.
    silence: working days after which who has said nothing counts as having agreed, None for never.
    """

    parties: tuple[str, ...] = ()
    quorum: int | None = None
    veto: bool = True
    silence: int | None = None


@dataclass(frozen=True)
class Vote:
    """What one party has said. seq: number of the journal's entry that tells who said it, why."""

    choice: str
    when: datetime
    seq: int = 0


@dataclass(frozen=True)
class Row:
    """One party of a round. until: from then on silence counts, None for never."""

    party: str
    vote: Vote | None = None
    until: datetime | None = None


@dataclass(frozen=True)
class ConsentRound:
    """One row for each party. paused: the day since when the clock stands still, or None."""

    rule: ConsentRule
    rows: tuple[Row, ...]
    opened: datetime
    paused: date | None = None

    @property
    def parties(self):
        return tuple(row.party for row in self.rows)

    def row(self, party):
        """Return the row of a party, or None."""
        return next((row for row in self.rows if row.party == party), None)


@dataclass(frozen=True)
class Standing:
    """How a round stands. missing: who has said nothing; silent: whose silence counts as a yes.

    needed: how many must agree; agreed: how many have, silently or not. deadline: when the next
    silence counts, or None.
    """

    state: str
    missing: tuple[str, ...]
    silent: tuple[str, ...]
    deadline: datetime | None
    needed: int
    agreed: int
    declined: int
    abstained: int
    parties: int

    @property
    def voted(self):
        """How many have spoken, silently or not."""
        return self.agreed + self.declined + self.abstained


@dataclass(frozen=True)
class ConsentStep:
    """See IConsentStep; `kind_of` takes what the catalog knows of a case (`case_extra`).

    ready: a Condition besides the votes; while it denies, nobody agrees and nothing completes.
    rule_of: where each case says itself who is asked: takes its `extra`, returns the ConsentRule;
    there is nothing to set then, `kinds` is empty. again: {further state in which the same are
    asked anew: (complete, refuse)}.
    """

    portal_type: str
    state: str
    complete: str
    refuse: str
    kinds: str = ""
    kind_of: Callable[[Mapping[str, Any]], str] | None = None
    ready: Callable[[Any, Any], Any] | None = None
    standard: Mapping[str, ConsentRule] = field(default_factory=dict)
    rule_of: Callable[[Mapping[str, Any]], ConsentRule] | None = None
    again: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    @property
    def states(self):
        """The states in which a round is open."""
        return (self.state, *self.again)

    def fires(self, state):
        """Return (transition of a complete set, of one that failed) in a state."""
        return self.again.get(state, (self.complete, self.refuse))


def named(rule, host, operator):
    """Return the ids of the partners whom a rule asks, without doubles."""
    known = {HOST: host, OPERATOR: operator}
    found = (known.get(party, party) for party in rule.parties)
    return tuple(dict.fromkeys(party for party in found if party))


def begin(rule, parties, now, closed=None):
    """Return a new round. closed: {party: its closing days}."""
    rows = []
    for party in dict.fromkeys(parties):
        days = (closed or {}).get(party, NONE_CLOSED)
        until = due_after(now, rule.silence, days) if rule.silence else None
        rows.append(Row(party, None, until))
    return ConsentRound(rule, tuple(rows), now)


def cast(round_, party, vote):
    """Return the round with a party's vote; a later one replaces the earlier.

    Raises LookupError for a party that is not asked, ValueError for what is no vote.
    """
    if round_.row(party) is None:
        raise LookupError(party)
    if vote.choice not in VOTES:
        raise ValueError(vote.choice)
    rows = [replace(row, vote=vote) if row.party == party else row for row in round_.rows]
    return replace(round_, rows=tuple(rows))


def without(round_, party):
    """Return the round with a party left out that has not voted; what was said stays."""
    rows = [row for row in round_.rows if row.party != party or row.vote is not None]
    return replace(round_, rows=tuple(rows))


def evaluate(round_, now):
    """Return the Standing of a round at a moment (aware datetime).

    - One no ends it as vetoed where the rule knows a veto.
    - It is complete as soon as enough have agreed: the quorum; without one, all who do not
      abstain, and one at least, once everybody has spoken.
    - It is refused as soon as not enough can agree any more.

    >>> from datetime import UTC
    >>> now = datetime(2026, 11, 23, 9, tzinfo=UTC)
    >>> asked = begin(ConsentRule(("oldenburg", "dataport")), ("oldenburg", "dataport"), now)
    >>> half = cast(asked, "oldenburg", Vote(APPROVE, now))
    >>> evaluate(half, now).missing, evaluate(half, now).state
    (('dataport',), 'open')
    >>> evaluate(cast(half, "dataport", Vote(APPROVE, now)), now).state
    'complete'
    """
    unheard = [row for row in round_.rows if row.vote is None]
    silent = [row for row in unheard if round_.paused is None and _is_over(row, now)]
    missing = [row for row in unheard if row not in silent]
    said = [row.vote.choice for row in round_.rows if row.vote is not None]
    agreed = said.count(APPROVE) + len(silent)
    declined, abstained = said.count(REJECT), said.count(ABSTAIN)
    quorum, parties = round_.rule.quorum, len(round_.rows)
    # Host and operator may be one: never more than there are.
    needed = min(quorum, parties) if quorum is not None else max(parties - abstained, 1)
    if declined and round_.rule.veto:
        state = VETOED
    elif agreed >= needed:
        state = COMPLETE
    elif agreed + len(missing) < needed:
        state = REFUSED
    else:
        state = OPEN
    ends = [row.until for row in missing if row.until is not None]
    return Standing(
        state=state,
        missing=tuple(row.party for row in missing),
        silent=tuple(row.party for row in silent),
        deadline=min(ends, default=None) if round_.paused is None else None,
        needed=needed,
        agreed=agreed,
        declined=declined,
        abstained=abstained,
        parties=parties,
    )


def _is_over(row, now):
    return row.until is not None and now >= row.until


def pause(round_, day):
    """Return the round with its clock stopped on a day: until it goes on, silence says nothing."""
    return round_ if round_.paused is not None else replace(round_, paused=day)


def resume(round_, day, closed=None):
    """Return the round with its clock going again, each deadline as many working days later."""
    if round_.paused is None:
        return round_
    rows = []
    for row in round_.rows:
        if row.until is not None:
            days = (closed or {}).get(row.party, NONE_CLOSED)
            lost = workdays_between(round_.paused, max(day, round_.paused), days)
            last = row.until.astimezone(BERLIN).date()
            row = replace(row, until=end_of(add_workdays(last, lost, days)))
        rows.append(row)
    return replace(round_, rows=tuple(rows), paused=None)


def problems_of(rule, known=()):
    """Return what is wrong with a rule as {field: word}; known: ids of the partners there are.

    Words: "unknown" (a party), "too_many" (more must agree than are asked), "none" (nobody must
    agree), "days" (silence counts after no time at all).
    """
    found = {}
    if not rule.parties:
        return found  # nobody is asked
    if any(party not in (HOST, OPERATOR, *known) for party in rule.parties):
        found["parties"] = "unknown"
    if rule.quorum is not None and rule.quorum > len(rule.parties):
        found["quorum"] = "too_many"
    if rule.quorum is not None and rule.quorum < 1:
        found["quorum"] = "none"
    if rule.silence is not None and rule.silence < 1:
        found["silence"] = "days"
    return found
