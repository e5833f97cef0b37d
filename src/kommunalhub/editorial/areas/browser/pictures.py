"""@@bereich-bild/picture and /crest: pictures of an area, read where the area is read."""

from kommunalhub.core import asking
from kommunalhub.core.caching.lasting import LASTING
from kommunalhub.editorial.areas.pictures import ALL
from kommunalhub.editorial.areas.pictures import NAMES
from kommunalhub.editorial.areas.reading import is_for_everybody
from kommunalhub.editorial.areas.reading import reads
from kommunalhub.editorial.areas.storage import area_of
from Products.Five import BrowserView
from zExceptions import NotFound
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


#: The block that shows a picture; who does not read that does not get it either.
SHOWN_BY = {"picture": "introduction"}


@implementer(IPublishTraverse)
class PictureView(BrowserView):
    """Kept for a year by the address that pages give it: a new picture has another."""

    name = None

    def publishTraverse(self, request, name):
        if self.name is not None or name not in NAMES:
            raise NotFound(name)
        self.name = name
        return self

    def __call__(self):
        found = getattr(area_of(self.context), self.name) if self.name else None
        block = SHOWN_BY.get(self.name)
        if found is None or (block is not None and not reads(self.context, block)):
            raise NotFound("@@bereich-bild")
        response = self.request.response
        response.setHeader("Content-Type", found.media_type)
        response.setHeader("X-Theme-Disabled", "1")
        response.setHeader("Cache-Control", "private, no-cache")
        if self.request.form.get(ALL) and asking.may("Modify portal content", self.context):
            return found.original.data
        lasts = self.request.form.get("v") == found.digest
        if lasts and is_for_everybody(self.context, block):
            response.setHeader("Cache-Control", LASTING)
        return found.blob.data
