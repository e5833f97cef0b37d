"""What a request that only reads works out once, however often its page asks for it.

Nothing is remembered while anything may change: not in a POST or a request of the REST API that
writes, not in commands, jobs and tests that call code without a request of the publisher.
"""

from AccessControl.SecurityManagement import getSecurityManager
from Acquisition import aq_base
from functools import wraps
from kommunalhub.interfaces import IKommunalhubLayer
from zope.globalrequest import getRequest


READING = frozenset({"GET", "HEAD"})
# Kept in the request itself: adapting it to annotations would cost what this saves.
KEPT = "_kommunalhub_worked_out"


def begin(event):
    """Let a request that only reads remember; it is known by now who makes it."""
    request = event.request
    if IKommunalhubLayer.providedBy(request) and request.get("REQUEST_METHOD") in READING:
        vars(request)[KEPT] = {}


def once(function):
    """Decorate a function whose answer stays the same for whoever asks within such a request.

    Its arguments: texts, numbers, None, or objects, which are told apart by identity.
    """

    @wraps(function)
    def worked_out(*args):
        request = getRequest()
        kept = None if request is None else vars(request).get(KEPT)
        if kept is None:
            return function(*args)
        who = getSecurityManager().getUser().getId()
        key = (function, who, *(_identity(argument) for argument in args))
        if key not in kept:
            kept[key] = (function(*args), args)  # with the objects: else another may get their id
        return kept[key][0]

    return worked_out


def _identity(argument):
    if argument is None or isinstance(argument, str | int):
        return argument
    return id(aq_base(argument))
