"""Who sees and edits an experience note, by state, and who does not learn whose case it was."""

from kommunalhub.funding.lessons.notes import operations
from kommunalhub.funding.lessons.notes.source import case_behind
from matrix.stage import own
from matrix.table import EVERYBODY
from matrix.table import HUB
from matrix.table import Promise
from matrix.table import Row
from matrix.table import WITHIN
from matrix.table import WRITERS
from plone import api


_own = HUB | {"owner"}


def fill(note):
    """Give a note what it tells, and a case behind it that only its writers see."""
    folder = api.portal.get()["foerderung"]["beratungen"]["malente"]
    case = api.content.create(folder, "FundingConsultation", title="Das Dach in Sieversdorf")
    case.partner = "malente"
    own(case)
    case.reindexObject()
    note.project, note.outcome = "Ein Dach wurde gedämmt.", "granted"
    note.case_uid, note.author = case.UID(), "owner"


def secrets(note):
    """Return what tells which case a note was made of."""
    case = case_behind(note)
    return {case.UID(), case.Title(), case.getId()}


PROMISE = Promise(
    portal_type="FundingLesson",
    place="foerderung/erfahrungen",
    rows={
        "draft": Row(_own, _own),
        "pending": Row(_own, HUB),
        "planned": Row(_own, HUB),
        "internal": Row(WITHIN | {"owner"}, HUB, readers=WITHIN - HUB, strangers=WITHIN - WRITERS),
        # Nobody brings one there; were it there, it would not tell more.
        "public": Row(EVERYBODY, HUB, readers=EVERYBODY - _own, strangers=EVERYBODY - WRITERS),
        "expired": Row(_own, HUB),
    },
    file=None,
    fill=fill,
    secrets=secrets,
    entered=lambda note, state: operations.hide_author(note, state in operations.RELEASED),
)
