"""@@kachel: tiles and small pictures of a panorama, as private as the thing itself.

scene/@@kachel/2/15_7?v=…      level 2, column 15, row 7
scene/@@kachel/preview?v=…     the whole, see rules.PICTURES
"""

from kommunalhub.core.caching.known import is_known
from kommunalhub.core.caching.lasting import LASTING
from kommunalhub.showroom.panoramas import rules
from kommunalhub.showroom.panoramas import state
from Products.Five import BrowserView
from zExceptions import NotFound
from ZODB.POSException import POSKeyError
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


MOST_STEPS = 2


@implementer(IPublishTraverse)
class Piece(BrowserView):
    """One piece; NotFound for what cannot be."""

    def __init__(self, context, request):
        super().__init__(context, request)
        self.steps = []

    def publishTraverse(self, request, name):
        if len(self.steps) == MOST_STEPS:
            raise NotFound(name)
        self.steps.append(name)
        return self

    def __call__(self):
        cut = state.cut_of(self.context)
        if cut is None or cut.status != state.READY:
            raise NotFound("panorama")
        name = rules.asked_piece(self.steps, cut.levels)
        asked = self.request.form.get("v")
        if name is None or asked not in (None, cut.mark):
            raise NotFound("/".join(self.steps))
        response, tag = self.request.response, f'"{cut.mark}-{name}"'
        response.setHeader("ETag", tag)
        # security/headers makes it private where not everybody may see it
        response.setHeader("Cache-Control", LASTING if asked else "no-cache")
        if is_known(self.request, tag):
            response.setStatus(304)
            return b""
        try:
            data = cut.read(name)
        except (POSKeyError, OSError) as error:
            raise NotFound(name) from error
        if data is None:
            raise NotFound(name)
        response.setHeader("Content-Type", "image/webp")
        response.setHeader("X-Content-Type-Options", "nosniff")
        return data
