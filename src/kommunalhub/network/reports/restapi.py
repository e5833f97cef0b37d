"""A report of experience as JSON, with what it came from."""

from kommunalhub.interfaces import IKommunalhubLayer
from kommunalhub.network.reports import operations
from kommunalhub.network.reports.interfaces import IExperienceReport
from kommunalhub.security.restapi.content import HubContent
from plone.restapi.interfaces import ISerializeToJson
from zope.component import adapter
from zope.interface import implementer


@implementer(ISerializeToJson)
@adapter(IExperienceReport, IKommunalhubLayer)
class ReportContent(HubContent):
    """With `came_from`: {@id, title}, null for who may not see it."""

    def __call__(self, *args, **kwargs):
        result = super().__call__(*args, **kwargs)
        brain = operations.origin_of(self.context)
        came_from = {"@id": brain.getURL(), "title": brain.Title} if brain is not None else None
        return {**result, "came_from": came_from}
