"""Who sees a case, and why: asked of the groups that hold roles on it, never of all users."""

from AccessControl.PermissionRole import rolesForPermissionOn
from kommunalhub.approvals.case.actor import me_on
from kommunalhub.approvals.case.facts import facts_of
from kommunalhub.approvals.journal.people import person_name
from kommunalhub.approvals.why import rules
from kommunalhub.approvals.why.rules import Cause
from kommunalhub.core import formatting
from kommunalhub.core.handouts import PARTICIPANT
from kommunalhub.core.persons import members_of
from kommunalhub.core.private.accounts import local_roles_on
from kommunalhub.partners import tokens
from kommunalhub.partners.localroles import local_roles_of
from kommunalhub.partners.people.visible import is_visible
from kommunalhub.partners.rules import HUB_GROUPS
from kommunalhub.partners.substitution.rights import substitutes_of
from kommunalhub.partners.substitution.storage import book_of
from plone import api


LISTERS = frozenset({"Colleague", "Editor", "Reviewer", "HubManager", "Manager"})


def may_list(case):
    """Return whether who is logged in may know who else sees a case.

    Those of the responsible administration and the hub management; all others learn why they see
    it themselves.
    """
    return bool(LISTERS & me_on(case).roles)


def view_roles(case):
    """Return the roles that hold View on a case."""
    return frozenset(rolesForPermissionOn("View", case))


def causes_of_groups(case):
    """Return {group id: Cause} of the groups that see the case."""
    computed = {
        group: roles for group, roles in local_roles_of(case).items() if not tokens.is_typed(group)
    }
    return rules.group_causes(view_roles(case), computed, HUB_GROUPS)


def single_grants(case):
    """Yield (principal id, Cause) of what is not computed: the applicant, rights given singly.

    Rights given on a folder around count as well.
    """
    creator, seeing = case.Creator(), view_roles(case)
    if "Owner" in seeing:
        yield creator, Cause("applicant")
        for person in facts_of(case).owners[1:]:
            yield person, Cause("single")
    computed = local_roles_of(case)
    stored = local_roles_on(api.portal.get_tool("acl_users"), case)
    for principal, roles in stored.items():
        # who takes part where it is handed out is not told here
        held = seeing.intersection(roles) - {PARTICIPANT, *computed.get(principal, ())}
        if held and principal != creator and not tokens.is_typed(principal):
            yield principal, Cause("single")


def system_people(case):
    """Return the ids of the people who administer the system and therefore see the case."""
    seeing, people = view_roles(case), set()
    roles = api.portal.get_tool("acl_users").portal_role_manager
    for role in rules.SYSTEM_ROLES:
        if role in seeing:
            for principal, _title in roles.listAssignedPrincipals(role):
                people |= people_behind(principal)
    return people


def people_behind(principal):
    """Return the members of a group, or the person themselves."""
    if api.group.get(groupname=principal) is not None:
        return members_of(principal)
    return {principal}


def all_causes(case):
    """Return {user id: causes} of all who see the case for a cause of their own."""
    found = {}

    def add(people, cause):
        for person in people:
            found.setdefault(person, []).append(cause)

    groups = causes_of_groups(case)
    for principal, cause in single_grants(case):
        add(people_behind(principal), cause)
    for group, cause in groups.items():
        add(members_of(group), cause)
        for person, cause in substitutions(case, group):
            add([person], cause)
    add(system_people(case), Cause("system"))
    return {person: rules.in_order(causes) for person, causes in found.items()}


def substitutions(case, group):
    """Yield (user id, Cause) of who stands in for members of a group that sees the case."""
    for person, absent in substitutes_of([group], case.portal_type).items():
        yield person, Cause("substitution", group, absent, end_of(case, person, absent))


def end_of(case, person, absent):
    """Return when a person no longer stands in for any of these, or None."""
    now = formatting.now()
    ends = [
        one.end
        for one in book_of(api.portal.get()).substituted_by(person, now)
        if one.is_active(now) and one.absent in absent and one.covers(case.portal_type)
    ]
    return max(ends, default=None)


def my_causes(case):
    """Return why who is logged in sees the case, asked of their own groups alone."""
    me, groups = me_on(case), causes_of_groups(case)
    found = [cause for group, cause in groups.items() if group in me.groups]
    for group in groups:
        if tokens.typed(group, case.portal_type) in me.groups:
            found += [cause for person, cause in substitutions(case, group) if person == me.userid]
    for principal, cause in single_grants(case):
        if principal == me.userid or principal in me.groups:
            found.append(cause)
    if view_roles(case).intersection(rules.SYSTEM_ROLES) & me.roles:
        found.append(Cause("system"))
    return rules.in_order(found) or rules.broad_causes(view_roles(case))


def people_with_access(case):
    """Return ([(user id, name, causes)] by name, how many more there are whom one may not see)."""
    people, hidden = [], 0
    for person, causes in all_causes(case).items():
        if is_visible(person) or person == case.Creator():  # named on the case's page anyway
            people.append((person, person_name(person), causes))
        else:
            hidden += 1
    return sorted(people, key=lambda row: row[1].casefold()), hidden
