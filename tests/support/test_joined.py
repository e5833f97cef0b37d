"""Tickets that belong together, and what rooms of support add to the page of one."""

from html import unescape
from kommunalhub.support import operations
from kommunalhub.support.interfaces import ISupportTicket
from kommunalhub.support.interfaces import ITicketPart
from zope.component import getGlobalSiteManager
from zope.interface import implementer
from zope.interface import Interface

import pytest
import transaction


def test_the_end_of_a_chain_of_merged_tickets_is_found(portal, hub, clock):
    first, second, third = (hub.report(portal) for _n in range(3))
    assert operations.merged_into(first) is None
    first.merged, second.merged = second.UID(), third.UID()
    assert operations.merged_into(first) == third
    third.merged = first.UID()  # nobody gets there, but nobody shall wait for ever either
    assert operations.merged_into(first) in (second, third)
    second.merged = "gone"
    assert operations.merged_into(first) == second


@implementer(ITicketPart)
class Hello:
    """A part for who reported the ticket."""

    order, id, title = 10, "gruss", "Ein Gruß"

    def __init__(self, ticket, request):
        self.ticket = ticket

    def html(self):
        return f"<p>Moin zu {self.ticket.case_number}</p>"


class Silent(Hello):
    """A part that has nothing to say."""

    id = "still"

    def html(self):
        return ""


@pytest.fixture
def parts():
    """Two parts, as rooms of support register them."""
    manager = getGlobalSiteManager()
    for part in (Hello, Silent):
        manager.registerAdapter(part, (ISupportTicket, Interface), ITicketPart, part.id)
    yield
    for part in (Hello, Silent):
        manager.unregisterAdapter(part, (ISupportTicket, Interface), ITicketPart, part.id)


def test_rooms_of_support_add_to_the_page(functional, web, hub, clock, parts):
    ticket = hub.report(web)
    transaction.commit()
    browser = hub.browser(functional, "mia")
    browser.open(ticket.absolute_url())
    shown = unescape(browser.contents)
    assert f"Moin zu {ticket.case_number}" in shown
    assert shown.index('id="gespraech"') < shown.index('id="gruss"')
    assert 'id="still"' not in shown
