"""Of a request and its response: ZPublisher, and what is remembered with a request."""

from zope.component.hooks import setSite


def authorization(request):
    """Return the header in which a request says who makes it, "" for none; Zope takes it out."""
    return getattr(request, "_auth", None) or ""


def ask_for_no_password(response):
    """Let nothing of the answer ask who makes the request, whatever error it tells of."""
    response._has_challenged = True


def forget_what_was_worked_out(request):
    """Drop what is remembered for as long as a request lasts."""
    vars(request).pop("__annotations__", None)
    request.other.pop("_plone_registry_cache", None)


def close(request):
    """Forget the site, then let the request go (instead of BaseRequest.close of ZPublisher).

    Zope forgets the site when it tells that the request has ended, but asks the site itself whom to
    tell, and when its connection is closed already. Where the site has been put out of memory by
    then, that fails, and the thread answers each further request with an error until the server is
    started anew.
    """
    setSite(None)
    request._old_close()
