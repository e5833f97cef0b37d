"""All that somebody can do by a link; pages and services for guests ask here, and nowhere else.

Each act is a verb of the room it belongs to, done as the guest: its rules, rights and journal are
those of everybody. What is not listed does not exist for who comes by a link.
"""

from kommunalhub.approvals.conversation import operations as conversation
from kommunalhub.approvals.operations import decide
from kommunalhub.coworking.agreement import operations as agreement
from kommunalhub.coworking.outside import booking
from kommunalhub.security.guests import operations as guests
from kommunalhub.security.guests.typed import number_of
from kommunalhub.security.guests.typed import text_of
from kommunalhub.security.guests.typed import uploads_of


def answer(case, form):
    """Answer the open questions, with papers if any."""
    conversation.answer(case, text_of(form, "text"), uploads_of(form), number_of(form, "question"))


def step(transition):
    """Return the act that takes a step of the workflow."""

    def act(case, form):
        decide(case, transition, text_of(form, "comment"), text_of(form, "seen_state") or None)

    act.__doc__ = f"Take the step {transition}."
    return act


def accept(case, form):
    """Accept the agreement."""
    agreement.accept(case)


def revoke(case, form):
    """Let no link be good any more."""
    guests.revoke(case.Creator())


#: Name of what a form or a service sends: what it does with (application, values).
ACTS = {
    "answer": answer,
    "submit": step("submit"),
    "withdraw": step("withdraw"),
    "end": step("end"),
    "accept": accept,
    "book": booking.book,
    "cancel": booking.cancel,
    "arrive": booking.arrive,
    "subscribe": booking.subscribe,
    "unsubscribe": booking.unsubscribe,
    "revoke": revoke,
}
