"""Pick lists of positions: they depend on who asks."""

from Acquisition import aq_base
from kommunalhub.core.formatting import sort_key
from kommunalhub.core.persons import members_of
from kommunalhub.core.persons import name_of
from kommunalhub.editorial.people import operations
from kommunalhub.editorial.people.interfaces import IPosition
from kommunalhub.partners.membership import get_partner
from kommunalhub.partners.people.visible import is_visible
from kommunalhub.partners.rules import groups_of
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


@provider(IVocabularyFactory)
def partners_vocabulary(context=None):
    """Return the administrations whose positions who asks keeps, and that of the position."""
    ids = {*operations.kept_partners(), *_stored(context, "partner")}
    found = sorted(filter(None, map(get_partner, ids)), key=lambda one: sort_key(one.title))
    return SimpleVocabulary([SimpleTerm(one.id, one.id, one.title) for one in found])


@provider(IVocabularyFactory)
def accounts_vocabulary(context=None):
    """Return the people of the administrations whose positions who asks keeps, by name.

    What a position has stays valid; a name is told to who may find the person.
    """
    groups = [group for one in operations.kept_partners() for group in groups_of(one).values()]
    people = {one for one in members_of(*groups) if is_visible(one)} if groups else set()
    titles = {one: name_of(one) for one in people}
    titles |= {one: one for one in _stored(context, "account") if one not in titles}
    found = sorted(titles.items(), key=lambda item: (sort_key(item[1]), item[0]))
    return SimpleVocabulary([SimpleTerm(one, one, title) for one, title in found])


def _stored(context, name):
    """Return what a position itself has, never the default: that would ask this pick list again."""
    if not IPosition.providedBy(context):
        return ()
    base = aq_base(context)
    base._p_activate()  # the __dict__ of a ghost is empty
    value = vars(base).get(name)
    return (value,) if value else ()
