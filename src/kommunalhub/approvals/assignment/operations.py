"""The verbs: take a case, hand it over with a word, give it back; it ends with each step."""

from kommunalhub import _
from kommunalhub.approvals.assignment import rules
from kommunalhub.approvals.assignment.reading import assigned_to
from kommunalhub.approvals.assignment.reading import assignment_of
from kommunalhub.approvals.assignment.reading import can_be_assigned
from kommunalhub.approvals.assignment.reading import can_work_on
from kommunalhub.approvals.assignment.reading import person_can_work_on
from kommunalhub.approvals.case.actor import current_actor
from kommunalhub.approvals.case.actor import reads_notes
from kommunalhub.approvals.case.actor import SYSTEM
from kommunalhub.approvals.case.facts import facts_of
from kommunalhub.approvals.interfaces import AlreadyDecided
from kommunalhub.approvals.interfaces import ApprovalError
from kommunalhub.approvals.interfaces import CommentTooLong
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.interfaces import NotAllowed
from kommunalhub.approvals.interfaces import NotPossible
from kommunalhub.approvals.journal.entries import MAX_COMMENT
from kommunalhub.approvals.journal.people import person_name
from kommunalhub.approvals.rules import Denied
from kommunalhub.core import formatting
from kommunalhub.core.kept import kept
from kommunalhub.partners.people.visible import is_visible
from plone import api
from Products.CMFPlone.interfaces import IPloneSiteRoot
from zope.component import queryUtility


NOT_ASSIGNABLE = _(
    "error_not_assignable",
    default="Nobody can take this case upon themselves in its present state.",
)
NOT_YOURS = _("error_assign_not_yours", default="This case does not wait for you.")
NOT_THEIRS = _(
    "error_assign_not_theirs",
    default="This person cannot decide on the case. Please choose somebody from the list.",
)


class AlreadyTaken(AlreadyDecided):
    """Somebody else works on the case (or nobody any more) than the person saw."""


class WrongPerson(ApprovalError):
    """Who was named to take the case over cannot decide on it."""

    field = "to"


def take(case, seen=""):
    """Take a case upon who is logged in; nothing when they have it already.

    seen: user id of who worked on it as far as the person knew: it is taken over from nobody else.
    Raises NotPossible, NotAllowed, AlreadyTaken.
    """
    me = required_actor(case).userid
    former = assigned_to(case)
    if former == me:
        return
    require_as_seen(case, seen)
    assign(case, me, rules.TAKEN, names=[former] if former else ())


def hand_over(case, person, word=""):
    """Hand a case over to somebody else who can decide on it; one that nobody has, too.

    Raises NotPossible, NotAllowed, WrongPerson, CommentTooLong, AlreadyTaken when somebody else
    has it: it has to be taken over first, so that they hear of it.
    """
    me = required_actor(case).userid
    if assigned_to(case) not in (None, me):
        raise already_taken(case)
    word = sound(word)
    if not is_visible(person) or not person_can_work_on(facts_of(case), person):
        raise WrongPerson(NOT_THEIRS)
    if person == me:
        return take(case)
    assign(case, person, rules.HANDED, word, [person])


def give_back(case, word=""):
    """Let a case wait for its whole group again.

    Raises AlreadyTaken when it is not one's own, NotAllowed for whom it is no business of.
    """
    me = current_actor().userid
    if assigned_to(case) != me:
        required_actor(case)
        raise already_taken(case)
    word = sound(word)
    case.assigned = None
    note(case, rules.GIVEN_BACK, word)


def end(case):
    """Forget who worked on a case, for it has moved on; return whether anybody did."""
    if kept(case, "assigned") is None:
        return False
    case.assigned = None
    return True


def forget_person(userid):
    """Let what somebody had whose account goes wait for the whole group again."""
    catalog = api.portal.get_tool("portal_catalog")
    for brain in catalog.unrestrictedSearchResults(assigned=userid):
        case = brain._unrestrictedGetObject()
        if assigned_to(case) == userid:
            case.assigned = None
            IJournal(case).append(rules.KIND, SYSTEM, action=rules.GIVEN_BACK)
            case.reindexObject(idxs=["assigned"])


def person_deleted(event):
    """Subscriber; of a site that is being deleted nothing is left to see to."""
    if queryUtility(IPloneSiteRoot) is not None:
        forget_person(event.principal)


def required_actor(case):
    """Return who is logged in, when the case waits for them; else raise why not.

    NotPossible tells of the state, and only those who decide on cases of this kind.
    """
    facts, actor = facts_of(case), current_actor()
    if can_work_on(facts, actor):
        return actor
    if not can_be_assigned(facts) and reads_notes(case):
        raise NotPossible(NOT_ASSIGNABLE)
    raise NotAllowed(NOT_YOURS, Denied(NOT_YOURS))


def require_as_seen(case, seen):
    """Raise AlreadyTaken when somebody else has a case than the person saw."""
    if (assigned_to(case) or "") != (seen or ""):
        raise already_taken(case)


def already_taken(case):
    """Return the exception that tells who works on a case."""
    found, entry = assignment_of(case), IJournal(case).last(rules.KIND)
    if found is None:
        message = _("error_taken_by_nobody", default="Nobody has taken this case any more.")
    else:
        message = _(
            "error_already_taken",
            default="${who} has taken this case on ${when}.",
            mapping={"who": person_name(found.person), "when": formatting.moment(found.since)},
        )
    return AlreadyTaken(message, entry)


def assign(case, person, action, word="", names=()):
    """Give a case to a person and write it down; whoever may do so was asked before."""
    now, me = formatting.now(), current_actor().userid
    case.assigned = rules.as_stored(rules.Assignment(person, me, now))
    note(case, action, word, names)


def note(case, action, word="", names=()):
    """Write down who works on the case. names: of others whom it concerns, by user id."""
    IJournal(case).append(
        rules.KIND, current_actor().userid, action=action, comment=word, fields=list(names)
    )
    case.reindexObject(idxs=["assigned"])


def sound(word):
    """Return what was written without blanks around it, or raise CommentTooLong."""
    word = (word or "").strip()
    if len(word) > MAX_COMMENT:
        raise CommentTooLong(MAX_COMMENT)
    return word
