"""All doors of the site, from the registrations themselves: services, views, types, fields."""

from inspect import getmodule
from inspect import getsource
from plone import api
from plone.dexterity.interfaces import IDexterityFTI
from plone.dexterity.utils import iterSchemataForType
from plone.rest.interfaces import IService
from zope.publisher.interfaces.browser import IBrowserRequest
from zope.schema import getFields

import re
import registrations


#: How services read what was sent: data.get("name"), data["name"], text_of(data, "name", …); or the
#: names stand in a constant of the module, FIELDS.
KEY = re.compile(r"""(?:\.get\(|\.pop\(|\[|_of\(\w+, )["'](@?[A-Za-z_]\w*)["']""")
SERVICE = re.compile(r"(GET|POST|PATCH|PUT|DELETE)_application_json_(.*)", re.DOTALL)
ANY_SERVICE = re.compile(r"[A-Z]+_\w+_")


def services(*methods):
    """Return [(method, name, what it is for, names that its modules read)], sorted, each once."""
    found = {}
    for registration in registrations.ours():
        match = SERVICE.fullmatch(registration.name or "")
        if match is None or not IService.implementedBy(registration.factory):
            continue
        method, name = match.groups()
        if method in methods:
            key = (method, name, registration.required[0].__name__)
            keys = found[key][3] if key in found else set()
            keys = keys | keys_read(registration.factory)
            found[key] = (method, name, registration.required[0], keys)
    return [found[key] for key in sorted(found)]


def keys_read(factory):
    """Return the names of values that the modules of a service and of its bases read."""
    keys = set()
    for base in factory.__mro__:
        module = getmodule(base)
        if module is not None and module.__name__.startswith(("plone.", "kommunalhub.")):
            keys |= set(KEY.findall(getsource(module))) | set(getattr(module, "FIELDS", ()))
    return keys


def views(registered=None):
    """Return [(name, what it is for)] of all views that browsers can ask for, sorted, each once.

    registered: instead of what the layers down to ours have.
    """
    found = {}
    for registration in registered or registrations.ours():
        name = registration.name
        if len(registration.required) != 2 or not name or ANY_SERVICE.match(name):
            continue
        if IBrowserRequest.isOrExtends(registration.required[1]) or (
            hasattr(registration.required[1], "isOrExtends")
            and registration.required[1].isOrExtends(IBrowserRequest)
        ):
            found[name, registration.required[0].__name__] = registration.required[0]
    return [(name, for_) for (name, _for), for_ in sorted(found.items())]


def fields():
    """Return {type: names of all its fields, sorted}."""
    types = api.portal.get_tool("portal_types")
    return {
        name: sorted({field for schema in iterSchemataForType(name) for field in getFields(schema)})
        for name in sorted(types.objectIds())
        if IDexterityFTI.providedBy(types[name])
    }
