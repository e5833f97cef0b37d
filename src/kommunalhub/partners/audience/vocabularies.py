"""What can be chosen: functions, and groups of people who work here."""

from kommunalhub.core.private import accounts
from kommunalhub.core.tools import tool
from kommunalhub.partners import rules
from kommunalhub.partners.audience.rules import STAFF
from kommunalhub.partners.membership import partner_ids
from kommunalhub.partners.titles import NAMES
from kommunalhub.partners.titles import short_title
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


@provider(IVocabularyFactory)
def functions(context=None):
    """Return what people do in an administration, by name."""
    terms = [SimpleTerm(one, one, NAMES[one].short) for one in rules.FUNCTIONS]
    return SimpleVocabulary(terms)


@provider(IVocabularyFactory)
def groups(context=None):
    """Return the hub's groups, then other groups whose members work here by that group."""
    terms = [SimpleTerm(one, one, short_title(one)) for one in rules.HUB_GROUPS]
    terms += [SimpleTerm(one, one, title) for one, title in other_groups()]
    return SimpleVocabulary(terms)


def other_groups():
    """Return [(id, title)] of groups made by hand that hold the role of staff, by title.

    A group of people from outside is none of them: it would open what is internal.
    """
    users, known = tool("acl_users"), set(rules.HUB_GROUPS)
    for partner in partner_ids():
        known.update(rules.groups_of(partner).values())
    found = []
    for one in accounts.holders_of(users, {STAFF}) - known:
        group = tool("portal_groups").getGroupById(one)
        if group is not None:
            found.append((one, group.getProperty("title") or one))
    return sorted(found, key=lambda pair: pair[1].lower())
