"""What an audience follows: steps, changes, administrations that come."""

from kommunalhub.core.tools import catalog
from kommunalhub.partners.audience import rules
from kommunalhub.partners.audience.narrowing import follow
from kommunalhub.partners.audience.narrowing import settle
from kommunalhub.partners.audience.reading import audience_of
from zope.container.interfaces import IContainerModifiedEvent


def state_changed(obj, event):
    """After a step the workflow has opened the page for all staff; it is indexed afterwards."""
    settle(obj)


def page_changed(obj, event):
    if IContainerModifiedEvent.providedBy(event):
        return
    names = [name for change in event.descriptions for name in getattr(change, "attributes", ())]
    fields = {name.rpartition(".")[2] for name in names}
    if not names or not fields.isdisjoint(rules.FIELDS):
        follow(obj)


def partner_added(event):
    """What is for a function of all administrations is for the new one's people too."""
    for brain in catalog().unrestrictedSearchResults(audience=rules.NARROW):
        page = brain._unrestrictedGetObject()
        audience = audience_of(page)
        if audience.functions and not audience.partners:
            follow(page)
