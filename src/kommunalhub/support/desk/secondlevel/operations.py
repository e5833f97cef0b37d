"""The verbs: ask for consent, hand over, call back, answer as second level, use an answer."""

from dataclasses import replace
from kommunalhub import _
from kommunalhub.approvals.case.actor import me_on
from kommunalhub.approvals.case.actor import reads_notes
from kommunalhub.approvals.conversation import operations as conversation
from kommunalhub.approvals.interfaces import AlreadyDecided
from kommunalhub.approvals.interfaces import ApprovalError
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.interfaces import NotAllowed
from kommunalhub.approvals.interfaces import NotPossible
from kommunalhub.approvals.journal import entries
from kommunalhub.approvals.workflows import state_of
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.kept import kept
from kommunalhub.support import operations as support
from kommunalhub.support import queue
from kommunalhub.support import workflow
from kommunalhub.support.desk.secondlevel import letters
from kommunalhub.support.desk.secondlevel import rules
from kommunalhub.support.desk.secondlevel.parcel import lines_of


STATUS, SOLVED = REPLIES = ("status", "solved")
ACTION_OF = {STATUS: entries.CAME_BACK, SOLVED: entries.CAME_SOLVED}
LONGEST_REASON = 500
LONGEST_QUESTION = 2000

NOT_SUPPORT = _("error_second_not_support", default="Only support hands a ticket over.")
NOT_REPORTER = _(
    "error_second_not_reporter", default="Only who reported it decides on their own data."
)
NOT_SECOND = _("error_second_not_theirs", default="Only the second level answers here.")
CLOSED = _("error_second_closed", default="Only open tickets are handed over.")
MERGED = _(
    "error_second_merged",
    default="This ticket is worked on together with another one. Please hand that one over.",
)
IS_OUT = _("error_second_is_out", default="The ticket is with the second level already.")
IS_GONE = _(
    "error_second_gone",
    default="It has been handed over already, so the answer cannot be changed any more.",
)
NOT_OUT = _("error_second_not_out", default="The ticket is not with the second level.")
NOT_ASKED = _("error_second_not_asked", default="Nobody has asked for your consent.")
SAID_NO = _(
    "error_second_said_no",
    default="The person has said no. The ticket can be handed over without their data.",
)
CHANGED = _(
    "error_second_changed",
    default="What goes along has changed in the meantime. Please look at it again.",
)
NO_QUESTION = _("error_second_question", default="Please write what the second level is to do.")
NO_TEXT = _("error_second_text", default="Please write how it stands.")
USED = _("error_second_used", default="A colleague has used this answer already.")


class WrongText(ApprovalError):
    """What was typed does not do; `field` says where."""

    def __init__(self, message, field):
        self.field = field
        super().__init__(message)


def hand_of(ticket):
    """Return the rules.Hand of a ticket."""
    return kept(ticket, "handed_on") or rules.Hand()


def ask_consent(ticket):
    """Ask who reported a ticket whether their data may go along; once is enough."""
    require_support(ticket)
    require_inside(ticket)
    hand = hand_of(ticket)
    if hand.consent == rules.NO:
        raise NotPossible(SAID_NO)
    if not hand.consent:
        keep(ticket, replace(hand, consent=rules.ASKED), entries.CONSENT_ASKED)


def answer_consent(ticket, agrees, reason=""):
    """Say yes or no as who reported a ticket, also another time until it is handed over."""
    require_reporter(ticket)
    hand, reason = hand_of(ticket), (reason or "").strip()
    if hand.out:
        raise AlreadyDecided(IS_GONE)
    require_open(ticket)
    if not hand.consent:
        raise NotPossible(NOT_ASKED)
    require_short(reason, LONGEST_REASON, "reason")
    consent = rules.YES if agrees else rules.NO
    if consent == hand.consent:
        return
    action = entries.CONSENT_GIVEN if agrees else entries.CONSENT_REFUSED
    if hand.consent == rules.YES:
        action = entries.CONSENT_BACK
    keep(ticket, replace(hand, consent=consent), action, reason)


def preview(ticket, question):
    """Return (lines, whether they are whole): what would go along now. Raises ApprovalError."""
    require_support(ticket)
    require_inside(ticket)
    question = (question or "").replace("\r\n", "\n").strip()  # forms write lines so, others not
    if not question:
        raise WrongText(NO_QUESTION, "question")
    require_short(question, LONGEST_QUESTION, "question")
    whole = hand_of(ticket).consent == rules.YES
    return lines_of(ticket, question, whole), whole


def hand_over(ticket, question, seen):
    """Hand a ticket over as it was seen. seen: rules.digest of the preview. Raises ApprovalError.

    Its clock goes on: what was promised to the person, support has promised.
    """
    lines, whole = preview(ticket, question)
    if seen != rules.digest(lines, whole):
        raise AlreadyDecided(CHANGED)
    now = formatting.now().isoformat(timespec="seconds")
    hand = rules.handed(hand_of(ticket), lines, whole, now)
    keep(ticket, hand, entries.HANDED_ON)
    letters.tell_second_level(ticket, hand.parcels[-1].title)


def call_back(ticket):
    """Let the second level see a ticket no more; nothing where it does not."""
    require_support(ticket)
    hand = hand_of(ticket)
    if hand.out:
        keep(ticket, rules.called_back(hand), entries.CALLED_BACK)


def reply(ticket, kind, text):
    """Answer as second level: an internal note until support passes it on. Twice is once."""
    if not queue.is_second_level():
        raise NotAllowed(NOT_SECOND)
    if not is_with_them(ticket):
        raise NotPossible(NOT_OUT)
    if kind not in REPLIES:
        raise WrongText(NO_TEXT, "act")
    text = (text or "").strip()
    if not text:
        raise WrongText(NO_TEXT, "text")
    require_short(text, entries.MAX_COMMENT, "text")
    me, action = asking.userid(), ACTION_OF[kind]
    earlier = replies_to(ticket)[-1:]
    if [(e["actor"], e["action"], e["comment"]) for e in earlier] == [(me, action, text)]:
        return
    journal = IJournal(ticket)
    journal.append(entries.NOTE, me, action=action, comment=text)
    store(ticket, rules.answered(hand_of(ticket), len(journal)))


def use(ticket, seq, text=None):
    """Decide on an answer: it stays a note, or a text goes to who reported the ticket."""
    require_support(ticket)
    hand = hand_of(ticket)
    if seq not in hand.waiting:
        raise AlreadyDecided(USED)
    if text is not None:
        conversation.write_message(ticket, text)
    store(ticket, rules.used(hand, seq))


def replies_to(ticket):
    """Return what the second level has answered, as entries of the journal, oldest first."""
    known = frozenset(ACTION_OF.values())
    return [
        entry
        for entry in IJournal(ticket)
        if entry["kind"] == entries.NOTE and entry["action"] in known
    ]


def is_with_them(ticket):
    """Return whether the second level sees what was handed over of a ticket."""
    return hand_of(ticket).out and state_of(ticket) in workflow.OPEN


def handed_by(uid):
    """Return a ticket that is with the second level, whoever asks; None for any other."""
    ticket = support.ticket_of(uid) if uid else None
    return ticket if ticket is not None and is_with_them(ticket) else None


def is_reporter(ticket):
    """Return whether who asks has reported a ticket; for whom, agrees to nothing about them."""
    if asking.userid() == kept(ticket, "for_user"):
        return False
    return asking.may("View", ticket) and "Owner" in me_on(ticket).roles


def require_support(ticket):
    if not (asking.may("View", ticket) and reads_notes(ticket)):
        raise NotAllowed(NOT_SUPPORT)


def require_reporter(ticket):
    if not is_reporter(ticket):
        raise NotAllowed(NOT_REPORTER)


def require_open(ticket):
    if state_of(ticket) not in workflow.OPEN:
        raise NotPossible(CLOSED)
    if kept(ticket, "merged"):
        raise NotPossible(MERGED)


def require_inside(ticket):
    """Raise NotPossible, or AlreadyDecided, unless a ticket can be handed over now."""
    require_open(ticket)
    if hand_of(ticket).out:
        raise AlreadyDecided(IS_OUT)


def require_short(text, most, field):
    if len(text) > most:
        message = _(
            "error_comment_too_long",
            default="Please shorten your text to ${n} characters.",
            mapping={"n": most},
        )
        raise WrongText(message, field)


def keep(ticket, hand, action, comment=""):
    """Keep how a ticket stands, and write it down.

    Stored first: whom the journal tells of it finds the ticket as it is now.
    """
    store(ticket, hand)
    IJournal(ticket).append(
        entries.RECORD, asking.userid() or "system", action=action, comment=comment
    )


def store(ticket, hand):
    ticket.handed_on = hand
    ticket.reindexObject(idxs=["modified"])
