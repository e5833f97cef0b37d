"""The job that has released materials looked at on the day they ask for."""

from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.core.jobs.interfaces import IJob
from kommunalhub.core.tools import thing_of
from kommunalhub.materials import operations
from kommunalhub.materials import workflow
from kommunalhub.materials.interfaces import IWorkshopMaterial
from plone import api
from zope.interface import implementer


@implementer(IJob)
class Reviews:
    """Finds them by the index `review_on`, whose entry goes once it was asked for."""

    title = _("job_reviews", default="Have training materials checked whose day has come")
    order = 40

    def due(self, now):
        catalog = api.portal.get_tool("portal_catalog")
        brains = catalog.unrestrictedSearchResults(
            portal_type="WorkshopMaterial",
            review_state=[workflow.INTERNAL, workflow.PUBLIC],
            review_on={"query": _today(now).isoformat(), "range": "max"},
        )
        return [brain.UID for brain in brains]

    def do(self, key, now):
        material = thing_of(key)
        if IWorkshopMaterial.providedBy(material):
            operations.ask_for_review(material, _today(now))


def _today(now):
    return formatting.to_local(now).date()
