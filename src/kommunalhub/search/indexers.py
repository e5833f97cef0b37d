"""What the catalog knows of everything, for filters."""

from Acquisition import aq_chain
from Acquisition import aq_inner
from itertools import takewhile
from plone.dexterity.interfaces import IDexterityContent
from plone.indexer.decorator import indexer
from Products.CMFCore.interfaces import ISiteRoot


@indexer(IDexterityContent)
def section(obj):
    """Return the id of the folder at the top of the site that a thing stands in."""
    # no asking for the site: what waits for the commit is indexed without one
    way = list(takewhile(lambda one: not ISiteRoot.providedBy(one), aq_chain(aq_inner(obj))))
    if len(way) < 2:
        raise AttributeError("section")
    return way[-1].getId()


@indexer(IDexterityContent)
def year_changed(obj):
    """Return the year of the last change as text."""
    return str(obj.modified().year())
