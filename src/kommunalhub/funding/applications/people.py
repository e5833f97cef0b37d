"""Who can be given something to do with an application."""

from kommunalhub.core import formatting
from kommunalhub.core.persons import members_of
from kommunalhub.core.persons import name_of
from kommunalhub.partners.localroles import partner_of


def owners(case):
    """Return {user id: name} of the administration's people and the consultants, by name."""
    partner = partner_of(case)
    groups = [f"{partner}-staff", f"{partner}-editors"] if partner else []
    found = {userid: name_of(userid) for userid in members_of(*groups, "hub-consultants")}
    return dict(sorted(found.items(), key=lambda pair: formatting.sort_key(pair[1])))
