"""What the catalog is given of a programme: thousands are indexed at once, so it asks little.

The catalog asks some 130 names of each object. Plone's own wrapper finds out for each of them anew
what the object provides, and looks for what it lacks in all folders above, to throw that away.
"""

from Acquisition import aq_base
from functools import lru_cache
from kommunalhub.funding.interfaces import IFundingProgramme
from plone.dexterity.utils import iterSchemata
from plone.indexer.interfaces import IIndexableObject
from plone.indexer.interfaces import IIndexableObjectWrapper
from plone.indexer.interfaces import IIndexer
from Products.CMFCore.utils import getToolByName
from Products.ZCatalog.interfaces import IZCatalog
from zope.component import adapter
from zope.component import getSiteManager
from zope.interface import implementer
from zope.interface import providedBy
from zope.interface.declarations import getObjectSpecification
from zope.interface.declarations import ObjectSpecification
from zope.interface.declarations import ObjectSpecificationDescriptor


class AsWrapped(ObjectSpecificationDescriptor):
    """The wrapper provides what the object does."""

    def __get__(self, wrapper, cls=None):
        if wrapper is None:
            return getObjectSpecification(cls)
        return ObjectSpecification(providedBy(wrapper._object), type(wrapper))


@lru_cache(maxsize=8)
def fields_of(schemata):
    """Return the names of all fields."""
    return frozenset(name for schema in schemata for name in schema.names(all=True))


@implementer(IIndexableObject, IIndexableObjectWrapper)
@adapter(IFundingProgramme, IZCatalog)
class IndexableProgramme:
    """Answers as Plone's wrapper: by indexer, by the variables of the workflow, else by itself."""

    __providedBy__ = AsWrapped()

    def __init__(self, programme, catalog):
        self._object, self._own, self._catalog = programme, aq_base(programme), catalog
        self._asked = (providedBy(programme), providedBy(catalog))
        self._lookup = getSiteManager().adapters.lookup
        workflow = getToolByName(catalog, "portal_workflow")
        self._variables = workflow.getCatalogVariablesFor(programme)
        self._missing = set()
        programme._p_activate()
        self._values, self._class = vars(self._own), type(self._own)
        self._fields = fields_of(tuple(iterSchemata(programme)))

    def _getWrappedObject(self):
        return self._object

    def __str__(self):
        return str(self._object)

    def __getattr__(self, name):
        if name.startswith("__") or name in self._missing:
            raise AttributeError(name)
        try:
            value = self._told(name)
        except AttributeError:
            self._missing.add(name)
            raise
        # An index and a column often ask for the same.
        self.__dict__[name] = value
        return value

    def _told(self, name):
        indexer = self._lookup(self._asked, IIndexer, name)
        if indexer is not None:
            return indexer(self._object, self._catalog)()
        if name in self._variables:
            return self._variables[name]
        if not self._has(name):  # what only the folders above have is not the programme's
            raise AttributeError(name)
        return getattr(self._object, name)

    def _has(self, name):
        """Tell it without Dexterity, which goes through all schemata for each name that is not."""
        return name in self._values or hasattr(self._class, name) or name in self._fields
