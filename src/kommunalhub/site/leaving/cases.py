"""Nobody takes the cases away by a click: while there are any, the add-on stays.

Taking it out deletes them, with their documents and journals. That is for `kommunalhub remove
--with-cases`, given by somebody who administers the server and has a backup.
"""

from collections import Counter
from contextlib import contextmanager
from contextvars import ContextVar
from kommunalhub import _
from kommunalhub.approvals.processes import case_types
from kommunalhub.approvals.processes import process_of
from plone import api
from Products.statusmessages.interfaces import IStatusMessage
from zExceptions import BadRequest
from zope.globalrequest import getRequest
from zope.i18n import translate


_with_cases = ContextVar("kommunalhub.site.leaving.with_cases", default=False)


@contextmanager
def with_cases():
    """Let the add-on be taken out together with all cases, within the block."""
    token = _with_cases.set(True)
    try:
        yield
    finally:
        _with_cases.reset(token)


def counted():
    """Return Counter {portal type: number of cases with a number}; drafts count, too."""
    types = [name for name in case_types() if process_of(name).prefix]
    catalog = api.portal.get_tool("portal_catalog")
    brains = catalog.unrestrictedSearchResults(portal_type=types) if types else ()
    return Counter(brain.portal_type for brain in brains)


def refuse_with_cases():
    """Raise BadRequest while there are cases, and say why on the next page.

    Publisher and plone.rest know the status by the name of that very class.
    """
    number = 0 if _with_cases.get() else sum(counted().values())
    if not number:
        return
    message = _(
        "error_remove_with_cases",
        default="Cases that would be deleted with all documents and journals: ${n}. "
        "Nothing was changed. Who administers the server takes the add-on out with the command "
        "“kommunalhub remove --with-cases”.",
        mapping={"n": number},
    )
    request = getRequest()
    if request is not None:
        # Plone's page of add-ons tells of an error and not of which
        IStatusMessage(request).add(message, type="error")
    raise BadRequest(translate(message, context=request))
