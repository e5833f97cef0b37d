"""Of a request and its response: ZPublisher, and what is remembered with a request."""


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
