"""The address under which people reach the site, for links in mails: a mail has no request.

What was set comes first (security/address.py). Until then the address of the present request
counts, which has a name that the site knows (security/hosts.py), and where there is none (a job)
the last one under which somebody of the staff worked.
"""

from kommunalhub.core import asking
from kommunalhub.notices.box import ensure_store
from kommunalhub.notices.box import store_of
from kommunalhub.security.address import configured
from kommunalhub.security.guests import operations as guests
from urllib.parse import quote
from urllib.parse import urlsplit
from zope.globalrequest import getRequest


#: Hosts of requests that nobody sent: Testing.makerequest's and plone.testing's.
NOBODYS = {"foo", "nohost", None}


def address_of(portal):
    """Return the address of the site without a slash at the end."""
    chosen = configured()
    if chosen:
        return chosen
    if is_real(getRequest()):
        return portal.absolute_url()
    store = store_of(portal)
    return (store.learnt_address if store is not None else "") or portal.absolute_url()


def is_known(portal):
    """Return whether address_of is more than what a job makes up: set, learnt or asked for."""
    store = store_of(portal)
    learnt = store is not None and store.learnt_address
    return bool(configured() or learnt) or is_real(getRequest())


def learn(portal):
    """Remember under which address the staff works, while nobody has set one."""
    if not is_real(getRequest()) or "Staff" not in asking.roles():
        return
    store, address = ensure_store(portal), portal.absolute_url()
    if store.learnt_address != address:
        store.learnt_address = address


def is_real(request):
    """Return whether somebody sent this request."""
    return request is not None and urlsplit(request.get("SERVER_URL", "")).hostname not in NOBODYS


def link_for(portal, userid, obj=None, view=""):
    """Return link_to for a person; a guest is led to their own page, by a link of their own."""
    way = guests.way_of(userid) if guests.is_guest(userid) else None
    return link_to(portal, obj, view) if way is None else f"{address_of(portal)}/{way}"


def link_to(portal, obj=None, view=""):
    """Return the public address of an object (or the site), of one of its views."""
    steps = (obj or portal).getPhysicalPath()[len(portal.getPhysicalPath()) :]
    path = [quote(step) for step in steps] + ([f"@@{view}"] if view else [])
    return "/".join((address_of(portal), *path))
