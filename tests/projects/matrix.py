"""Who sees and edits a project, state by state: the people of its partners, and of no others."""

from datetime import date
from decimal import Decimal
from kommunalhub.approvals.consents import operations as consents
from matrix.table import APPLICANT_AND_HOUSE
from matrix.table import HUB
from matrix.table import Promise
from matrix.table import Row


#: Malente leads, dataport is a partner; Lensahn has nothing to do with it.
PARTNERS = APPLICANT_AND_HOUSE | {"operator"}
LEAD = frozenset({"owner", "editor"})
OWNER = frozenset({"owner"})


def fill(obj):
    obj.partner = "malente"
    obj.partners = {"malente", "dataport"}
    obj.goal = "Ein Ziel"
    obj.gain = "Ein Gewinn"
    obj.theme_fields = {"culture"}
    obj.budget, obj.own_share = Decimal(10000), Decimal(5000)
    obj.start, obj.end = date(2026, 11, 1), date(2027, 11, 1)


def entered(obj, state):
    if state in ("proposed", "changing"):
        consents.open_round(obj)
    elif state != "idea":
        consents.open_round(obj)
        consents.close(obj, "complete")


PROMISE = Promise(
    portal_type="Project",
    place="projekte",
    rows={
        "idea": Row(HUB | OWNER, OWNER),
        "proposed": Row(PARTNERS),
        "agreed": Row(PARTNERS, LEAD),
        "running": Row(PARTNERS, LEAD),
        "changing": Row(PARTNERS),
        "finished": Row(PARTNERS),
        "stopped": Row(PARTNERS),
    },
    channels={"REST records": ("/@records", {"Accept": "application/json"}, "sees")},
    fill=fill,
    entered=entered,
)
