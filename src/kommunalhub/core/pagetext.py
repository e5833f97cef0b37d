"""What stands in for parts of a page's text when somebody reads it."""

from zope.component import subscribers
from zope.interface import Interface


class IPageText(Interface):
    """Subscription adapter of a page and a request: changes the text for who reads it."""

    def __call__(html, moment):
        """Return safe HTML for safe HTML; what does not concern it is returned as it is.

        moment: as of when, None for now.
        """


def shown(page, request, html, moment=None):
    """Return the text of a page as who asks reads it; html: safe, as the transforms leave it."""
    for change in subscribers((page, request), IPageText):
        html = change(html, moment)
    return html
