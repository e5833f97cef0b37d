"""Cases in lists: rows made from the catalog alone, no object is woken.

Used by „Meine Vorgänge“, „Eingereicht von mir“, „Mein Hub“ and the services of the same names.
"""

from functools import cache
from kommunalhub.approvals import workflows
from kommunalhub.approvals.cases import actor_on
from kommunalhub.approvals.cases import current_actor
from kommunalhub.approvals.cases import due_of
from kommunalhub.approvals.cases import facts_of
from kommunalhub.approvals.cases import process_of
from kommunalhub.approvals.clock.settings import closing_days
from kommunalhub.approvals.conversation.rules import may_answer
from kommunalhub.approvals.interfaces import IApprovable
from kommunalhub.approvals.lastword import KEY
from kommunalhub.approvals.lastword import shown_word
from kommunalhub.approvals.operations import acts_for
from kommunalhub.approvals.operations import inbox_query
from kommunalhub.approvals.operations import tokens_for
from kommunalhub.approvals.standins import standing_in
from kommunalhub.core import formatting
from kommunalhub.core.titles import type_title
from kommunalhub.lib.workdays import NONE_CLOSED
from kommunalhub.partners.membership import get_partner
from kommunalhub.partners.rules import group_id
from kommunalhub.partners.substitution.people import name_of
from kommunalhub.partners.substitution.tokens import is_typed
from kommunalhub.partners.substitution.tokens import MARK
from plone import api


# What waits for a person themselves, or for them as a substitute alone.
MINE, SUBSTITUTED = WHOSE = ("mine", "substituted")


def inbox_brains(portal_type=None, partner=None, overdue=False, whose=None):
    """Return the brains of what awaits who is logged in, oldest due date first.

    whose: one of WHOSE, else both.
    """
    query = inbox_query()
    if whose in WHOSE:
        query["awaiting"] = narrowed(query["awaiting"], whose)
    if portal_type:
        query["portal_type"] = portal_type
    if partner:
        query["partner"] = partner
    if overdue:
        query["due"] = {"query": formatting.now(), "range": "max"}
    return api.portal.get_tool("portal_catalog")(**query)


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


def submitted_brains(portal_type=None, partner=None, state=None):
    """Return the brains of the cases that who is logged in has made, last changed first."""
    query = {
        "Creator": current_actor().userid,
        "object_provides": IApprovable.__identifier__,
        "sort_on": "modified",
        "sort_order": "descending",
    }
    if portal_type:
        query["portal_type"] = portal_type
    if partner:
        query["partner"] = partner
    if state:
        query["review_state"] = state
    return api.portal.get_tool("portal_catalog")(**query)


class Rows:
    """Makes rows of one page of a list; what repeats is looked up once."""

    def __init__(self):
        self.actor = current_actor()
        self.now = formatting.now()
        self._partners = {}
        self._called = cache(name_of)
        self._closed = closing_days()

    def __call__(self, brain, acts=True):
        """Return one row as a dict.

        uid, url, title, number, type, type_title, state, state_title, partner, partner_title,
        due ({text, look, iso, exact} or None), overdue, acts (see operations.acts_for), question
        ("answer" where this person has one to answer, "open" where it waits for an answer),
        vote (whether a consent is wanted of the person),
        word (see lastword.shown_word: why it came back; None for one's own words),
        is_page (whether it is a page to be released, which has no number),
        substituting („in Vertretung für …“, None where the case waits for the person themselves)
        and modified.
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
            "partner_title": self.partner_title(brain.partner),
            "due": due_row(due, self.now, self._closed.get(brain.partner, NONE_CLOSED)),
            "overdue": due is not None and due < self.now,
            "acts": acts_for(brain, self.actor) if acts else [],
            "substituting": standing_in(facts, self.actor, self._called) if acts else None,
            "question": self.question_on(brain, facts),
            "vote": self.wants_vote(facts),
            "word": self.word_on(facts) if acts else None,
            "is_page": self.is_page(facts.portal_type),
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
