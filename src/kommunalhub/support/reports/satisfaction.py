"""Whether people were satisfied: one click on a solved ticket, of their own accord.

The ticket keeps that there was an answer, never which; the answer is counted by the week. Nobody is
asked by mail, and nothing is shown of fewer answers than LEAST.
"""

from kommunalhub.approvals.workflows import state_of
from kommunalhub.core import asking
from kommunalhub.core.kept import kept
from kommunalhub.core.tally import operations as tally
from kommunalhub.core.tally.kinds import TallyKind
from kommunalhub.support import queue


YES, NO = ANSWERS = ("yes", "no")
LEAST = 5
SATISFIED = TallyKind("support.satisfied", days=730, weekly=True)


def may_answer(ticket):
    """Return whether who asks has reported this ticket, it is solved, and they said nothing yet."""
    own = asking.userid() is not None and asking.userid() == ticket.Creator()
    return own and state_of(ticket) in queue.OVER and not kept(ticket, "rated")


def answer(ticket, said):
    """Count an answer, one of ANSWERS; return False where there was one, or none is asked for."""
    if said not in ANSWERS or not may_answer(ticket):
        return False
    ticket.rated = True
    tally.count(SATISFIED, said)
    return True
