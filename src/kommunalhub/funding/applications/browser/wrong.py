"""What was wrong with a small form of a part, for the part that shows it again."""

from zope.annotation.interfaces import IAnnotations


KEY = "kommunalhub.funding.applications.wrong"


def keep(request, action, key, errors):
    """Keep {field: sentence} for the part that shows a form: known by its action and its key."""
    IAnnotations(request)[KEY] = (action, key, errors)


def wrong_at(request, action, key=""):
    """Return {field: sentence} of a form, {} where nothing was wrong."""
    found = IAnnotations(request).get(KEY)
    return found[2] if found is not None and found[:2] == (action, key) else {}
