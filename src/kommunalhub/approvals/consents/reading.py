"""A round as one person may read it: for the page, REST and the printed case file alike."""

from dataclasses import dataclass
from dataclasses import field
from datetime import datetime
from kommunalhub.approvals.case.actor import current_actor
from kommunalhub.approvals.case.actor import reads_notes
from kommunalhub.approvals.case.facts import due_of
from kommunalhub.approvals.consents import rules
from kommunalhub.approvals.consents.operations import said
from kommunalhub.approvals.consents.operations import voice_on
from kommunalhub.approvals.consents.storage import present_round
from kommunalhub.approvals.consents.voices import Voice
from kommunalhub.approvals.rules import Denied
from kommunalhub.core import formatting
from kommunalhub.partners.titles import short_title_of


@dataclass(frozen=True)
class ReadRow:
    """One party. vote: None where it has not voted or this person may not know how.

    names: what by and on_behalf_of were called then.
    """

    party: str
    title: str
    voted: bool
    silent: bool = False
    vote: str | None = None
    by: str | None = None
    on_behalf_of: str | None = None
    names: dict = field(default_factory=dict)
    when: datetime | None = None
    comment: str = ""
    mine: bool = False


@dataclass(frozen=True)
class ReadRound:
    """The newest round. outcome: what it came to, "open" while it goes on."""

    number: int
    outcome: str
    rule: rules.ConsentRule
    rows: tuple[ReadRow, ...]
    standing: rules.Standing
    due: datetime | None
    voice: Voice | Denied

    @property
    def is_open(self):
        return self.outcome == rules.OPEN

    @property
    def missing(self):
        return self.standing.missing if self.is_open else ()


def read_round(case):
    """Return the newest round of a case as who is logged in may read it, or None.

    The applicant learns who has voted, how once the round is over, and the reasons of those who
    declined once it has failed. Persons are named only to those who decide.
    """
    found = present_round(case)
    if found is None:
        return None
    number, outcome, round_ = found
    standing = rules.evaluate(round_, formatting.now())
    # Where time has decided, the job that moves the case is on its way.
    state = outcome or standing.state
    inside = reads_notes(case)
    me = current_actor().userid
    rows = tuple(
        _read_row(row, entry, standing, state, inside, me) for row, entry in said(case, round_)
    )
    return ReadRound(
        number=number,
        outcome=state,
        rule=round_.rule,
        rows=rows,
        standing=standing,
        due=(standing.deadline or due_of(case)) if state == rules.OPEN else None,
        voice=voice_on(case, round_),
    )


def _read_row(row, entry, standing, state, inside, me):
    title = short_title_of(row.party)
    silent = row.party in standing.silent and state == rules.COMPLETE
    if row.vote is None:
        return ReadRow(row.party, title, voted=silent, silent=silent)
    entry = entry or {}
    is_reason = state in (rules.VETOED, rules.REFUSED) and row.vote.choice == rules.REJECT
    shows_vote = inside or state != rules.OPEN
    return ReadRow(
        party=row.party,
        title=title,
        voted=True,
        vote=row.vote.choice if shows_vote else None,
        by=entry.get("actor") if inside else None,
        on_behalf_of=entry.get("on_behalf_of") if inside else None,
        names=entry.get("names", {}) if inside else {},
        when=row.vote.when,
        comment=entry.get("comment", "") if inside or is_reason else "",
        mine=entry.get("actor") == me,
    )
