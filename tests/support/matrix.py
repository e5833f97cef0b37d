"""Who sees a ticket, state by state; support sorts it in as long as it is open.

Who works on tickets (support and the hub management) puts them together and reads the mails as they
came; of what is over, an answer is made.
"""

from dataclasses import dataclass
from io import BytesIO
from kommunalhub.support.mail import storage
from matrix.table import HUB
from matrix.table import Promise
from matrix.table import Row
from matrix.words import JSON
from matrix.words import WORD


SUPPORT = frozenset({"support"})
DESK = HUB | SUPPORT
SEES = DESK | {"owner"}


@dataclass(frozen=True)
class TicketRow(Row):
    """Who works on a ticket besides, and who makes an answer of it."""

    works: frozenset = DESK
    answers: frozenset = frozenset()


def fill(ticket):
    """Let the ticket have come as a mail."""
    ticket.partner = "malente"
    original = storage.blob_of(BytesIO(f"Subject: {WORD}\n\nMoin".encode()))
    article = storage.Article("<1@example.org>", "owner", f"{WORD} Moin", (), original)
    storage.keep_article(ticket, 1, article)


#: {name: (address below the ticket, headers, kind of right it needs)}
CHANNELS = {
    "block page": ("/@@blockieren", {}, "edits"),
    "join page": ("/@@join", {}, "works"),
    "presence": ("/@@presence", {}, "works"),
    "mail as it came": ("/@@mail-original?seq=1", {}, "works"),
    "answer form": ("/@@antwort-schreiben", {}, "answers"),
    "REST joined": ("/@joined", JSON, "sees"),
    "REST conversation": ("/@conversation", JSON, "sees"),
}
#: {name: (method, address below the ticket, body that is wrong, kind of right it needs)}
WRITES = {
    "REST write joined": ("POST", "/@joined", {"act": "burn"}, "works"),
    "REST several": ("POST", "/../@tickets", {"uids": []}, "works"),
}

PROMISE = Promise(
    portal_type="SupportTicket",
    place="support",
    rows={
        **{state: TicketRow(SEES, SUPPORT) for state in ("new", "assigned", "waiting", "reopened")},
        **{state: TicketRow(SEES, answers=DESK) for state in ("resolved", "closed")},
    },
    channels=CHANNELS,
    writes=WRITES,
    fill=fill,
)
