"""The page of a space."""

from kommunalhub import _
from kommunalhub.approvals.answers.facts import as_html
from kommunalhub.approvals.answers.facts import fact_rows
from kommunalhub.core import asking
from kommunalhub.booking.interfaces import ISpace
from plone import api
from Products.Five import BrowserView


class SpaceView(BrowserView):
    """What the space is and has, and the way to apply for it."""

    def facts(self):
        """Return [(label, html)] of kind, seats and equipment."""
        rows = fact_rows(self.context, self.request, ISpace, ["kind", "seats", "equipment"])
        return [(label, as_html(value, self.request)) for label, value in rows]

    @property
    def apply_url(self):
        return f"{api.portal.get().absolute_url()}/@@arbeitsplatz-beantragen"

    def may_edit(self):
        return asking.may("Modify portal content", self.context)

    def state_note(self):
        """Return a sentence where not everybody sees the space yet, or None."""
        if api.content.get_state(self.context) == "public":
            return None
        return _("space_not_public", default="This space is not public yet.")
