"""People in pick lists and sentences: who may stand in for whom, and what they are called."""

from kommunalhub.core.persons import members_of
from kommunalhub.partners import rules as partner_rules
from kommunalhub.partners import tokens
from kommunalhub.partners.membership import partner_ids
from kommunalhub.partners.people.visible import is_visible
from kommunalhub.partners.substitution import rules
from kommunalhub.partners.substitution.rights import own_groups
from kommunalhub.security.userids.book import full_name


#: What a person is called here.
name_of = full_name


def candidates(absent):
    """Return [(user id, name)] of who can stand in for a person, by name; only visible people."""
    groups = [group for group in own_groups(absent) if tokens.passes(group)]
    sources = set()
    for group in groups:
        if group in tokens.HUB_FUNCTIONS:
            sources.update(partner_rules.HUB_GROUPS)
        else:
            partner = group.rpartition("-")[0]
            sources.update(partner_rules.groups_of(partner).values())
    people = members_of(*sources) - {absent}
    found = [
        person
        for person in people
        if is_visible(person) and any(rules.is_fit(group, own_groups(person)) for group in groups)
    ]
    return by_name(found)


def people_with_tasks():
    """Return [(user id, name)] of all whose rights can pass, by name."""
    groups = list(tokens.HUB_FUNCTIONS)
    for partner in partner_ids():
        groups += filter(tokens.passes, partner_rules.groups_of(partner).values())
    people = members_of(*groups)
    return by_name(person for person in people if is_visible(person))


def by_name(people):
    return sorted(((person, name_of(person)) for person in people), key=lambda one: one[1].lower())
