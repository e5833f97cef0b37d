"""The tickets that an administration lets its people see, and what was said on one."""

from DateTime import DateTime
from datetime import datetime
from datetime import time
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.journal import entries
from kommunalhub.core import formatting
from kommunalhub.core.persons import members_of
from kommunalhub.core.tools import catalog
from kommunalhub.partners.localroles import stored_partner
from kommunalhub.partners.rules import groups_of
from kommunalhub.support import operations as support
from kommunalhub.support import teams
from kommunalhub.support import workflow
from kommunalhub.support.desk import talk


SAID = (entries.MESSAGE, entries.TRANSITION)


def brains():
    """Return what colleagues of who asks have reported, the newest first.

    Only of people who work there: what others report may be filed with an administration too.
    """
    found = []
    for partner, since in teams.mine().items():
        people = people_of(partner)
        query = {"query": DateTime(beginning_of(since)), "range": "min"}
        rows = catalog().unrestrictedSearchResults(
            portal_type=workflow.TYPE, partner=partner, created=query
        )
        found += [brain for brain in rows if brain.Creator in people]
    return sorted(found, key=lambda brain: brain.created, reverse=True)


def shared(uid):
    """Return a ticket that colleagues may look at, by its UID; None for any other."""
    ticket = support.ticket_of(uid) if uid else None
    since = teams.mine().get(stored_partner(ticket)) if ticket is not None else None
    if since is None or ticket.Creator() not in people_of(stored_partner(ticket)):
        return None
    return ticket if ticket.created() >= DateTime(beginning_of(since)) else None


def said_on(ticket):
    """Return what was said on a ticket, see talk.talk_of; never notes."""
    return [
        talk.row_of(ticket, entry, False)
        for entry in IJournal(ticket)
        if entry["kind"] in SAID and entry["comment"]
    ]


def people_of(partner):
    return members_of(*groups_of(partner).values())


def beginning_of(day):
    """Return the first moment of a day, in local time."""
    return datetime.combine(day, time(), tzinfo=formatting.BERLIN)
