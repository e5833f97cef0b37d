"""Who sees and edits a consultation, state by state."""

from matrix.table import APPLICANT_AND_HOUSE
from matrix.table import HUB
from matrix.table import Promise
from matrix.table import Row
from matrix.table import WRITERS


_with_consultant = APPLICANT_AND_HOUSE | {"consultant"}
_advised = Row(_with_consultant, HUB | {"consultant"})

PROMISE = Promise(
    portal_type="FundingConsultation",
    place="foerderung/beratungen/malente",
    rows={
        "draft": Row(WRITERS, WRITERS),
        "submitted": Row(APPLICANT_AND_HOUSE, HUB),
        "returned": Row(APPLICANT_AND_HOUSE, WRITERS),
        "rejected": Row(APPLICANT_AND_HOUSE),
        "withdrawn": Row(APPLICANT_AND_HOUSE),
        "released": Row(_with_consultant, HUB),
        "in_consultation": _advised,
        "recommended": _advised,
        "applied": _advised,
        "granted": _advised,
        "denied": Row(_with_consultant, HUB),
        "closed": Row(_with_consultant),
    },
)
