"""For whom a thing is, what the catalog knows of it, and which people that are at this moment.

Whoever tells people of a thing, or counts them, asks `reach_of`: it goes by what the catalog lets
people find, so that those who may open it, find it, hear of it and are counted are the same.
"""

from Acquisition import aq_base
from dataclasses import dataclass
from kommunalhub.core import formatting
from kommunalhub.core.persons import is_there
from kommunalhub.core.persons import members_of
from kommunalhub.core.private import accounts
from kommunalhub.core.tools import tool
from kommunalhub.partners import tokens
from kommunalhub.partners.audience import rules
from kommunalhub.partners.audience.rules import Audience
from kommunalhub.partners.localroles import partner_of
from kommunalhub.partners.membership import partner_ids
from kommunalhub.partners.rules import UNLIMITED_ROLES
from kommunalhub.partners.substitution.rights import substitutes_of
from kommunalhub.partners.substitution.storage import book_of
from zope.component.hooks import getSite


@dataclass(frozen=True)
class Reach:
    """Whom a thing reaches. people: ids, None for everybody; away: those of them absent now."""

    people: frozenset[str] | None
    away: frozenset[str] = frozenset()

    @property
    def is_public(self):
        return self.people is None


def audience_of(obj):
    """Return the Audience that is kept on an object; never acquired, never a default."""
    base = aq_base(obj)
    activate = getattr(base, "_p_activate", None)
    if activate is not None:
        activate()  # the __dict__ of a ghost is empty
    kept = vars(base)
    return Audience(*(frozenset(kept.get(name) or ()) for name in rules.FIELDS))


def reading_groups(obj):
    """Return the groups whose members read something narrow, as a frozenset; else none."""
    audience = audience_of(obj)
    if not audience.is_narrow:
        return frozenset()
    # asked at every check of rights: which administrations there are is seldom needed
    is_of_all = audience.functions and not audience.partners
    return rules.readers(audience, partner_of(obj), partner_ids() if is_of_all else ())


def tokens_if(obj, roles):
    """Return what the catalog would keep of who finds an object if these roles opened it.

    roles: of a state of its workflow, before its audience is asked for.
    """
    opening = set(rules.viewing_roles(tuple(roles), audience_of(obj).is_narrow))
    return rules.index_tokens(opening, accounts.local_roles_on(tool("acl_users"), obj))


def reach_of(obj, roles):
    """Return the Reach of an object if these roles opened it, whoever asks."""
    return reach_with(tokens_if(obj, roles))


def reach_with(found_by):
    """Return the Reach of what the catalog keeps with these tokens."""
    people = people_with(found_by)
    away = frozenset() if people is None else people & away_now()
    return Reach(people, away)


def people_with(found_by):
    """Return the ids of the people who find what the catalog keeps with these tokens, or None.

    None: everybody. Who only administers the system can open all there is, and is not counted.
    """
    if not rules.OPEN.isdisjoint(found_by):
        return None
    named = {one.removeprefix(rules.USER) for one in found_by if one.startswith(rules.USER)}
    roles = {one for one in found_by if not one.startswith(rules.USER)} - UNLIMITED_ROLES
    users = tool("acl_users")
    named |= accounts.holders_of(users, roles)
    typed = {one for one in named if tokens.is_typed(one)}
    named -= typed
    people = members_of(*named)
    for twin in typed:
        group, _mark, case_type = twin.partition(tokens.MARK)
        people.update(substitutes_of([group], case_type))
    return frozenset(people | set(filter(is_there, named)))


def away_now():
    """Return the ids of those who have entered that they are away now."""
    book, now = book_of(getSite()), formatting.now()
    if book is None:
        return frozenset()
    return frozenset(one.absent for one in book.running(now) if one.is_active(now))
