"""Workshops among the offers of the hub."""

from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.core.offers import Ask
from kommunalhub.core.offers import DOORS
from kommunalhub.core.offers import may_add
from kommunalhub.core.offers import MINE
from kommunalhub.core.offers import Offer
from kommunalhub.core.persons import property_of
from kommunalhub.workshops import demo
from kommunalhub.workshops import sections
from kommunalhub.workshops import storage
from kommunalhub.workshops import workflow


class Workshops(Offer):
    """What is taught here, to take part in."""

    order = 15
    released = workflow.RELEASED
    service = (
        _("home_service_workshops", default="Workshops"),
        _("home_service_workshops_text", default="Learn something new, in the hub or online."),
    )
    places = {DOORS: ("workshops-door",), MINE: ("workshops-mine",)}

    def asks(self):
        title = _("offer_workshop", default="Plan a workshop")
        offered = may_add(sections.SECTION, workflow.ADD_WORKSHOP)
        return [Ask(title, "workshop-planen", offered)]

    def shows(self, portal):
        books = storage.books_of(portal)
        return property_of(asking.userid(), "email"), *(book.changes for book in books.values())

    def build(self, portal):
        sections.ensure_sections(portal)

    def demo(self, stage):
        yield f"{demo.build(stage)} Workshops"
