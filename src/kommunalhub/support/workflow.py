"""How a ticket goes: states, transitions, who is awaited.

Permissions and roles stand in profiles/default/workflows/support_ticket_workflow; both in plain
sentences in docs/reference/support.md. Due times follow from the service clock (clock/), not from
working days.
"""

from kommunalhub.approvals.rules import Act
from kommunalhub.approvals.rules import Process
from kommunalhub.approvals.rules import Step


TYPE = "SupportTicket"
ID = "support_ticket_workflow"

NEW, ASSIGNED, WAITING = "new", "assigned", "waiting"
RESOLVED, CLOSED, REOPENED = "resolved", "closed", "reopened"
ASSIGN, WAIT, ANSWER = "assign", "wait", "answer"
RESOLVE, REOPEN, CLOSE = "resolve", "reopen", "close"

#: The order in which lists show states.
STATES = (NEW, REOPENED, ASSIGNED, WAITING, RESOLVED, CLOSED)
#: Of what support still has to do something about, sooner or later.
OPEN = (NEW, REOPENED, ASSIGNED, WAITING)

ADD_TICKET = "kommunalhub: Add SupportTicket"
SUPPORT = ("hub-support",)

PROCESS = Process(
    portal_type=TYPE,
    prefix="T",
    milestones=(NEW, ASSIGNED, RESOLVED, CLOSED),
    steps={
        NEW: Step(SUPPORT, open_ended=True),
        REOPENED: Step(SUPPORT, open_ended=True),
        ASSIGNED: Step(SUPPORT, open_ended=True),
        WAITING: Step(("owner",), open_ended=True),
    },
    acts={
        ASSIGN: Act(style="go"),
        WAIT: Act(needs_reason=True),
        ANSWER: Act(style="go", needs_reason=True),
        RESOLVE: Act(style="go", needs_reason=True),
        REOPEN: Act(needs_reason=True),
        CLOSE: Act(style="stop"),
    },
    talks=True,
)
