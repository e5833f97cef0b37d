"""Rounds and rules of consents as plain values, which is how they are stored: pure."""

from datetime import date
from datetime import datetime
from kommunalhub.approvals.consents import rules


def rule_as_stored(rule):
    """Return plain values of a rule."""
    return {
        "parties": list(rule.parties),
        "quorum": rule.quorum,
        "veto": rule.veto,
        "silence": rule.silence,
    }


def rule_from_stored(stored):
    """Return the ConsentRule that plain values stand for."""
    return rules.ConsentRule(
        tuple(stored["parties"]), stored["quorum"], stored["veto"], stored["silence"]
    )


def as_stored(round_):
    """Return plain values of a round, moments in ISO form."""
    return {
        "rule": rule_as_stored(round_.rule),
        "opened": round_.opened.isoformat(),
        "paused": round_.paused and round_.paused.isoformat(),
        "rows": [
            {
                "party": row.party,
                "until": row.until and row.until.isoformat(),
                "vote": row.vote
                and {
                    "choice": row.vote.choice,
                    "when": row.vote.when.isoformat(),
                    "seq": row.vote.seq,
                },
            }
            for row in round_.rows
        ],
    }


def from_stored(stored):
    """Return the ConsentRound that plain values stand for."""
    rows = tuple(
        rules.Row(
            row["party"],
            row["vote"]
            and rules.Vote(
                row["vote"]["choice"],
                datetime.fromisoformat(row["vote"]["when"]),
                row["vote"]["seq"],
            ),
            row["until"] and datetime.fromisoformat(row["until"]),
        )
        for row in stored["rows"]
    )
    return rules.ConsentRound(
        rule_from_stored(stored["rule"]),
        rows,
        datetime.fromisoformat(stored["opened"]),
        stored["paused"] and date.fromisoformat(stored["paused"]),
    )
