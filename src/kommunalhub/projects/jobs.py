"""The job that lets a project wait for its lead from the day on which something is due."""

from kommunalhub import _
from kommunalhub.core.formatting import to_local
from kommunalhub.core.jobs.interfaces import IJob
from kommunalhub.core.tools import catalog
from kommunalhub.projects import workflow
from kommunalhub.projects.indexers import awaits_of
from zope.interface import implementer


STATES = (workflow.AGREED, workflow.RUNNING)


@implementer(IJob)
class ProjectsUpToLead:
    """Its keys are UIDs of projects whose list of whom they await is of another day."""

    title = _("job_projects_due", default="Let projects wait for their lead once something is due")
    order = 45  # before reminders are written

    def due(self, now):
        today = to_local(now).date()
        return [brain.UID for brain in _projects() if is_outdated(brain, today)]

    def do(self, key, now):
        today = to_local(now).date()
        for brain in _projects(UID=key):
            if is_outdated(brain, today):
                brain._unrestrictedGetObject().reindexObject(idxs=["awaiting"])


def _projects(**query):
    return catalog().unrestrictedSearchResults(
        portal_type=workflow.TYPE, review_state=list(STATES), **query
    )


def is_outdated(brain, today):
    """Return whether the catalog says of a project what is not so on a day."""
    facts = brain.case_extra or {}
    if "partners" not in facts:
        return False
    return facts.get("awaits") != awaits_of(brain.review_state, facts, today)
