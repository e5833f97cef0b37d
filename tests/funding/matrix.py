"""Who sees and edits a consultation and its funding file, state by state."""

from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from kommunalhub.core import formatting
from kommunalhub.funding.applications import operations
from matrix.table import APPLICANT_AND_HOUSE
from matrix.table import HUB
from matrix.table import Promise
from matrix.table import Row
from matrix.table import WRITERS
from matrix.words import JSON


@dataclass(frozen=True)
class FileRow(Row):
    """Who reads the funding file of a case besides, and who keeps it."""

    reads: frozenset = frozenset()
    keeps: frozenset = frozenset()


_with_consultant = APPLICANT_AND_HOUSE | {"consultant"}
_advisers = HUB | {"consultant"}
_keepers = WRITERS | {"consultant"}
_advised = FileRow(_with_consultant, _advisers, reads=_with_consultant, keeps=_keepers)


def fill(case):
    """Give a case a plan and an application that was granted."""
    case.partner = "malente"
    day = formatting.to_local(formatting.now()).date()
    items = [{"title": "Dach", "gross": Decimal(120000), "eligible": True}]
    funds = [{"kind": "own", "amount": Decimal(120000)}]
    operations.save_plan(case, {"items": items, "funds": funds})
    wish = {"programme_title": "Ortskern", "kind": "first", "amount": Decimal(90000)}
    operations.add_application(case, wish)
    operations.take_step(case, 1, {"state": "filed", "day": day - timedelta(days=60)})
    notice = {"kind": "total", "delivery": "post", "amount": Decimal(90000), "proof_months": 6}
    ends = {"day": day - timedelta(days=30), "period_to": day + timedelta(days=300)}
    operations.record_notice(case, 1, notice | ends)


#: {name: (address below the case, headers, kind of right it needs)}
CHANNELS = {
    "application": ("/@@antrag/1", {}, "reads"),
    "plan": ("/@@finanzierungsplan", {}, "reads"),
    "plan XLSX": ("/@@finanzierungsplan-xlsx", {}, "reads"),
    "money XLSX": ("/@@foerderung.xlsx/1", {}, "reads"),
    "drawdown form": ("/@@mittelabruf/1", {}, "keeps"),
    "plan form": ("/@@finanzierungsplan-aendern", {}, "keeps"),
    "REST application": ("/@applications/1", JSON, "reads"),
    "REST plan": ("/@plans/1", JSON, "reads"),
    "REST drawdowns": ("/@drawdowns/1", JSON, "reads"),
    "REST proof": ("/@proof/1", JSON, "reads"),
}
#: {name: (method, address below the case, body that is wrong, kind of right it needs)}
WRITES = {
    "REST write plan": ("POST", "/@plans", {}, "keeps"),
    "REST write application": ("PATCH", "/@applications/1", {"step": {}}, "keeps"),
    "REST write notice": ("POST", "/@notices/1", {}, "keeps"),
    "REST write drawdown": ("POST", "/@drawdowns/1", {}, "keeps"),
    "REST write deadline": ("POST", "/@deadlines", {}, "keeps"),
}

PROMISE = Promise(
    portal_type="FundingConsultation",
    place="foerderung/beratungen/malente",
    rows={
        "draft": FileRow(WRITERS, WRITERS),
        "submitted": FileRow(APPLICANT_AND_HOUSE, HUB),
        "returned": FileRow(APPLICANT_AND_HOUSE, WRITERS),
        "rejected": FileRow(APPLICANT_AND_HOUSE),
        "withdrawn": FileRow(APPLICANT_AND_HOUSE),
        "released": FileRow(_with_consultant, HUB),
        "in_consultation": _advised,
        "recommended": _advised,
        "applied": _advised,
        "granted": _advised,
        "denied": FileRow(_with_consultant, HUB, reads=_with_consultant, keeps=_keepers),
        "closed": FileRow(_with_consultant, reads=_with_consultant),
    },
    channels=CHANNELS,
    writes=WRITES,
    fill=fill,
)
