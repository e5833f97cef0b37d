"""What is set in the registry of the site; writing it is `api.portal.set_registry_record`.

That one refuses None: `empty` is for records in which nothing shall stand.
"""

from plone.registry.interfaces import IRegistry
from zope.component import queryUtility


def read(name, default=None):
    """Return the value of a record; the default without such a record, or without a site.

    A record in which nothing stands is None, whatever the default: somebody has emptied it.
    """
    registry = queryUtility(IRegistry)
    return default if registry is None else registry.get(name, default)


def empty(name):
    """Let nothing stand in a record. Raises KeyError without such a record, ValidationError."""
    queryUtility(IRegistry)[name] = None
