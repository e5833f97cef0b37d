"""What the demo has in the trash."""

from Acquisition import aq_parent
from Products.CMFCore.indexing import processQueue


PAGE = {"id": "weihnachtsmarkt-2025", "title": "Weihnachtsmarkt 2025: Anfahrt und Parken"}
EDITOR, PLACE = "malente-redaktion", "partner/malente"
#: Working days ago: written, deleted.
WRITTEN, DELETED = 20, 3


def build(stage):
    """Have an editor delete an outdated page, once; return how many such pages there are."""
    if stage.record.has("trash", PAGE["id"]):
        return 1
    calendar = stage.calendar
    moment = calendar.moment(calendar.workday(WRITTEN))
    page = stage.enter(stage.section(PLACE), "Document", EDITOR, moment, PAGE)
    stage.record.note("trash", PAGE["id"], page)
    processQueue()  # what comes and goes in one transaction was never in the catalog
    with stage.as_person(EDITOR, calendar.moment(calendar.workday(DELETED))):
        aq_parent(page).manage_delObjects([page.getId()])
    return 1
