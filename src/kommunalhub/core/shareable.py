"""What of a type can be shared with other hubs: the seam between offers and `network/`."""

from datetime import date
from decimal import Decimal
from kommunalhub.core import formatting
from kommunalhub.core.language import in_site_language
from zope.component import getUtility
from zope.interface import Attribute
from zope.interface import Interface
from zope.schema.interfaces import IChoice
from zope.schema.interfaces import ICollection
from zope.schema.interfaces import IVocabularyFactory


class IShareable(Interface):
    """Named utility, called like the portal type: how a thing of it looks to other hubs."""

    kind = Attribute("What it is called among hubs, see lib/exchange/cards.py: `material`.")
    states = Attribute("Review states in which a thing may leave the house: what was released.")

    def fits(thing):
        """Return whether a thing in one of these states may leave the house, by itself."""

    def content(thing):
        """Return lib.exchange.cards.Content: exactly what leaves the house of a thing.

        Nothing of persons, nothing of cases; html may hold anything, the card cleans it.
        """


class ITakesGuests(Interface):
    """Named utility, called like the portal type: where people of other hubs take part in it."""

    def seats(thing):
        """Return how many of them can take part at most."""

    def address(thing, hub, admission):
        """Return an address of this site, signed, at which one of them registers.

        hub: how their hub is called here; admission: what their link is known by, good for one.
        """


EMPTY = (None, "", [], (), set(), frozenset())


def facts_of(thing, schema, names, formats=None):
    """Return ((label, value), …) of fields that have a value, in the language of the site.

    formats: {name: function of the value} where the type of a field does not say enough, as in
    approvals/answers/facts.py; who will read it is not here, so nobody's permissions are asked.
    """
    rows = ((name, getattr(thing, name, None)) for name in names)
    return tuple(
        (
            in_site_language(schema[name].title),
            _said(thing, schema[name], value, (formats or {}).get(name)),
        )
        for name, value in rows
        if value not in EMPTY
    )


def _said(thing, field, value, show):
    if show is not None:
        return in_site_language(show(value))
    if ICollection.providedBy(field):
        return ", ".join(sorted(_said(thing, field.value_type, one, None) for one in value))
    if IChoice.providedBy(field):
        return _title(thing, field, value)
    if isinstance(value, Decimal):
        return formatting.money(value)
    return formatting.day(value) if isinstance(value, date) else str(value)


def _title(thing, field, value):
    terms = getUtility(IVocabularyFactory, name=field.vocabularyName)(thing)
    return in_site_language(terms.getTerm(value).title) if value in terms else str(value)
