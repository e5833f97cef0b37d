"""What follows when somebody asks, whichever door they ask at: form, REST, link or mail.

The journal of a new ticket says so, once; a form or service that did it would forget another's.
"""

from Acquisition import aq_inner
from Acquisition import aq_parent
from kommunalhub.core.kept import kept
from kommunalhub.support import letters
from kommunalhub.support.learning import questions


#: What `came_by` of a ticket may say. Who asks at one of these doors is told otherwise: a mail is
#: answered in its own thread, see mail/operations.py; the demo acts out what was told long ago.
BY_MAIL, ACTED_OUT = "mail", "demo"
#: Made by support of a part of another ticket: nobody has asked in these words.
SPLIT_OFF = "part"
TOLD_OTHERWISE = frozenset({BY_MAIL, ACTED_OUT})


def arrived(ticket):
    """Tell who has asked, and for whom, that it has arrived; count a question without an answer."""
    door = kept(ticket, "came_by")
    if door not in TOLD_OTHERWISE:
        letters.acknowledge(ticket)
        letters.tell_beside(ticket)
    if not door:
        questions.note_unanswered(aq_parent(aq_inner(ticket)), ticket.title)
