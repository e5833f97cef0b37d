"""Which names the site answers to: what stands in the Host header ends up in links and mails.

Known are the name in the public address, further names that a manager entered, and, for who sits
at the machine itself, what every machine calls itself. All others get 400, before anything of the
site is asked. Behind a proxy that says the address in the path (VirtualHostBase, as in the
templates of servers/) the name is the proxy's, whatever the browser sent.
"""

from ipaddress import ip_address
from kommunalhub import _
from kommunalhub.security import address
from kommunalhub.security.interfaces import UnknownHost
from kommunalhub.security.settings import is_installed
from kommunalhub.security.settings import setting
from zExceptions import BadRequest
from zope.component.hooks import getSite
from zope.component.hooks import setSite
from zope.i18n import translate

import re


LOOPBACK = {"localhost", "127.0.0.1", "[::1]"}
USUAL_PORTS = re.compile(":(80|443)?$")
FORM = re.compile(r"([a-z0-9._-]+|\[[0-9a-f:.]+\])(:\d+)?")
#: The name of requests that nobody sent over a net: those of tests and scripts.
NOBODYS = {"nohost", "foo"}


def refuse_unknown_host(site, event):
    """Stop a request for a site under a name that it does not have (before traversal)."""
    request = event.request
    former = getSite()
    setSite(site)  # this comes before or after the subscriber that does it
    try:
        if is_installed() and not is_known(request):
            raise unknown(request)
    finally:
        setSite(former)


def is_known(request):
    """Say whether the site answers under the name that the request came with."""
    if not request.environ.get("HTTP_HOST"):
        return True  # the name is then the server's own; checks of proxies come so
    name = name_of(request)
    return is_name_for(request, name, {address.configured(), *setting("further_hosts")})


def is_name_for(request, name, own):
    """Say whether a name is one of `own` (names or addresses), or the machine's for itself."""
    if not FORM.fullmatch(name):
        return False
    if name in {plain(entry) for entry in own if entry}:
        return True
    is_own_name = name in NOBODYS or re.sub(r":\d+$", "", name) in LOOPBACK
    return is_own_name and is_local(request)


def name_of(request):
    """Return the name, with its port where it is an unusual one, that links of pages get."""
    return plain(request.get("SERVER_URL", ""))


def plain(entry):
    """Return the name and unusual port of a host or address, in lower case.

    >>> plain("https://Hub.example:443/hub"), plain("hub.intern:8080"), plain("http://[::1]:80")
    ('hub.example', 'hub.intern:8080', '[::1]')
    """
    name = entry.strip().rpartition("//")[2].partition("/")[0]
    return USUAL_PORTS.sub("", name.lower())


def is_local(request):
    """Say whether who asks sits at this machine; a proxy on it that says nothing counts as that."""
    places = [request.getClientAddr(), *(request.getHeader("X-Forwarded-For") or "").split(",")]
    try:
        return all(ip_address(place.strip()).is_loopback for place in places if place)
    except ValueError:
        return False


def unknown(request):
    """Return the exception for a name the site does not have, as a page or for REST."""
    name = name_of(request)[:100]
    message = translate(
        _(
            "error_unknown_host",
            default="The site cannot be reached under this address (${host}). Please use the "
            "address that you always use.",
            mapping={"host": name},
        ),
        context=request,
    )
    is_rest = "application/json" in (request.getHeader("Accept") or "")
    # plone.rest knows the status by the name of this very class
    return (BadRequest if is_rest else UnknownHost)(message)
