"""The one box on the page of a case: what this person can do now, then who else is asked."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.approvals.answers.facts import paragraphs
from kommunalhub.approvals.case import emptiness
from kommunalhub.approvals.case.actor import current_actor
from kommunalhub.approvals.case.awaiting import awaited
from kommunalhub.approvals.case.awaiting import without_question
from kommunalhub.approvals.case.facts import barred_on
from kommunalhub.approvals.case.lastword import shown_word
from kommunalhub.approvals.case.lastword import word_of
from kommunalhub.approvals.case.standins import standing_in
from kommunalhub.approvals.journal.people import person_name
from kommunalhub.approvals.lists.queries import tokens_for
from kommunalhub.approvals.operations import acts_for
from kommunalhub.approvals.titles import titles_of
from kommunalhub.core.messages import filled
from zope.component import getMultiAdapter


YOUR_TURN = _("heading_your_turn", default="It is your turn")
OTHERS_TURN = _("heading_others_turn", default="Now up: ${who}")
ANSWER_AWAITED = _("heading_answer_awaited", default="An answer is awaited")
POSSIBLE = _("heading_nobodys_turn", default="What can be done")
READ_BY_APPLICANT = _("help_reason_applicant", default="The applicant reads it.")
PLEASE_ANSWER = _("turn_answer", default="Please answer the question.")
PLEASE_VOTE = _("turn_vote", default="Please vote for ${party}.")


class Turn:
    """The part of CaseView that knows whose turn it is."""

    @cached_property
    def awaited(self):
        """The tokens of those whom the case awaits for a decision."""
        return awaited(self.process, without_question(self.case))

    @cached_property
    def conversation(self):
        """The part of the page with questions and notes (see conversation.browser)."""
        return getMultiAdapter((self.context, self.request), name="case-conversation")

    def questions_html(self):
        """Return what is open, with the form to answer it."""
        return self._said("questions")

    def speaking_html(self):
        """Return the forms to ask and to note."""
        return self._said("speaking")

    def _said(self, part):
        self.conversation.part = part
        self.conversation.answer = self.conversation_said or {}
        return self.conversation()

    @cached_property
    def consents(self):
        """The part of the page that collects consents (see consents.browser)."""
        view = getMultiAdapter((self.context, self.request), name="case-consents")
        view.answer = self.consents_said or {}
        return view

    @cached_property
    def who_acts(self):
        return titles_of(self.awaited)

    @cached_property
    def acts(self):
        return acts_for(self.context)

    @property
    def offered(self):
        """The acts that this person can take now."""
        return [act for act in self.acts if act["allowed"]]

    @property
    def refused(self):
        """The acts that are not this person's now, those with a special reason first."""
        refused = [act for act in self.acts if not act["allowed"]]
        return sorted(refused, key=lambda act: act["cause"] == "role")

    @cached_property
    def is_my_turn(self):
        """Whether the case waits for a decision of this person, not only whether they could."""
        mine = set(tokens_for(current_actor(), self.case.portal_type))
        return bool(self.offered) and bool(mine.intersection(self.awaited))

    @cached_property
    def tasks(self):
        """What a domain asks this person to do elsewhere first, as [{text, verb, url}]."""
        return []

    def first_sections(self):
        """Return [{id, title, html}] of what the applicant waits for, shown before the facts."""
        return []

    @cached_property
    def turn(self):
        """What the one box says: {mine, heading, sentences, decides}, None where all is over.

        decides: "now" where a decision is what is wanted of this person, "also" where they can
        take one although something else comes first or others are asked, None where they cannot.
        """
        involved = self.is_involved
        asked = involved and bool(self.conversation.questions)
        answers = asked and self.conversation.must_answer
        votes = involved and self.consents.must_vote
        collects = involved and self.consents.is_open
        if not (self.acts or asked or collects or self.tasks):
            return None
        sentences = [PLEASE_ANSWER] if answers else []
        if votes:
            mapping = {"party": self.consents.party()}
            sentences.append(filled(PLEASE_VOTE, mapping))
        sentences += [task["text"] for task in self.tasks]
        decides = None
        if self.offered:
            first = answers or asked or collects or self.tasks or not self.is_my_turn
            decides = "also" if first else "now"
        mine = answers or votes or bool(self.tasks) or decides == "now"
        return {
            "mine": mine,
            "heading": YOUR_TURN if mine else self.others_heading(asked),
            "sentences": sentences,
            "decides": decides,
        }

    def others_heading(self, asked):
        """Return the heading for who is not asked now. asked: whether a question is open."""
        if asked:
            return ANSWER_AWAITED
        if self.who_acts is None:
            return POSSIBLE
        return filled(OTHERS_TURN, who=self.who_acts)

    def others_asked(self):
        """Return who else the case waits for, besides this person; None for nobody."""
        if not (self.turn and self.turn["mine"]) or self.consents.is_open:
            return None
        mine = set(tokens_for(current_actor(), self.case.portal_type))
        if self.is_own:  # whoever stands on the same side is nobody else
            mine.update(f"user:{person}" for person in self.case.owners)
        return titles_of(token for token in self.awaited if token not in mine)

    def word(self):
        """Return what somebody else said with the last step (see lastword), None for nothing."""
        if not self.is_involved:
            return None
        word = word_of(self.context)
        if word is None or word["by"] == current_actor().userid:
            return None
        shown = shown_word(word, self.case.portal_type, person_name)
        return {**shown, "text": paragraphs(shown["text"])}

    @cached_property
    def nobody_there(self):
        """Return a sentence where the case waits for a group that cannot act, else None."""
        if not self.is_involved:
            return None
        return emptiness.warning(self.case, self.awaited, barred_on(self.case))

    def reader(self):
        """Return who reads what is written with a decision, as a sentence."""
        return READ_BY_APPLICANT

    def substituting(self):
        """Return „in Vertretung für …“ where it is this person's turn only as a substitute."""
        mine = self.turn and self.turn["mine"]
        return standing_in(self.case, current_actor()) if mine else None
