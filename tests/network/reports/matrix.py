"""Who reads a report of experience, and who writes it, state by state."""

from matrix.table import APPLICANT_AND_HOUSE
from matrix.table import AUTHORS
from matrix.table import EVERYBODY
from matrix.table import Promise
from matrix.table import READERS
from matrix.table import Row
from matrix.table import WITHIN
from matrix.table import WRITERS


def fill(report):
    report.partner = "malente"
    report.what = report.went_wrong = report.again = "Nur für die Prüfung."


PROMISE = Promise(
    portal_type="ExperienceReport",
    place="netzwerk/erfahrungen",
    rows={
        "draft": Row(WRITERS, AUTHORS),
        "pending": Row(APPLICANT_AND_HOUSE),
        "returned": Row(WRITERS | {"reviewer"}, AUTHORS),
        "internal": Row(WITHIN | {"owner"}, readers=READERS),
        "public": Row(EVERYBODY, readers=READERS),
    },
    file=None,
    fill=fill,
)
