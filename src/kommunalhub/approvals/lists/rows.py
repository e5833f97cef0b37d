"""Cases in lists: rows made from the catalog alone, no object is woken.

Used by „Meine Vorgänge“, „Eingereicht von mir“, „Mein Hub“ and the services of the same names.
"""

from functools import cache
from kommunalhub import _
from kommunalhub.approvals import workflows
from kommunalhub.approvals.assignment.reading import assigned_to
from kommunalhub.approvals.assignment.reading import can_be_assigned
from kommunalhub.approvals.assignment.reading import can_work_on
from kommunalhub.approvals.case.actor import actor_on
from kommunalhub.approvals.case.actor import current_actor
from kommunalhub.approvals.case.facts import due_of
from kommunalhub.approvals.case.facts import facts_of
from kommunalhub.approvals.case.insiders import is_inside
from kommunalhub.approvals.case.lastword import KEY
from kommunalhub.approvals.case.lastword import shown_word
from kommunalhub.approvals.case.standins import absent_behind
from kommunalhub.approvals.case.standins import standing_in
from kommunalhub.approvals.clock.settings import closing_days
from kommunalhub.approvals.conversation.rules import may_answer
from kommunalhub.approvals.lists.queries import tokens_for
from kommunalhub.approvals.operations import acts_for
from kommunalhub.approvals.processes import process_of
from kommunalhub.approvals.reviewing.reading import answers
from kommunalhub.approvals.reviewing.reading import upkeep_of
from kommunalhub.approvals.reviewing.rules import REASONS
from kommunalhub.approvals.revisions import KNOWN
from kommunalhub.core import formatting
from kommunalhub.core.titles import type_title
from kommunalhub.lib.workdays import NONE_CLOSED
from kommunalhub.partners.rules import group_id
from kommunalhub.partners.substitution.browser.away import away_text
from kommunalhub.partners.substitution.people import name_of
from kommunalhub.partners.titles import short_title_of


COPY = _("type_working_copy", default="Working copy")
#: Who may write in a page that is released.
WRITERS = frozenset({"Editor", "HubManager", "Manager"})


class Rows:
    """Makes rows of one page of a list; what repeats is looked up once."""

    def __init__(self):
        self.actor = current_actor()
        self.now = formatting.now()
        self._partner_title = cache(short_title_of)
        self._called = cache(name_of)
        self._away = cache(lambda userid: away_text(userid, self._called))
        self._closed = closing_days()

    def __call__(self, brain, acts=True):
        """Return one row of a list that people work with: what `plain` says and more.

        acts (see operations.acts_for), question ("answer" where this person has one to answer,
        "open" where it waits for an answer), vote (whether a consent is wanted of the person),
        word (see lastword.shown_word: why it came back; None for one's own words),
        is_page (whether it is a page to be released, which has no number),
        substituting („in Vertretung für …“, None where the case waits for the person themselves),
        upkeep (what of a page calls for who looks after it, see `upkeep`; None for nothing),
        assigned (who works on it, {id, name, mine, away}; None for nobody and for who is not
        told), may_take (whether nobody has it and the person can take it) and modified.
        """
        facts = facts_of(brain)
        return {
            **self.plain(brain),
            "acts": acts_for(brain, self.actor) if acts else [],
            "substituting": self.substituting(brain) if acts else None,
            "question": self.question_on(brain, facts),
            "vote": self.wants_vote(facts),
            "word": self.word_on(facts) if acts else None,
            "is_page": self.is_page(facts.portal_type),
            "upkeep": self.upkeep(brain, facts) if acts else None,
            "assigned": self.assigned_on(brain, facts),
            "may_take": acts and self.may_take(brain, facts),
            "modified": formatting.day(brain.modified.asdatetime()),
        }

    def plain(self, brain):
        """Return what every list says of a case, as a dict.

        uid, url, title, number, type, type_title, state, state_title, partner, partner_title,
        due ({text, look, iso, exact} or None), overdue.
        """
        due, partner = due_of(brain), brain.partner or None
        return {
            "uid": brain.UID,
            "url": brain.getURL(),
            "title": brain.Title,
            "number": brain.case_number or "",
            "type": brain.portal_type,
            "type_title": self.type_title(brain),
            "state": brain.review_state,
            "state_title": workflows.state_title(brain.portal_type, brain.review_state),
            "partner": partner,
            "partner_title": self._partner_title(partner),
            "due": due_row(due, self.now, self._closed.get(partner, NONE_CLOSED)),
            "overdue": due is not None and due < self.now,
        }

    def type_title(self, brain):
        """Return what kind of thing a case is; a copy is called so, for it has its page's title."""
        is_copy = (brain.case_extra or {}).get(KNOWN)
        return COPY if is_copy else type_title(brain.portal_type)

    def substituting(self, brain):
        """Return „in Vertretung für …“ where a case waits for the person so alone, else None."""
        return standing_in(facts_of(brain), self.actor, self._called)

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

    def upkeep(self, brain, facts):
        """Return {why: whether it is so} of what calls for this person to look after a page.

        And `change`: whether they may write in it.
        """
        found = upkeep_of(facts)
        process = process_of(facts.portal_type)
        if not found or facts.state not in process.released:
            return None
        if not answers(facts.portal_type, found["who"], self.actor):
            return None
        roles = actor_on(brain, facts, self.actor).roles
        why = {why: why in found["why"] for why in REASONS}
        return {**why, "change": not WRITERS.isdisjoint(roles)}

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
        if userid is None or not is_inside(process, facts, actor_on(brain, facts, self.actor)):
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


def due_row(due, now, closed=NONE_CLOSED):
    """Return {text, look, iso, exact} of a due date, or None.

    closed: days on which the responsible office is closed.
    """
    if due is None:
        return None
    text, look = formatting.due_text(due, now, closed)
    return {"text": text, "look": look, "iso": due.isoformat(), "exact": formatting.moment(due)}
