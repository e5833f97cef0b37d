"""The verbs of consents: open a round, vote, settle it, close it."""

from kommunalhub import _
from kommunalhub.approvals import operations as approvals
from kommunalhub.approvals import workflows
from kommunalhub.approvals.case.actor import actor_on
from kommunalhub.approvals.case.actor import current_actor
from kommunalhub.approvals.case.actor import SYSTEM
from kommunalhub.approvals.case.facts import facts_of
from kommunalhub.approvals.clock.settings import closing_days
from kommunalhub.approvals.consents import rules
from kommunalhub.approvals.consents import settings
from kommunalhub.approvals.consents.interfaces import RoundClosed
from kommunalhub.approvals.consents.interfaces import VoteWrong
from kommunalhub.approvals.consents.storage import ensure_rounds
from kommunalhub.approvals.consents.storage import open_round_of
from kommunalhub.approvals.consents.storage import rounds_of
from kommunalhub.approvals.consents.voices import voice_of
from kommunalhub.approvals.conversation.questions import open_questions
from kommunalhub.approvals.interfaces import CommentTooLong
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.interfaces import NotAllowed
from kommunalhub.approvals.interfaces import NotPossible
from kommunalhub.approvals.interfaces import ReasonRequired
from kommunalhub.approvals.journal import entries
from kommunalhub.approvals.journal.storage import entries_of
from kommunalhub.approvals.journal.storage import entry_of
from kommunalhub.approvals.rules import OK
from kommunalhub.core import formatting
from kommunalhub.core.acting import as_system
from kommunalhub.core.language import in_site_language
from kommunalhub.partners.localroles import stored_partner
from kommunalhub.partners.rolecache import forget_roles
from kommunalhub.partners.titles import short_title_of
from plone import api


#: Several reasons make the comment of one transition.
MAX_COMMENT = 2000


def open_round(case):
    """Open a round by the rule that holds now; nothing when one is open already."""
    if open_round_of(case) is not None:
        return
    rule = settings.rule_for(case.portal_type, facts_of(case).extra)
    parties = settings.parties_for(rule, stored_partner(case))
    if not parties:
        raise NotPossible(
            _("error_nobody_asked", default="There is nobody whose consent is needed here.")
        )
    ensure_rounds(case).begin(rules.begin(rule, parties, formatting.now(), closing_days()))
    forget_roles()
    IJournal(case).append(
        entries.ROUND, current_actor().userid, action=entries.OPENED, fields=list(parties)
    )


def close(case, outcome=rules.CANCELLED):
    """End the open round; nothing without one."""
    round_ = open_round_of(case)
    if round_ is None:
        return
    standing = rules.evaluate(round_, formatting.now())
    rounds_of(case).close(outcome)
    forget_roles()
    actor = SYSTEM if outcome != rules.CANCELLED else current_actor().userid
    IJournal(case).append(entries.ROUND, actor, action=outcome, fields=list(standing.silent))


def vote(case, choice, comment="", party=None, seen_state=None):
    """Cast or change the vote of the party for which who is logged in speaks.

    Moves the case when the set is complete or fails by it. party: where the person reviews for
    several. seen_state: see approvals.operations.decide.
    Raises RoundClosed, VoteWrong, NotAllowed, ReasonRequired, CommentTooLong, AlreadyDecided.
    """
    now, round_ = formatting.now(), open_round_of(case)
    if round_ is None or rules.evaluate(round_, now).state != rules.OPEN:
        raise closed(case)
    if choice not in rules.VOTES:
        raise VoteWrong()
    voice = voice_on(case, round_, party)
    if not voice:
        raise NotAllowed(voice.reason, voice)
    comment = (comment or "").strip()
    if choice == rules.APPROVE:
        ready = readiness(case)
        if not ready:
            raise NotAllowed(ready.reason, ready)
    if choice == rules.REJECT and not comment:
        raise ReasonRequired()
    if len(comment) > MAX_COMMENT:
        raise CommentTooLong(MAX_COMMENT)
    approvals.require_unchanged(case, facts_of(case), seen_state)
    journal = IJournal(case)
    journal.append(
        "vote",
        current_actor().userid,
        on_behalf_of=voice.on_behalf_of,
        action=choice,
        comment=comment,
        fields=[voice.party],
    )
    said = rules.Vote(choice, now, len(journal))
    rounds_of(case).keep(rules.cast(round_, voice.party, said))
    settle(case, now)
    return voice


def readiness(case):
    """Return Ok or Denied: whether a case could be approved, its consents left aside."""
    ready = settings.step_of(case.portal_type).ready
    return ready(facts_of(case), current_actor()) if ready is not None else OK


def voice_on(case, round_, party=None):
    """Return the Voice of who is logged in, or Denied."""
    facts = facts_of(case)
    return voice_of(round_, spoken(case, round_), facts, actor_on(case, facts), party)


def spoken(case, round_):
    """Return {party: id of who cast its vote}."""
    return {row.party: entry["actor"] for row, entry in said(case, round_) if entry}


def said(case, round_):
    """Yield (row, entry of the journal that tells who voted and why, or None)."""
    stored_entries = entries_of(case)
    for row in round_.rows:
        stored = stored_entries.rows.get(row.vote.seq) if row.vote and stored_entries else None
        yield row, entry_of(stored) if stored is not None else None


def closed(case):
    """Return the exception for who comes too late: who decided what, where that is known."""
    step, entry = settings.step_of(case.portal_type), approvals.last_decision(case)
    if step is not None and entry is not None and entry["from"] in step.states:
        return RoundClosed(approvals.already_decided(case, facts_of(case)).args[0], entry)
    return RoundClosed()


def settle(case, now):
    """Move a case whose round is complete or has failed; return whether it moved.

    As the system, for the person who casts the last vote may not take the transition; in the same
    transaction, and through the workflow, so that all that follows a transition follows it.
    """
    round_ = open_round_of(case)
    if round_ is None:
        return False
    standing = rules.evaluate(round_, now)
    if standing.state == rules.OPEN:
        case.reindexObject(idxs=["awaiting"])
        return False
    done = standing.state == rules.COMPLETE
    if done and not readiness(case):  # silence is no vote that could be refused
        return False
    _move(case, standing.state, summary(standing) if done else reasons(case, round_))
    return True


def _move(case, outcome, comment):
    """End the open round and take the step that it fires."""
    complete, refuse = settings.step_of(case.portal_type).fires(workflows.state_of(case))
    close(case, outcome)
    with as_system(api.portal.get()):
        tool = api.portal.get_tool("portal_workflow")
        step = complete if outcome == rules.COMPLETE else refuse
        tool.doActionFor(case, step, comment=comment)
    forget_roles()


def give_up(case, comment):
    """End an open round whose question has gone, as one that failed; nothing without one."""
    if open_round_of(case) is not None:
        _move(case, rules.REFUSED, comment)


def leave_out(case, party):
    """Ask a party that is gone no longer; return whether the case moved by that.

    A vote that it has cast stays: it was cast while there was somebody to cast it.
    """
    round_ = open_round_of(case)
    row = round_.row(party) if round_ is not None else None
    if row is None or row.vote is not None:
        return False
    rounds_of(case).keep(rules.without(round_, party))
    forget_roles()
    IJournal(case).append(
        entries.ROUND, current_actor().userid, action=entries.LEFT_OUT, fields=[party]
    )
    case.reindexObjectSecurity()
    return settle(case, formatting.now())


def let_go(case, parties):
    """Let parties of the newest round read the case no longer, who agreed to what came of it."""
    rounds = rounds_of(case)
    if rounds is not None and parties:
        rounds.let_go = tuple(dict.fromkeys((*rounds.let_go, *parties)))
        forget_roles()


def summary(standing):
    """Return the comment of the transition that a complete set fires."""
    message = _(
        "round_summary",
        default="The consents are complete: ${agreed} of ${parties} have agreed.",
        mapping={"agreed": standing.agreed, "parties": standing.parties},
    )
    return in_site_language(message)


def reasons(case, round_):
    """Return the reasons of those who declined, each with the name of the administration."""
    lines = [
        f"{short_title_of(row.party)}: {entry['comment']}"
        for row, entry in said(case, round_)
        if entry and row.vote.choice == rules.REJECT and entry["comment"]
    ]
    if not lines:
        return in_site_language(
            _("round_refused", default="There are not enough consents for this any more.")
        )
    text = "\n".join(lines)
    most = entries.MAX_COMMENT
    return text if len(text) <= most else f"{text[: most - 1]}…"


def follow_questions(case):
    """Stop the clock of a round while a question to the applicant is open, and start it again."""
    round_ = open_round_of(case)
    if round_ is None or round_.rule.silence is None:
        return
    today = formatting.to_local(formatting.now()).date()
    if open_questions(case):
        kept = rules.pause(round_, today)
    else:
        kept = rules.resume(round_, today, closing_days())
    if kept != round_:
        rounds_of(case).keep(kept)


def heal(case):
    """Open the round of a case that is in the state without one (older than the consents)."""
    step = settings.step_of(case.portal_type)
    if workflows.state_of(case) in step.states and open_round_of(case) is None:
        open_round(case)
        case.reindexObject(idxs=["awaiting"])
        case.reindexObjectSecurity()
