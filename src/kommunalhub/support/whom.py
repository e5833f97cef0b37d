"""Whom a ticket is about, where somebody has reported it for somebody else.

`for_whom` is what was typed. Where it is the name or the e-mail address of one person whom the one
who wrote it works with, that person stands beside them: reads the ticket, writes on it and is told
the same. Anything else stays a text; whether somebody has an account is told to nobody by it.
"""

from borg.localrole.interfaces import ILocalRoleProvider
from kommunalhub.core import asking
from kommunalhub.core.formatting import sort_key
from kommunalhub.core.kept import kept
from kommunalhub.core.persons import members_of
from kommunalhub.core.persons import name_of
from kommunalhub.core.persons import property_of
from kommunalhub.core.tools import catalog
from kommunalhub.partners import rules as partners
from kommunalhub.partners.membership import groups_of_user
from kommunalhub.partners.membership import partner_ids
from kommunalhub.partners.membership import partners_of
from kommunalhub.partners.operations import give_partner
from kommunalhub.support import workflow
from kommunalhub.support.interfaces import ISupportTicket
from zope.component import adapter
from zope.interface import implementer


#: A form offers no list of more people; they are named by their address then.
MOST_OFFERED = 500
#: Who works on tickets is never who is helped: they would read no notes any more.
NEVER = (*workflow.SUPPORT, "hub-managers")
ROLES = ("Owner",)


def sides_of(ticket):
    """Return the ids of who asks: the one who wrote the ticket, and the one it is about.

    Who wrote it by a link and has taken it into an account since is known by both ids.
    """
    others = {kept(ticket, name) or "" for name in ("for_user", "formerly")}
    return frozenset({ticket.Creator(), *others} - {""})


def may_be_named(userid):
    """Return the ids of the people whom somebody can report something for.

    Their colleagues; whoever works for the hub serves the people of all administrations.
    """
    groups = groups_of_user(userid)
    known = partner_ids()
    if set(partners.HUB_GROUPS).isdisjoint(groups):
        known = partners.partners_of(groups, known)
    of_all = [group for partner in known for group in partners.groups_of(partner).values()]
    return members_of(*of_all) - members_of(*NEVER) - {userid} if of_all else set()


def meant_by(text, people):
    """Return the one of some people whose name or e-mail address a text is, "" for none, or two."""
    text = " ".join((text or "").split()).casefold()
    found = [person for person in people if text and text in called(person)]
    return found[0] if len(found) == 1 else ""


def called(userid):
    """Return what a person is known by: full name and e-mail address."""
    return {property_of(userid, name).strip().casefold() for name in ("fullname", "email")}


def offered():
    """Return the names of those for whom the person who is logged in can report something."""
    people = may_be_named(asking.userid())
    names = {name_of(person) for person in people} if len(people) <= MOST_OFFERED else ()
    return sorted(names, key=sort_key)


def connect(ticket):
    """Let whom a ticket names stand beside who wrote it, and nobody else.

    What the hub reports for somebody, as at the telephone, belongs to their administration.
    """
    text = ticket.for_whom
    person = meant_by(text, may_be_named(ticket.Creator())) if text else ""
    if person == (kept(ticket, "for_user") or ""):
        return
    ticket.for_user = person
    theirs = partners_of(person) if person else ()
    if theirs and set(theirs).isdisjoint(partners_of(ticket.Creator())):
        give_partner(ticket, theirs[0])
    ticket.reindexObject(idxs=["awaiting"])
    ticket.reindexObjectSecurity()


def forget_person(userid):
    """Name somebody whose account goes in no ticket any more."""
    found = catalog().unrestrictedSearchResults(
        portal_type=workflow.TYPE, allowedRolesAndUsers=f"user:{userid}"
    )
    for brain in found:
        ticket = brain._unrestrictedGetObject()
        if kept(ticket, "for_user") == userid:
            ticket.for_user, ticket.for_whom = "", None
            ticket.reindexObject(idxs=["awaiting"])
            ticket.reindexObjectSecurity()


@implementer(ILocalRoleProvider)
@adapter(ISupportTicket)
class OfWhom:
    """Gives whom a ticket is about the role of who wrote it."""

    def __init__(self, context):
        self.context = context

    def getRoles(self, principal_id):
        return ROLES if principal_id and principal_id == kept(self.context, "for_user") else ()

    def getAllRoles(self):
        person = kept(self.context, "for_user")
        return [(person, ROLES)] if person else []
