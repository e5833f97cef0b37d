"""What support does when something happens: one call each."""

from kommunalhub.approvals.journal import entries
from kommunalhub.core.kept import kept
from kommunalhub.support import arrival
from kommunalhub.support import letters
from kommunalhub.support import whom
from kommunalhub.support.clock import operations as clock
from Products.CMFPlone.interfaces import IPloneSiteRoot
from zope.component import queryUtility


def noted(ticket, event):
    """Follow what the journal of a ticket tells."""
    is_new = event.entry["kind"] == entries.CREATED
    if is_new:
        whom.connect(ticket)  # before anything is told: who stands beside is told as well
    if event.entry["kind"] in clock.MOVES:
        clock.refresh(ticket)
    if is_new:
        arrival.arrived(ticket)


def edited(ticket, event):
    """More or less urgent: other promises hold. About somebody else: they are told."""
    before = kept(ticket, "for_user")
    whom.connect(ticket)
    clock.refresh(ticket)
    if kept(ticket, "for_user") != before:
        letters.tell_beside(ticket)


def person_deleted(event):
    """Forget somebody whose account goes."""
    if queryUtility(IPloneSiteRoot) is not None:
        whom.forget_person(event.principal)
