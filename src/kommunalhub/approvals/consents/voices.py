"""Who speaks for which party of a round: pure."""

from dataclasses import dataclass
from kommunalhub import _
from kommunalhub.approvals.rules import Denied
from kommunalhub.approvals.rules import four_eyes
from kommunalhub.partners.rules import group_id
from kommunalhub.partners.tokens import typed


@dataclass(frozen=True)
class Voice:
    """For which party a person speaks, and in whose place."""

    party: str
    on_behalf_of: str | None = None


def reviewers_of(party):
    return group_id(party, "reviewers")


def voice_of(round_, spoken, facts, actor, wanted=None):
    """Return the Voice of a person in a round, or Denied.

    spoken: {party: id of who cast its present vote}. wanted: a party, where the person reviews for
    several. One person speaks for one party: who has spoken for one does not for another.
    """
    own = [party for party in round_.parties if reviewers_of(party) in actor.groups]
    lent = {
        party: actor.acting[typed(reviewers_of(party), facts.portal_type)]
        for party in round_.parties
        if typed(reviewers_of(party), facts.portal_type) in actor.acting and party not in own
    }
    unheard = [row.party for row in round_.rows if row.vote is None]
    others = tuple(reviewers_of(party) for party in unheard or round_.parties)
    if wanted is not None:
        own, lent = [p for p in own if p == wanted], {p: lent[p] for p in lent if p == wanted}
    if not own and not lent:
        reason = _(
            "denied_vote",
            default="The reviewers of the administrations that are asked vote here.",
        )
        return Denied(reason, others, "role")
    answer = four_eyes(facts, actor, others)
    if not answer:
        return answer
    barred = (facts.creator, facts.last_editor)
    voices = [Voice(party) for party in own]
    for party, people in lent.items():
        free = [person for person in people if person not in barred]
        voices += [Voice(party, free[0])] if free else []
    if not voices:
        reason = _(
            "denied_four_eyes_absent",
            default="You act for someone who has made this case or was the last to change it, "
            "so someone else decides on it.",
        )
        return Denied(reason, others, "four_eyes")
    before = [party for party in round_.parties if spoken.get(party) == actor.userid]
    if before:
        voices = [voice for voice in voices if voice.party in before]
        if not voices:
            reason = _(
                "denied_second_voice",
                default="You have already voted for another administration; "
                "one person has one vote.",
            )
            return Denied(reason, others, "four_eyes")
    return min(voices, key=lambda voice: (voice.party not in unheard, bool(voice.on_behalf_of)))
