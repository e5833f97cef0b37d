"""The processes that offers have registered, by the types of cases they are for."""

from Acquisition import aq_base
from kommunalhub.approvals.interfaces import IProcess
from zope.component import getUtilitiesFor
from zope.component import queryUtility


def process_of(portal_type):
    """Return the Process of a type, or None when it is not one that is decided on."""
    return queryUtility(IProcess, name=portal_type)


def case_types():
    """Return the ids of all types that are decided on, sorted."""
    return sorted(name for name, process in getUtilitiesFor(IProcess))


def is_page(obj):
    """Return whether an object is a page that is released, not a case with a page of its own."""
    process = process_of(getattr(aq_base(obj), "portal_type", None) or "")
    return process is not None and process.is_page
