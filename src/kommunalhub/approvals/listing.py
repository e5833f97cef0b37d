"""Cases in lists: rows made from the catalog alone, no object is woken.

Used by „Meine Vorgänge“, „Eingereicht von mir“, „Mein Hub“ and the services of the same names.
"""

from functools import cache
from kommunalhub.approvals import workflows
from kommunalhub.approvals.assignment.reading import assigned_to
from kommunalhub.approvals.assignment.reading import can_be_assigned
from kommunalhub.approvals.assignment.reading import can_work_on
from kommunalhub.approvals.assignment.rules import BY_ME
from kommunalhub.approvals.assignment.rules import CHOICES
from kommunalhub.approvals.assignment.rules import NOBODY
from kommunalhub.approvals.cases import actor_on
from kommunalhub.approvals.cases import current_actor
from kommunalhub.approvals.cases import due_of
from kommunalhub.approvals.cases import facts_of
from kommunalhub.approvals.cases import process_of
from kommunalhub.approvals.clock.settings import closing_days
from kommunalhub.approvals.conversation.rules import may_answer
from kommunalhub.approvals.conversation.rules import may_note
from kommunalhub.approvals.finding import holds
from kommunalhub.approvals.interfaces import IApprovable
from kommunalhub.approvals.lastword import KEY
from kommunalhub.approvals.lastword import shown_word
from kommunalhub.approvals.operations import acts_for
from kommunalhub.approvals.operations import inbox_query
from kommunalhub.approvals.operations import tokens_for
from kommunalhub.approvals.operations import waiting_brains
from kommunalhub.approvals.standins import absent_behind
from kommunalhub.approvals.standins import standing_in
from kommunalhub.core import formatting
from kommunalhub.core.titles import type_title
from kommunalhub.core.tools import catalog
from kommunalhub.lib.workdays import NONE_CLOSED
from kommunalhub.partners.membership import get_partner
from kommunalhub.partners.rules import group_id
from kommunalhub.partners.substitution.browser.away import away_text
from kommunalhub.partners.substitution.people import name_of
from kommunalhub.partners.substitution.tokens import is_typed
from kommunalhub.partners.substitution.tokens import MARK


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


class Rows:
    """Makes rows of one page of a list; what repeats is looked up once."""

    def __init__(self):
        self.actor = current_actor()
        self.now = formatting.now()
        self._partners = {}
        self._called = cache(name_of)
        self._away = cache(lambda userid: away_text(userid, self._called))
        self._closed = closing_days()

    def __call__(self, brain, acts=True):
        """Return one row as a dict.

        uid, url, title, number, type, type_title, state, state_title, partner, partner_title,
        due ({text, look, iso, exact} or None), overdue, acts (see operations.acts_for), question
        ("answer" where this person has one to answer, "open" where it waits for an answer),
        vote (whether a consent is wanted of the person),
        word (see lastword.shown_word: why it came back; None for one's own words),
        is_page (whether it is a page to be released, which has no number),
        substituting („in Vertretung für …“, None where the case waits for the person themselves),
        assigned (who works on it, {id, name, mine, away}; None for nobody and for who is not
        told), may_take (whether nobody has it and the person can take it) and modified.
        """
        due, facts = due_of(brain), facts_of(brain)
        return {
            "uid": brain.UID,
            "url": brain.getURL(),
            "title": brain.Title,
            "number": brain.case_number or "",
            "type": brain.portal_type,
            "type_title": type_title(brain.portal_type),
            "state": brain.review_state,
            "state_title": workflows.state_title(brain.portal_type, brain.review_state),
            "partner": brain.partner or None,
            "partner_title": self.partner_title(brain.partner or None),
            "due": due_row(due, self.now, self._closed.get(brain.partner or None, NONE_CLOSED)),
            "overdue": due is not None and due < self.now,
            "acts": acts_for(brain, self.actor) if acts else [],
            "substituting": standing_in(facts, self.actor, self._called) if acts else None,
            "question": self.question_on(brain, facts),
            "vote": self.wants_vote(facts),
            "word": self.word_on(facts) if acts else None,
            "is_page": self.is_page(facts.portal_type),
            "assigned": self.assigned_on(brain, facts),
            "may_take": acts and self.may_take(brain, facts),
            "modified": formatting.day(brain.modified.asdatetime()),
        }

    def question_on(self, brain, facts):
        if not facts.extra.get("question"):
            return None
        me = actor_on(brain, facts, self.actor)
        return "answer" if may_answer(process_of(facts.portal_type), facts, me) else "open"

    def word_on(self, facts):
        word = facts.extra.get(KEY)
        if not word or word["by"] == self.actor.userid:
            return None
        return shown_word(word, facts.portal_type, self._called)

    def is_page(self, portal_type):
        process = process_of(portal_type)
        return process is not None and process.is_page

    def may_take(self, brain, facts):
        """Return whether nobody has a case of the inbox and this person can take it.

        The index has kept out whom four eyes bar, except while a question is open: so the workflow
        is asked only then.
        """
        if assigned_to(brain) or not can_be_assigned(facts):
            return False
        if facts.extra.get("question"):
            return can_work_on(facts, self.actor)
        return absent_behind(facts, self.actor) != ()

    def assigned_on(self, brain, facts):
        userid, process = assigned_to(brain), process_of(facts.portal_type)
        if userid is None or not may_note(process, facts, actor_on(brain, facts, self.actor)):
            return None
        return {
            "id": userid,
            "name": self._called(userid),
            "mine": userid == self.actor.userid,
            "away": self._away(userid),
        }

    def wants_vote(self, facts):
        awaited = {group_id(party, "reviewers") for party in facts.extra.get("missing", ())}
        return not awaited.isdisjoint(tokens_for(self.actor, facts.portal_type))

    def partner_title(self, partner):
        if partner not in self._partners:
            found = get_partner(partner)
            self._partners[partner] = found.short_title if found else (partner or "")
        return self._partners[partner]


def due_row(due, now, closed=NONE_CLOSED):
    """Return {text, look, iso, exact} of a due date, or None.

    closed: days on which the responsible office is closed.
    """
    if due is None:
        return None
    text, look = formatting.due_text(due, now, closed)
    return {"text": text, "look": look, "iso": due.isoformat(), "exact": formatting.moment(due)}
