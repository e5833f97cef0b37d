"""All that somebody can do by a link; the page and the service ask here, and nowhere else.

Each act is a verb of everybody, done as the guest: rules, rights and journal are the same. What is
not listed does not exist for who comes by a link.
"""

from kommunalhub import _
from kommunalhub.approvals.case.actor import current_actor
from kommunalhub.approvals.conversation import operations as conversation
from kommunalhub.approvals.documents import files
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.interfaces import UploadRefused
from kommunalhub.approvals.journal import entries
from kommunalhub.approvals.operations import decide
from kommunalhub.approvals.workflows import state_of
from kommunalhub.core.language import in_site_language
from kommunalhub.security.guests import operations as guests
from kommunalhub.security.guests.typed import text_of
from kommunalhub.security.guests.typed import uploads_of
from kommunalhub.support import workflow
from kommunalhub.support.interfaces import IByLink
from zope.component import getUtility


FILES_ONLY = _("ticket_files_only", default="(Files only)")
#: What both sides say. Notes are for support alone.
SPOKEN = frozenset({entries.MESSAGE, entries.TRANSITION})


def write(ticket, form):
    """Say something, with files if any: an answer where support waits for one.

    What is sent twice is said once.
    """
    sent = uploads_of(form)
    text = conversation.sound(text_of(form, "text"), entries.MESSAGE, required=not sent)
    if not sent and is_said(ticket, text):
        return
    if state_of(ticket) != workflow.WAITING:
        conversation.write_message(ticket, text, sent)
        return
    problems = files.problems_of(sent)
    if problems:
        raise UploadRefused(problems)
    decide(ticket, workflow.ANSWER, text or in_site_language(FILES_ONLY))
    if sent:
        files.add_files(ticket, sent)


def is_said(ticket, text):
    """Return whether this is the last that was said, by this very person."""
    last = max(
        filter(None, (IJournal(ticket).last(kind) for kind in SPOKEN)),
        key=lambda entry: entry["seq"],
        default=None,
    )
    return last is not None and (last["actor"], last["comment"]) == (current_actor().userid, text)


def step(transition):
    """Return the act that takes a step of the workflow."""

    def act(ticket, form):
        decide(ticket, transition, text_of(form, "comment"), text_of(form, "seen_state") or None)

    act.__doc__ = f"Take the step {transition}."
    return act


def of_room(name):
    """Return the act that a room of support knows under a name, see IByLink."""

    def act(ticket, form):
        getUtility(IByLink, name).act(ticket, form)

    act.__doc__ = f"What a room does under the name {name}."
    return act


def revoke(ticket, form):
    """Let no link be good any more."""
    guests.revoke(ticket.Creator())


#: Names of what rooms add.
OF_ROOMS = ("agree", "decline")
#: Name of what a form or a service sends: what it does with (ticket, values).
ACTS = {
    "write": write,
    "reopen": step(workflow.REOPEN),
    "close": step(workflow.CLOSE),
    **{name: of_room(name) for name in OF_ROOMS},
    "revoke": revoke,
}
