"""Which cases stand in a list: what awaits a person, what they have made, what they decided on."""

from kommunalhub.approvals.assignment.rules import BY_ME
from kommunalhub.approvals.assignment.rules import CHOICES
from kommunalhub.approvals.assignment.rules import NOBODY
from kommunalhub.approvals.case.actor import current_actor
from kommunalhub.approvals.case.standins import not_through_absent
from kommunalhub.approvals.interfaces import IApprovable
from kommunalhub.approvals.lists.finding import holds
from kommunalhub.core import formatting
from kommunalhub.core.reading import once
from kommunalhub.core.tools import catalog
from kommunalhub.partners.tokens import is_typed
from kommunalhub.partners.tokens import MARK


# What waits for a person themselves, or for them as a substitute alone.
MINE, SUBSTITUTED = WHOSE = ("mine", "substituted")
# Orders of a list: index and direction.
SORTS = {
    "due": ("due", "ascending"),
    "changed": ("modified", "descending"),
    "title": ("sortable_title", "ascending"),
}
#: So many of the cases that somebody has decided on are shown, those that moved last.
MOST_DECIDED = 200


def inbox_brains(
    portal_type=None,
    partner=None,
    overdue=False,
    whose=None,
    assigned=None,
    words=(),
    sort="due",
):
    """Return the brains of what awaits who is logged in, oldest due date first or as `sort` says.

    whose: one of WHOSE, else both. assigned: one of assignment.rules.CHOICES, else all.
    words: see finding.words_of. sort: one of SORTS.
    """
    narrowing = (portal_type, partner, overdue, whose, assigned, words)
    if not any(narrowing) and sort == "due":
        return waiting_brains()
    query = inbox_query()
    if whose in WHOSE:
        query["awaiting"] = narrowed(query["awaiting"], whose)
    if assigned in CHOICES:
        query["assigned"] = current_actor().userid if assigned == BY_ME else NOBODY
    if overdue:
        query["due"] = {"query": formatting.now(), "range": "max"}
    return found(query, portal_type, partner, words, sort)


def found(query, portal_type=None, partner=None, words=(), sort=None):
    """Return the brains of a query, narrowed and in order as the lists offer it."""
    if portal_type:
        query["portal_type"] = portal_type
    if partner:
        query["partner"] = partner
    if sort in SORTS:
        query["sort_on"], query["sort_order"] = SORTS[sort]
    brains = catalog()(**query)
    if not words:
        return brains
    # The title of a case is no index of parts of words, and a list of one person is short.
    return [
        brain
        for brain in brains
        if holds(words, (brain.Title, brain.case_number, brain.Description))
    ]


def narrowed(awaiting, whose):
    """Return the query of the index `awaiting` for one of WHOSE alone.

    >>> narrowed({"query": ["a", "a~T"], "not": ["-me"]}, SUBSTITUTED)
    {'query': ['a~T'], 'not': ['-me', 'a']}
    """
    own = [token for token in awaiting["query"] if not is_typed(token)]
    if whose == MINE:
        return {**awaiting, "query": own}
    # Asked for nothing, the index answers with everything.
    lent = [token for token in awaiting["query"] if is_typed(token)] or [MARK]
    return {**awaiting, "query": lent, "not": [*awaiting["not"], *own]}


def submitted_brains(portal_type=None, partner=None, state=None, words=(), sort=None):
    """Return the brains of the cases that who is logged in has made, last changed first."""
    query = {
        "Creator": current_actor().userid,
        "object_provides": IApprovable.__identifier__,
        "sort_on": "modified",
        "sort_order": "descending",
    }
    if state:
        query["review_state"] = state
    return found(query, portal_type, partner, words, sort)


def decided_brains(portal_type=None, partner=None, words=()):
    """Return the brains of what who is logged in has decided on, their last decision first.

    Their own applications are not among them, and no more than MOST_DECIDED.
    """
    me = current_actor().userid
    query = {
        "decided_by": me,
        "Creator": {"not": me},
        "sort_on": "modified",
        "sort_order": "descending",
        "sort_limit": MOST_DECIDED,
    }
    brains = found(query, portal_type, partner, words)[:MOST_DECIDED]
    return sorted(brains, key=lambda brain: decision_on(brain, me)["when"], reverse=True)


def decision_on(brain, userid):
    """Return the last decision of a person on a case, from its brain (see decided.decisions_of)."""
    return (brain.decisions or {}).get(userid) or {"kind": "", "action": "", "to": "", "when": ""}


def tokens_for(actor, case_type=None):
    """Return the values of the index `awaiting` that mean this person.

    case_type: also the groups for whose members they act on cases of this type, by their own names.
    """
    groups = sorted(actor.groups)
    if case_type is not None:
        groups = [group.removesuffix(f"{MARK}{case_type}") for group in groups]
    return [*groups, f"user:{actor.userid}"]


def inbox_query(actor=None):
    """Return the catalog query for all that awaits a person, oldest due date first."""
    actor = actor or current_actor()
    return {
        **not_through_absent(actor),
        "awaiting": {
            "query": tokens_for(actor),
            "operator": "or",
            "not": [f"-{actor.userid}"],
        },
        "sort_on": "due",
        "sort_order": "ascending",
    }


@once
def waiting_brains():
    """Return the brains of all that awaits who is logged in, oldest due date first.

    The header counts them on every page, and the pages that show them ask for the same.
    """
    return catalog()(**inbox_query())


def inbox_count():
    """Return how many cases await who is logged in."""
    return len(waiting_brains())
