"""What support does when something happens: one call each."""

from kommunalhub.support import whom
from kommunalhub.support.clock import operations as clock
from Products.CMFPlone.interfaces import IPloneSiteRoot
from zope.component import queryUtility


def noted(ticket, event):
    """Follow what the journal of a ticket tells."""
    if event.entry["kind"] in clock.MOVES:
        clock.refresh(ticket)


def named(ticket, event):
    """Let whom it is about stand beside who wrote it."""
    whom.connect(ticket)


def edited(ticket, event):
    """More or less urgent: other promises hold."""
    clock.refresh(ticket)


def person_deleted(event):
    """Forget somebody whose account goes."""
    if queryUtility(IPloneSiteRoot) is not None:
        whom.forget_person(event.principal)
