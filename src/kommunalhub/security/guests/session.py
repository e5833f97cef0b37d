"""Who comes by a link: the key leaves the address at once, a cookie for the page takes its place.

So no key stands in the history of a browser for long, in what it tells other sites, or in what
people copy. The cookie is good for a day of work, for this site's pages of guests alone, and ends
when the links are taken back.
"""

from datetime import timedelta
from kommunalhub.core import links
from kommunalhub.security.guests import operations
from kommunalhub.security.settings import cookie_options
from plone import api


COOKIE = "__hub_guest"
PURPOSE = "kommunalhub.security.guests.session"
LASTS = timedelta(hours=12)
#: Where programs send the key of a link: headers stand in no log.
HEADER = "X-Hub-Link"


def open_(request, text):
    """Let who followed a good link in; return the guest's id, or None."""
    guest_id = operations.guest_with(text)
    if guest_id is not None:
        sealed = links.sealed(PURPOSE, [guest_id, operations.get(guest_id).serial])
        request.response.setCookie(COOKIE, sealed, **options(request))
    return guest_id


def guest_of(request):
    """Return the id of the guest that a browser was let in for, or None."""
    return operations.guest_with(request.cookies.get(COOKIE), PURPOSE, LASTS)


def guest_by_header(request):
    """Return the id of the guest whose key a program sends, or None."""
    return operations.guest_with(request.getHeader(HEADER))


def close(request):
    request.response.expireCookie(COOKIE, path=options(request)["path"])


def options(request):
    return cookie_options(request) | {"path": api.portal.get().absolute_url_path() or "/"}
