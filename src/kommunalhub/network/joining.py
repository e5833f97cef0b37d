"""Take part in what another hub shares: a pass that one hub signs and the other reads.

It says that somebody of this hub asks for a seat in that thing, and nothing else: who they are they
write over there themselves. Neither hub keeps anything of it before they do.
"""

from kommunalhub.core.shareable import ITakesGuests
from kommunalhub.core.tools import brain_of
from kommunalhub.lib.exchange import asking
from kommunalhub.lib.exchange.refusing import Refused
from kommunalhub.network import keys
from kommunalhub.network import rules
from kommunalhub.network import sharing
from kommunalhub.network import storage
from kommunalhub.network.copies import releasing
from urllib.parse import urlencode
from zope.component import queryUtility


#: The page of a section that reads a pass, and the name of the pass in its address.
PAGE, PASS = "take-part", "pass"
UNKNOWN_HUB, GONE = "unknown_hub", "gone"


class NotAdmitted(Exception):
    """A pass is not good (any more); args: why, one of lib/exchange/refusing.py or of the above."""


def address(link, id_, now):
    """Return the address at which one of us takes part in a thing of another hub."""
    key = storage.book().keys[-1]
    signed = asking.asked(key, keys.feed(), link.feed, asking.JOIN, now, item=id_)
    return f"{link.feed}/@@{PAGE}?{urlencode({PASS: signed})}"


def admitted(text, now):
    """Return the address at which the bearer of a pass registers. Raises NotAdmitted."""
    book = storage.book()
    try:
        _data, values, _signature = asking.read(text)
        link = book.link_from(values["from"]) if book is not None else None
        if link is None:
            raise NotAdmitted(UNKNOWN_HUB)
        nonce, _made = asking.heard(text, link.key, keys.feed(), asking.JOIN, now)
    except Refused as refused:
        raise NotAdmitted(refused.reason) from refused
    share = book.shares.get(values.get("item", ""))
    thing = thing_of(share, link)
    kind = queryUtility(ITakesGuests, name=getattr(thing, "portal_type", ""))
    if kind is None or not kind.seats(thing):
        raise NotAdmitted(GONE)
    return kind.address(thing, releasing.thing_by(link.uid).title, nonce)


def thing_of(share, link):
    """Return what is shared with a hub, as long as it may leave the house, or None."""
    if share is None or not rules.is_for(share, link.uid):
        return None
    brain = brain_of(share.uid)
    thing = brain._unrestrictedGetObject() if brain is not None else None
    return thing if thing is not None and sharing.kind_of(thing) is not None else None
