"""The verbs of a conversation: ask, answer, withdraw a question, write a message or a note."""

from datetime import datetime
from kommunalhub import _
from kommunalhub.approvals.case.actor import current_actor
from kommunalhub.approvals.case.actor import me_on
from kommunalhub.approvals.case.facts import facts_of
from kommunalhub.approvals.clock import operations as clock
from kommunalhub.approvals.conversation import rules
from kommunalhub.approvals.conversation.access import may
from kommunalhub.approvals.conversation.questions import open_questions
from kommunalhub.approvals.documents import files
from kommunalhub.approvals.interfaces import AlreadyDecided
from kommunalhub.approvals.interfaces import ApprovalError
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.interfaces import NotAllowed
from kommunalhub.approvals.interfaces import NotPossible
from kommunalhub.approvals.journal import entries
from kommunalhub.approvals.journal.entries import MAX_COMMENT
from kommunalhub.approvals.journal.people import name_in
from kommunalhub.approvals.processes import process_of
from kommunalhub.core import formatting


EMPTY = {
    rules.QUESTION: _("error_question_empty", default="Please write your question."),
    rules.ANSWER: _("error_answer_empty", default="Please write an answer or add a document."),
    rules.MESSAGE: _("error_message_empty", default="Please write your message."),
    rules.NOTE: _("error_note_empty", default="Please write your note."),
}


NO_QUESTION = _("error_no_open_question", default="There is no open question on this case.")


class TextWrong(ApprovalError):
    """What was written is missing or too long."""

    field = "text"


def ask(case, text):
    """Ask the applicant; the case awaits them too, and its clock stands still, until answered."""
    require(case, rules.QUESTION)
    text = sound(text, rules.QUESTION)
    note_down(case, rules.QUESTION, entries.ASKED, text)
    clock.pause(case, "question")
    case.reindexObject(idxs=["awaiting"])


def answer(case, text, sent=(), upto=None):
    """Answer the open questions up to number `upto`, by default all, with documents if any.

    sent: uploads as for files.add_files. The answer is a change of the case: who gave it does not
    decide on it. Raises AlreadyDecided when the question is settled, NotPossible without one.
    """
    require(case, rules.ANSWER)
    numbers = [question["seq"] for question in open_questions(case)]
    if upto is not None and upto not in numbers:
        raise settled(case, upto)
    if not numbers:
        raise NotPossible(NO_QUESTION)
    text, names = said_with_files(case, rules.ANSWER, text, sent)
    actor = current_actor().userid
    note_down(case, rules.ANSWER, f"{entries.ANSWERS}:{upto or numbers[-1]}", text, names)
    case.last_editor = actor
    settle(case)


def write_message(case, text, sent=(), heard=None):
    """Say something to the other side, with files if any; what follows is up to the kind of case.

    sent: uploads as for files.add_files. heard: how many entries of the journal the person knew;
    raises AlreadyDecided where somebody on their own side has spoken since. None asks nothing.
    """
    require(case, rules.MESSAGE)
    if heard is not None:
        require_heard(case, heard)
    text, names = said_with_files(case, rules.MESSAGE, text, sent)
    note_down(case, rules.MESSAGE, None, text, names)
    case.reindexObject(idxs=["modified"])


def require_heard(case, heard):
    """Raise AlreadyDecided where two of the same side are about to answer the same."""
    owners, me = facts_of(case).owners, current_actor().userid
    for entry in IJournal(case):
        speaks = entry["kind"] in (entries.MESSAGE, entries.TRANSITION) and entry["comment"]
        if entry["seq"] > heard and speaks and entry["actor"] not in (*owners, me):
            if me in owners:
                continue
            raise AlreadyDecided(
                _(
                    "error_answered_since",
                    default="${who} has answered in the meantime. Please read it before you send "
                    "yours; your text still stands below.",
                    mapping={"who": name_in(entry)},
                ),
                entry,
            )


def said_with_files(case, kind, text, sent):
    """Add what was sent to a case; return (the text, names of the files)."""
    sent = [upload for upload in sent if getattr(upload, "filename", None)]
    text = sound(text, kind, required=not sent)
    return text, [files.name_of(new) for new in files.add_files(case, sent)] if sent else []


def withdraw(case, number):
    """Take an open question back. Raises LookupError when there was no such question."""
    require(case, rules.QUESTION)
    if number not in [question["seq"] for question in open_questions(case)]:
        raise settled(case, number)
    note_down(case, rules.QUESTION, f"{entries.WITHDRAWN}:{number}")
    settle(case)


def write_note(case, text):
    """Keep a note that the applicant never reads; nothing else follows from it."""
    require(case, rules.NOTE)
    note_down(case, rules.NOTE, None, sound(text, rules.NOTE))


def require(case, kind):
    """Raise NotAllowed when who is logged in may not say this on a case."""
    answer = may(case, kind)
    if not answer:
        raise NotAllowed(answer.reason, answer)


def sound(text, kind, required=True):
    """Return what was written without blanks around it, or raise TextWrong."""
    text = (text or "").strip()
    if required and not text:
        raise TextWrong(EMPTY[kind])
    if len(text) > MAX_COMMENT:
        raise TextWrong(
            _(
                "error_comment_too_long",
                default="Please shorten your text to ${n} characters.",
                mapping={"n": MAX_COMMENT},
            )
        )
    return text


def note_down(case, kind, action, text="", names=()):
    """Write into the journal what was said, and in whose place."""
    actor = me_on(case)
    process, facts = process_of(case.portal_type), facts_of(case)
    IJournal(case).append(
        kind,
        actor.userid,
        on_behalf_of=rules.on_behalf_of(process, facts, actor, kind),
        action=action,
        comment=text,
        fields=list(names),
    )


def settle(case):
    """Let the clock run again once nothing is open, and tell the catalog whom the case awaits."""
    if not open_questions(case):
        clock.resume(case)
    case.reindexObject(idxs=["awaiting"])


def settled(case, number):
    """Return the exception that tells how a question was settled; LookupError for none."""
    story = list(IJournal(case))
    asked = [entry for entry in story if entry["seq"] == number]
    if not asked or (asked[0]["kind"], asked[0]["action"]) != (rules.QUESTION, entries.ASKED):
        return LookupError(number)
    for entry in story:
        if entry["seq"] > number and settles(entry, number):
            break
    return AlreadyDecided(
        _(
            "error_question_settled",
            default="The question is settled already: ${who}, ${when}. Please have another look.",
            mapping={
                "who": name_in(entry),
                "when": formatting.moment(datetime.fromisoformat(entry["when"])),
            },
        ),
        entry,
    )


def settles(entry, number):
    """Return whether a later entry settles question `number`."""
    found = rules.target(entry["action"])
    if entry["kind"] == rules.ANSWER:
        return found is not None and found >= number
    if entry["kind"] == rules.QUESTION:
        return found == number
    return entry["kind"] == "transition"
