"""@@einlass: where the scanned code of a participant leads the trainer: one press, „is here“."""

from functools import cached_property
from kommunalhub.core import links
from kommunalhub.core.browser.own import OwnPage
from kommunalhub.workshops import entrance
from kommunalhub.workshops import operations
from kommunalhub.workshops import rules
from kommunalhub.workshops import storage
from kommunalhub.workshops.browser import shown
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class Entrance(OwnPage):
    """Small, for phones on a slow network: sent again it changes nothing and says the same."""

    template = ViewPageTemplateFile("templates/entrance.pt")

    def __call__(self):
        links.hide(self.request.response)
        return super().__call__()

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@{self.__name__}"

    @property
    def key(self):
        return self.field(links.KEY)

    @cached_property
    def one(self):
        return entrance.registration_in(self.context, self.key)

    @property
    def row(self):
        one = self.one
        return {
            "name": one.name,
            "state": shown.STATES[one.state],
            "look": shown.LOOKS[one.state],
            "needs": one.needs,
            "has_seat": one.state == rules.REGISTERED,
            "is_here": one.attended is True,
        }

    def count(self):
        """Return how many are here, and how many have a seat."""
        found = storage.book_of(self.context).all()
        seats = [one for one in found if one.state == rules.REGISTERED]
        return {"here": sum(one.attended is True for one in seats), "seats": len(seats)}

    def post(self):
        acts = {"came": True, "open": None}
        if self.one is not None and self.row["has_seat"] and self.field("act") in acts:
            operations.note_attendance(self.context, self.one.number, acts[self.field("act")])
        return self.lead_to(f"{self.url}?{links.KEY}={self.key}")
