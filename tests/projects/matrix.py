"""Who sees and edits a project, state by state: the people of its partners, and of no others."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from kommunalhub.approvals.consents import operations as consents
from matrix.table import APPLICANT_AND_HOUSE
from matrix.table import HUB
from matrix.table import Promise
from matrix.table import Row
from matrix.words import JSON


@dataclass(frozen=True)
class ProjectRow(Row):
    """Who runs the project (book, reports, changes), and who writes what was learned."""

    runs: frozenset = frozenset()
    writes_lessons: frozenset = frozenset()


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


#: {name: (address below the project, headers, kind of right it needs)}
CHANNELS = {
    "reports XLSX": ("/@@monatsberichte-xlsx", {}, "sees"),
    "public preview": ("/@@oeffentliche-vorschau", {}, "sees"),
    "milestone form": ("/@@etappe", {}, "runs"),
    "task form": ("/@@aufgabe", {}, "runs"),
    "risk form": ("/@@risiko", {}, "runs"),
    "decision form": ("/@@entscheidung", {}, "runs"),
    "change form": ("/@@aenderung", {}, "runs"),
    "partners form": ("/@@beteiligte-aendern", {}, "runs"),
    "lessons form": ("/@@projekt-gelernt", {}, "writes_lessons"),
    "REST records": ("/@records", JSON, "sees"),
    "REST reports": ("/@reports", JSON, "sees"),
    "REST partners": ("/@partner-roles", JSON, "sees"),
    "REST lessons": ("/@lessons", JSON, "sees"),
    "REST consents": ("/@consents", JSON, "sees"),
    "REST public page": ("/@public-page", JSON, "sees"),
}
#: {name: (method, address below the project, body that is wrong, kind of right it needs)}
WRITES = {
    "REST write record": ("POST", "/@records", {"kind": "task"}, "runs"),
    "REST write report": ("POST", "/@reports", {}, "runs"),
    "REST write change": ("POST", "/@change", {}, "runs"),
    "REST write role": ("PATCH", "/@partner-roles", {}, "runs"),
    "REST write partners": ("POST", "/@partner-roles", {}, "runs"),
    "REST write lessons": ("POST", "/@lessons", {}, "writes_lessons"),
}
PROMISE = Promise(
    portal_type="Project",
    place="projekte",
    rows={
        "idea": ProjectRow(HUB | OWNER, OWNER, runs=OWNER),
        "proposed": ProjectRow(PARTNERS),
        "agreed": ProjectRow(PARTNERS, LEAD, runs=LEAD),
        "running": ProjectRow(PARTNERS, LEAD, runs=LEAD, writes_lessons=LEAD),
        "changing": ProjectRow(PARTNERS, runs=LEAD, writes_lessons=LEAD),
        "finished": ProjectRow(PARTNERS, writes_lessons=LEAD),
        "stopped": ProjectRow(PARTNERS, writes_lessons=LEAD),
    },
    channels=CHANNELS,
    writes=WRITES,
    fill=fill,
    entered=entered,
)
