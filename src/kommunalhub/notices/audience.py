"""The people around a case, looked up at the moment something happens."""

from borg.localrole.interfaces import ILocalRoleProvider
from dataclasses import dataclass
from kommunalhub.approvals.case import indexers
from kommunalhub.approvals.case.actor import actor_on
from kommunalhub.approvals.case.awaiting import involved_roles
from kommunalhub.approvals.case.facts import facts_of
from kommunalhub.approvals.case.insiders import is_inside
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.journal.entries import ESCALATED
from kommunalhub.approvals.journal.entries import INTERNAL
from kommunalhub.approvals.journal.entries import OF_PARTNERS
from kommunalhub.approvals.processes import process_of
from kommunalhub.approvals.rules import Actor
from kommunalhub.core.persons import members_of
from kommunalhub.core.private.catalog import tokens_of
from kommunalhub.notices.rules import Circle
from kommunalhub.notices.rules import NAMED
from kommunalhub.notices.texts import READS
from kommunalhub.partners.rules import group_id
from kommunalhub.partners.substitution.rights import lent_to
from kommunalhub.partners.substitution.rights import substitutes_of
from kommunalhub.partners.tokens import real
from plone import api
from Products.CMFPlone.CatalogTool import allowedRolesAndUsers
from zope.component import getAdapters


MANAGERS = "hub-managers"


@dataclass(frozen=True)
class Person:
    """Who is told. is_staff: works in one of the administrations or the hub."""

    userid: str
    name: str
    email: str
    is_staff: bool


def circle_of(case, entry):
    """Return the rules.Circle of a case, as an entry of its journal needs it."""
    awaited = awaiting(case)
    groups = {token for token in real(awaited) if not token.startswith(("user:", "-"))}
    barred = {token[1:] for token in awaited if token.startswith("-")}
    stand_ins = {
        userid
        for userid, absent in substitutes_of(groups, case.portal_type).items()
        if not barred.issuperset(absent)
    }
    acted = {entry[name] for entry in IJournal(case) for name in ("actor", "on_behalf_of")}
    return Circle(
        applicant=case.Creator(),
        beside=frozenset(facts_of(case).owners[1:]),
        groups=frozenset((members_of(*groups) | stand_ins) - barred),
        persons=frozenset(token[5:] for token in awaited if token.startswith("user:")),
        named=frozenset(named_by(entry)),
        watchers=frozenset(acted - {None}),
        managers=frozenset(members_of(MANAGERS) if entry["action"] == ESCALATED else ()),
    )


def named_by(entry):
    """Return the ids of the people whom an entry names, or whose administration it names."""
    if (entry["kind"], entry["action"]) not in NAMED:
        return ()
    if entry["action"] in OF_PARTNERS:
        return members_of(*deciding(entry["fields"]))
    return entry["fields"]


def deciding(partners):
    """Return the groups of some partners that work on cases and decide on them."""
    return [group_id(one, function) for one in partners for function in ("editors", "reviewers")]


def awaiting(case):
    """Return whom the case awaits, as the catalog knows it: inbox and notices agree."""
    try:
        return indexers.awaiting(case)()
    except AttributeError:
        return ()


def people_who_see(case, userids, kind=None):
    """Return {user id: Person} of those who exist, may see the case and read its journal.

    What the catalog would let them find decides: it is worked out once for all of them, and afresh,
    while the roles that a request remembers may be those of before the transition. kind: of an
    entry; one that is internal is for those who may write such entries.
    """
    allowed = set(allowedRolesAndUsers(case)())
    process, facts, given = process_of(case.portal_type), facts_of(case), given_on(case)
    tool, found = api.portal.get_tool("portal_catalog"), {}
    users = api.portal.get_tool("acl_users")
    for userid in userids:
        member = users.getUserById(userid)  # half the work of api.user.get
        if member is None:
            continue
        tokens = set(tokens_of(tool, member)) | {"Authenticated"}
        if allowed.intersection(tokens) and reads(process, facts, member, kind, given):
            found[userid] = person_of(member)
    return found


def given_on(case):
    """Return {group or user id: roles} on a case by all that gives any there, afresh."""
    found = {}
    for _name, provider in getAdapters((case,), ILocalRoleProvider):
        for principal, roles in provider.getAllRoles():
            found.setdefault(principal, set()).update(roles)
    return found


def reads(process, facts, member, kind, given):
    """Return whether a person reads entries of this kind in the journal of a case.

    given: see `given_on`; a case may be that of several administrations.
    """
    if process is None or kind == READS:
        return True
    groups = member.getGroups()
    acting = lent_to(member.getId()) if len(real(groups)) < len(groups) else {}
    actor = actor_on(
        None,
        facts,
        Actor(
            userid=member.getId(),
            groups=frozenset((*real(groups), *acting)),
            roles=frozenset(member.getRoles()),
            acting=acting,
        ),
    )
    if kind in INTERNAL:
        return is_inside(process, facts, actor)
    on_case = (role for one in (*groups, member.getId()) for role in given.get(one, ()))
    return not involved_roles(process).isdisjoint({*actor.roles, *on_case})


def person_of(member):
    return Person(
        userid=member.getId(),
        name=member.getProperty("fullname", "") or member.getId(),
        email=member.getProperty("email", "") or "",
        is_staff="Staff" in member.getRoles(),
    )
