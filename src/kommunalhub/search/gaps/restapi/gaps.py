"""GET @search-gaps, and DELETE to be done with a line."""

from kommunalhub.core.restapi.body import number_of
from kommunalhub.core.tools import site
from kommunalhub.search.gaps import operations
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.batching import HypermediaBatch
from plone.restapi.services import Service
from zExceptions import NotFound
from zope.interface import alsoProvides
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


class GapsGet(Service):
    """Batched as plone.restapi does; an item: id, text, count, week (ISO day of its Monday)."""

    def reply(self):
        number_of(self.request, "b_size", 25, least=1)
        number_of(self.request, "b_start", 0, least=0)
        batch = HypermediaBatch(self.request, operations.lines(site()))
        answer = {
            "@id": batch.canonical_url,
            "items_total": batch.items_total,
            "items": [
                {"id": line.key, "text": line.text, "count": line.count, "week": line.week}
                for line in batch
            ],
        }
        if batch.links:
            answer["batching"] = batch.links
        return answer


@implementer(IPublishTraverse)
class GapsDelete(Service):
    """DELETE @search-gaps/<id>: 204, or 404 for no such line."""

    key = None

    def publishTraverse(self, request, name):
        if self.key is not None:
            raise NotFound(name)
        self.key = name
        return self

    def reply(self):
        # No form of another site can send this method.
        alsoProvides(self.request, IDisableCSRFProtection)
        if not self.key or not operations.done(self.key):
            raise NotFound(self.key or "@search-gaps")
        return self.reply_no_content()
