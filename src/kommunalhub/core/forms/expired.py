"""A form is sent after its session has ended: what was typed waits until the person signs in again.

The request fails and leads to the sign-in page; what belongs to it is written afterwards, in a
transaction of its own. Only who holds a slip, and so was given the form while signed in, can have
something kept: strangers fill no database.
"""

from kommunalhub.core import asking
from kommunalhub.core.forms import once
from kommunalhub.core.transactions import attempt
from kommunalhub.interfaces import IKommunalhubLayer
from transaction.interfaces import TransientError
from urllib.parse import parse_qsl
from urllib.parse import urlencode
from urllib.parse import urlsplit
from urllib.parse import urlunsplit
from zExceptions import NotFound
from zExceptions import Unauthorized

import logging


logger = logging.getLogger(__name__)


def keep_what_was_typed(event):
    """Keep the form of a request that failed for want of a session (IPubFailure)."""
    request = event.request
    # without a session a form may be hidden, which is answered as if it did not exist
    if event.retry or not issubclass(event.exc_info[0], (Unauthorized, NotFound)):
        return
    if not IKommunalhubLayer.providedBy(request) or not asking.is_anonymous():
        return
    slip = slip_to_keep(request)
    if slip is None:
        return
    number = _write(slip, request)
    if number is not None:
        _lead_back(request, number)


def slip_to_keep(request):
    """Return the slip of a form that was given to somebody who was signed in then, or None."""
    if request.get("REQUEST_METHOD") != "POST" or once.SLIP not in request.form:
        return None
    slip = once.slip_in(request)
    if slip is None or not slip.keeps or not slip.is_fresh(once.now()):
        return None
    return slip


def _write(slip, request):
    try:
        return attempt(lambda: once.keep_typed(slip, request))
    except TransientError:
        logger.warning("What was typed into %s could not be kept: too many at once.", slip.form)
        return None


def _lead_back(request, number):
    """Let the sign-in page lead to the form with what was typed."""
    response = request.response
    target = urlsplit(response.getHeader("Location") or "")
    query = dict(parse_qsl(target.query))
    if "came_from" not in query:
        return
    form = urlsplit(query["came_from"])
    asked = form.query or request.get("QUERY_STRING") or ""  # Plone leaves out that of a POST
    own = [(name, value) for name, value in parse_qsl(asked) if name != once.TYPED]
    query["came_from"] = urlunsplit(form._replace(query=urlencode([*own, (once.TYPED, number)])))
    response.setHeader("Location", urlunsplit(target._replace(query=urlencode(query))))
