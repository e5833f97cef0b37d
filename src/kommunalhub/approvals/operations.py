"""The verbs: decide, and what one may decide."""

from AccessControl import getSecurityManager
from dataclasses import replace
from datetime import datetime
from kommunalhub import _
from kommunalhub.approvals import rules
from kommunalhub.approvals import workflows
from kommunalhub.approvals.case.actor import actor_on
from kommunalhub.approvals.case.actor import current_actor
from kommunalhub.approvals.case.actor import stands_in
from kommunalhub.approvals.case.facts import facts_of
from kommunalhub.approvals.interfaces import AlreadyDecided
from kommunalhub.approvals.interfaces import ApprovalError
from kommunalhub.approvals.interfaces import CommentTooLong
from kommunalhub.approvals.interfaces import IApprovable
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.interfaces import NotAllowed
from kommunalhub.approvals.interfaces import NothingChanged
from kommunalhub.approvals.interfaces import NotPossible
from kommunalhub.approvals.interfaces import ReasonRequired
from kommunalhub.approvals.journal import entries
from kommunalhub.approvals.journal.people import name_in
from kommunalhub.approvals.processes import process_of
from kommunalhub.approvals.timing import operations as timing
from kommunalhub.approvals.titles import explain
from kommunalhub.core import formatting
from kommunalhub.core.kept import kept
from kommunalhub.core.transactions import WayBack
from plone import api


NOT_IN_THIS_STATE = _(
    "error_not_in_this_state", default="This is not possible in the present state."
)
#: Entries of a journal that change what is decided on.
CHANGES = frozenset({entries.EDITED, entries.FILE, entries.ANSWER})


def check(obj, transition):
    """Return Ok or Denied: what the conditions say about who is logged in, roles left aside.

    This is the expression of the workflow guards; DCWorkflow has looked at the roles by then.
    """
    process = process_of(obj.portal_type)
    if process is None:
        return rules.OK
    facts = facts_of(obj)
    found = workflows.exits_of(facts.portal_type, facts.state).get(transition)
    roles = found.roles if found is not None else ()
    if stands_in(getSecurityManager().getUser()):
        actor = actor_on(obj, facts)
    else:
        me = current_actor()
        # Having passed the guard's roles, the person holds one of them.
        actor = replace(me, roles=me.roles | set(roles))
    return rules.evaluate(process, transition, facts, actor, roles)


def acts_for(case, actor=None):
    """Return what a person can and cannot do with a case, as a list of dicts.

    case: object or brain (a brain's object is not woken). actor: see cases.actor_on.
    Each: id, title, style, needs_reason, allowed, reason (a message, None when allowed),
    fixable_by (group ids or `user:<id>`), cause (see rules.Denied; None when allowed).
    Without what is only another way to take one of them (see rules.Act.timed).
    """
    acts = _acts_for(case, actor)
    process = process_of(facts_of(case).portal_type)
    return [act for act in acts if not process.act(act["id"]).timed]


def _acts_for(case, actor=None):
    facts = facts_of(case)
    process = process_of(facts.portal_type)
    if process is None:
        return []
    actor = actor_on(case, facts, actor)
    acts = []
    for exit_ in workflows.exits_of(facts.portal_type, facts.state).values():
        act = process.act(exit_.id)
        answer = rules.evaluate(process, exit_.id, facts, actor, exit_.roles)
        acts.append(
            {
                "id": exit_.id,
                "title": exit_.title,
                "style": act.style,
                "needs_reason": act.needs_reason,
                "allowed": bool(answer),
                "reason": None if answer else explain(answer, exit_.title),
                "fixable_by": () if answer else answer.fixable_by,
                "cause": None if answer else answer.cause,
            }
        )
    return acts


def decide(obj, transition, comment="", seen_state=None, times=None):
    """Take a transition on a case for who is logged in.

    seen_state: the state the person saw when deciding, or what `seen_mark` gave out then; the
    latter notices changes of fields and files too. times: from when and until when a page is to be
    read (timing.rules.Times).
    Raises AlreadyDecided when the case has moved on since, NotPossible when its state has no such
    transition, NotAllowed, ReasonRequired, CommentTooLong, WrongTime.
    """
    facts = facts_of(obj)
    exits = workflows.exits_of(facts.portal_type, facts.state)
    require_unchanged(obj, facts, seen_state)
    if transition not in exits:
        entry = last_decision(obj)
        if entry is not None and transition in workflows.exits_of(
            facts.portal_type, entry.get("from")
        ):
            raise already_decided(obj, facts)
        raise NotPossible(NOT_IN_THIS_STATE)
    for act in _acts_for(obj):
        if act["id"] == transition and not act["allowed"]:
            denied = rules.Denied(act["reason"], act["fixable_by"], act["cause"])
            raise NotAllowed(act["reason"], denied)
    comment = (comment or "").strip()
    require_reason(facts.portal_type, transition, comment)
    process = process_of(facts.portal_type)
    if process.is_page and process.is_timed and timing.take_later(obj, transition, comment, times):
        return
    tool = api.portal.get_tool("portal_workflow")
    tool.doActionFor(obj, transition, comment=comment)


def change_times(page, times, seen_state=None):
    """Give a page that is planned another time, or what is read an end, for who is logged in.

    Who may release it may move it, who may take it out of sight may say when. Raises as `decide`.
    """
    facts = facts_of(page)
    require_unchanged(page, facts, seen_state)
    step = timing.step_behind(page)
    allowed = {act["id"]: act for act in _acts_for(page)}
    if times is None or step not in allowed:
        raise NotPossible(NOT_IN_THIS_STATE)
    if not allowed[step]["allowed"]:
        raise NotAllowed(allowed[step]["reason"])
    timing.change(page, times)


def is_unchanged(obj, transition):
    """Return whether a transition would hand in as it was what has been sent back with a reason.

    The applicant's answers count as changes, and so do documents.
    """
    process, last = process_of(obj.portal_type), last_decision(obj)
    if process is None or last is None or process.act(transition).style != "go":
        return False
    came_back = (
        process.act(last["action"]).needs_reason
        and last["to"] == workflows.state_of(obj)
        and "owner" in process.step(last["to"]).awaits
    )
    return came_back and not any(
        entry["kind"] in CHANGES for entry in IJournal(obj) if entry["seq"] > last["seq"]
    )


def seen_mark(obj):
    """Return what `decide` needs to know later whether the case is still as seen now."""
    return f"{workflows.state_of(obj)}@{len(IJournal(obj))}"


def require_unchanged(obj, facts, seen):
    """Raise AlreadyDecided when a decision, or a change of what is decided on, has come between."""
    state, at, count = (seen or "").partition("@")
    if state and state != facts.state:
        raise already_decided(obj, facts)
    if not count.isdigit():
        return
    since = [entry for entry in IJournal(obj) if entry["seq"] > int(count)]
    if any(entry["kind"] == "transition" for entry in since):
        raise already_decided(obj, facts)
    for entry in since:
        if entry["kind"] in CHANGES:
            raise AlreadyDecided(
                _(
                    "error_case_changed",
                    default="${who} has changed the case in the meantime. "
                    "Please have another look before you decide.",
                    mapping={"who": name_in(entry)},
                ),
                entry,
            )


def note_edit(case, kind, action, names):
    """Write down that who is logged in changed a case; they do not decide on it from now on.

    names: of fields, or of files.
    """
    actor = current_actor().userid
    IJournal(case).append(kind, actor, action=action or None, fields=list(names))
    if kept(case, "last_editor") != actor:
        case.last_editor = actor
        case.reindexObject(idxs=["awaiting", "last_editor"])


def require_reason(portal_type, transition, comment):
    """Raise ReasonRequired when this transition asks for a comment and there is none."""
    process = process_of(portal_type)
    if process is not None and process.act(transition).needs_reason and not comment.strip():
        raise ReasonRequired()
    if len(comment) > entries.MAX_COMMENT:
        raise CommentTooLong(entries.MAX_COMMENT)


def last_decision(obj):
    """Return the journal's last transition entry, or None."""
    return IJournal(obj).last("transition")


def already_decided(obj, facts):
    """Return the exception that tells who decided what and when."""
    entry = last_decision(obj)
    state = workflows.state_title(facts.portal_type, facts.state)
    if entry is None:
        return AlreadyDecided(
            _(
                "error_case_moved_on",
                default="The case has moved on since. It now stands at “${state}”.",
                mapping={"state": state},
            )
        )
    mapping = {
        "who": name_in(entry),
        "when": formatting.moment(datetime.fromisoformat(entry["when"])),
        "what": workflows.transition_title(facts.portal_type, entry["action"]),
        "state": state,
    }
    if entry["actor"] == current_actor().userid:
        message = _(
            "error_decided_by_yourself",
            default="You already decided on ${when}: ${what}. It now stands at “${state}”.",
            mapping=mapping,
        )
    else:
        message = _(
            "error_already_decided",
            default="${who} already decided on ${when}: ${what}. It now stands at “${state}”.",
            mapping=mapping,
        )
    return AlreadyDecided(message, entry)


def decide_many(uids, transition, comment="", seen=None, asks=False, portal_types=None):
    """Take one transition on several cases; return a result for each, in the order of `uids`.

    seen: {uid: state as seen}. asks: whether what came back and was not changed is left alone, see
    `is_unchanged`. portal_types: kinds of case that are meant, None for all: a transition of the
    same name may be called otherwise in another.
    Each result: uid, case (None when there is no such case for this person), error (None when done,
    else the ApprovalError). One that fails leaves the others done.
    """
    catalog = api.portal.get_tool("portal_catalog")
    results = []
    for uid in dict.fromkeys(uids):
        brains = catalog(UID=uid, object_provides=IApprovable.__identifier__) if uid else ()
        case, error = (brains[0].getObject() if brains else None), None
        if case is None:
            error = NotPossible(_("error_no_such_case", default="There is no such case for you."))
        elif portal_types is not None and case.portal_type not in portal_types:
            error = NotPossible(
                _("error_not_of_this_kind", default="There is no such step for this kind of case.")
            )
        else:
            before = WayBack()
            try:
                if asks and is_unchanged(case, transition):
                    raise NothingChanged
                decide(case, transition, comment, (seen or {}).get(uid))
            except ApprovalError as refused:
                before.rollback()
                error = refused
        results.append({"uid": uid, "case": case, "error": error})
    return results
