"""The conversation on the page of a case: `case-conversation` shows it, `@@converse` takes it."""

from datetime import datetime
from functools import cached_property
from kommunalhub import _
from kommunalhub.approvals.answers.facts import paragraphs
from kommunalhub.approvals.answers.pages import case_page
from kommunalhub.approvals.answers.pages import post_only
from kommunalhub.approvals.answers.pages import status_of
from kommunalhub.approvals.answers.pages import text
from kommunalhub.approvals.case.actor import current_actor
from kommunalhub.approvals.case.facts import facts_of
from kommunalhub.approvals.conversation import operations
from kommunalhub.approvals.conversation import rules
from kommunalhub.approvals.conversation.access import may
from kommunalhub.approvals.conversation.questions import open_questions
from kommunalhub.approvals.documents import files
from kommunalhub.approvals.documents.filelist import CaseFiles
from kommunalhub.approvals.interfaces import ApprovalError
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.interfaces import UploadRefused
from kommunalhub.approvals.journal.people import name_in
from kommunalhub.core import formatting
from kommunalhub.core.persons import name_of
from plone.protect.authenticator import check as check_authenticator
from plone.protect.authenticator import createToken
from Products.Five import BrowserView
from Products.statusmessages.interfaces import IStatusMessage
from zExceptions import NotFound


WITHDRAW = "withdraw"
DONE = {
    rules.QUESTION: _(
        "message_asked",
        default="Your question has been put. The deadline stands still until it is answered.",
    ),
    rules.ANSWER: _("message_answered", default="Thank you, your answer has been sent."),
    rules.MESSAGE: _("message_written", default="Your message has been sent."),
    rules.NOTE: _(
        "message_noted", default="Your note has been saved. The applicant never sees it."
    ),
    WITHDRAW: _("message_withdrawn", default="The question has been taken back."),
}


class Conversation(BrowserView):
    """A part of the page of a case; `answer` is what CaseView got from `@@converse`, if anything.

    answer: {kind, text, error (at the text), problems (of the files)}. part: "questions" for what
    is open, "speaking" for the forms to ask and to note, None for both.
    """

    answer = {}
    part = None

    @cached_property
    def questions(self):
        """The open questions as [{seq, text, who, when, iso}], oldest first."""
        return [
            {
                "seq": entry["seq"],
                "text": paragraphs(entry["comment"]),
                "who": name_in(entry),
                "when": formatting.moment(datetime.fromisoformat(entry["when"])),
                "iso": entry["when"],
            }
            for entry in open_questions(self.context)
        ]

    @property
    def token(self):
        return createToken()

    @cached_property
    def must_answer(self):
        """Whether this person may answer what is open."""
        return bool(self.questions) and bool(may(self.context, rules.ANSWER))

    @cached_property
    def may_ask(self):
        return bool(may(self.context, rules.QUESTION))

    @cached_property
    def may_write(self):
        return bool(may(self.context, rules.MESSAGE))

    @cached_property
    def may_note(self):
        return bool(may(self.context, rules.NOTE))

    def takes_files(self):
        return files.takes_files(self.context)

    def limits(self):
        return CaseFiles(self.context).limits()

    def heard(self):
        """Return how many entries the journal has, as the person sees the case now."""
        return len(IJournal(self.context))

    def newest(self):
        return self.questions[-1]["seq"]

    def typed(self, kind):
        return self.answer.get("text", "") if self.answer.get("kind") == kind else ""

    def error(self, kind):
        return self.answer.get("error") if self.answer.get("kind") == kind else None

    def problems(self, kind):
        return (self.answer.get("problems") if self.answer.get("kind") == kind else None) or ()

    def applicant(self):
        return name_of(self.context.Creator())

    def is_own(self):
        return current_actor().userid in facts_of(self.context).owners


class Converse(BrowserView):
    """@@converse: POST with kind (one of rules.KINDS, or withdraw), text, question, files."""

    def __call__(self):
        if self.request.method != "POST":
            said = {"kind": self.sent("kind"), "text": self.sent("text")}
            return post_only(self.context, self.request, conversation_said=said)
        check_authenticator(self.request)
        kind, words = self.sent("kind"), self.sent("text")
        if kind not in DONE:
            raise NotFound("kind")
        try:
            self.say(kind, words)
        except LookupError as error:
            raise NotFound("question") from error
        except UploadRefused as refused:
            return self.again(400, kind, words, problems=refused.problems)
        except ApprovalError as error:
            at_field = getattr(error, "field", None) == "text"
            return self.again(
                status_of(error),
                kind,
                words,
                error=error.args[0] if at_field else None,
                problem=None if at_field else error.args[0],
            )
        IStatusMessage(self.request).add(DONE[kind])
        url = f"{self.context.absolute_url()}#{'verlauf' if kind == rules.NOTE else 'gespraech'}"
        self.request.response.redirect(url, status=303)

    def sent(self, name):
        return text(self.request.form.get(name))

    def say(self, kind, words):
        if kind == rules.QUESTION:
            operations.ask(self.context, words)
        elif kind == rules.NOTE:
            operations.write_note(self.context, words)
        elif kind == rules.MESSAGE:
            operations.write_message(self.context, words, self.uploads, self.numbered("seen"))
        elif kind == WITHDRAW:
            operations.withdraw(self.context, self.number or 0)
        else:
            operations.answer(self.context, words, self.uploads, self.number)

    @property
    def uploads(self):
        sent = self.request.form.get("files") or []
        return sent if isinstance(sent, list) else [sent]

    @property
    def number(self):
        """The number of the question that the person saw, or None."""
        return self.numbered("question")

    def numbered(self, name):
        """Return a number that the form sent, or None."""
        value = self.sent(name)
        return int(value) if value.isdecimal() and len(value) < 10 else None

    def again(self, status, kind, words, problem=None, **wrong):
        """Return the page of the case with what was typed."""
        said = {"kind": kind, "text": words, **wrong}
        return case_page(
            self.context, self.request, status, conversation_said=said, problem=problem
        )
