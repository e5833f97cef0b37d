"""What a request that only reads works out once, however often its page asks for it.

Nothing is remembered while anything may change: not in a POST or a request of the REST API that
writes, not in commands, jobs and tests that call code without a request of the publisher.
"""

from AccessControl.SecurityManagement import getSecurityManager
from Acquisition import aq_base
from functools import wraps
from kommunalhub.interfaces import IKommunalhubLayer
from plone.memoize import ram
from plone.memoize.volatile import DontCache
from zope.globalrequest import getRequest


READING = frozenset({"GET", "HEAD"})
# Kept in the request itself: adapting it to annotations would cost what this saves.
KEPT = "_kommunalhub_worked_out"


def begin(event):
    """Let a request that only reads remember; it is known by now who makes it."""
    remember(event.request)


def remember(request):
    """Let a request remember from now on if it only reads; for what comes before `begin`."""
    if KEPT in vars(request) or request.get("REQUEST_METHOD") not in READING:
        return
    if IKommunalhubLayer.providedBy(request):
        vars(request)[KEPT] = {}


def is_remembering():
    """Return whether what is worked out now is remembered until the request ends."""
    request = getRequest()
    return request is not None and KEPT in vars(request)


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


def lasting(state):
    """Decorate a function whose answer stays the same while `state(*arguments)` does.

    state: returns a tuple of texts and numbers that tells all the answer depends on, who asks and
    the site included. Kept in Plone's memory for such answers, which is bounded; only by requests
    that only read, as others may yet take back what they see.
    """

    def key(_function, *args):
        if not is_remembering():
            raise DontCache
        return state(*args)

    return ram.cache(key)


def _identity(argument):
    if argument is None or isinstance(argument, str | int):
        return argument
    return id(aq_base(argument))
