"""@@raumplan-zeichnung: the drawing below the places, as a picture."""

from kommunalhub.booking.plan.operations import SVG
from kommunalhub.booking.plan.storage import plan_of
from kommunalhub.core.caching.lasting import LASTING
from Products.Five import BrowserView
from zExceptions import NotFound


class DrawingView(BrowserView):
    """Kept for a year by the address that a page gives it: a new drawing has another."""

    def __call__(self):
        plan = plan_of(self.context)
        if plan is None or plan.drawing is None:
            raise NotFound("@@raumplan-zeichnung")
        response = self.request.response
        response.setHeader("Content-Type", SVG)
        response.setHeader("X-Theme-Disabled", "1")
        if self.request.form.get("v") == plan.digest:
            response.setHeader("Cache-Control", LASTING)
        return plan.drawing.data
