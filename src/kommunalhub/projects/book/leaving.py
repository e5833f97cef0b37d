"""Somebody's account goes: what they should see to is up to their function again."""

from kommunalhub.core.tools import catalog
from kommunalhub.projects import workflow
from kommunalhub.projects.book import storage


TIMED = (storage.MILESTONE, storage.TASK)


def forget_person(userid):
    """Take a person out of all that is still to be done; who wrote what stays in the journal."""
    for brain in catalog().unrestrictedSearchResults(portal_type=workflow.TYPE):
        extra = brain.case_extra or {}
        rows = (*extra.get("milestones", ()), *extra.get("tasks", ()))
        if any(row["person"] == userid for row in rows):
            _forget_in(brain._unrestrictedGetObject(), userid)


def _forget_in(project, userid):
    book = storage.ensured_book(project)
    for kind in TIMED:
        for row in book.rows(kind):
            if row["person"] == userid:
                book.keep(kind, {**row, "person": None})
    project.reindexObject(idxs=["awaiting"])
