"""Ask another site whether an address still leads somewhere. No Plone.

Only what another site says clearly counts: what it refuses, delays or does not know of is unclear,
for many turn programs away. Addresses within a network of our own are never asked.
"""

from http.client import HTTPException
from kommunalhub.lib.outgoing import host_of
from kommunalhub.lib.outgoing import Pinned
from kommunalhub.lib.outgoing import public_ip
from kommunalhub.lib.outgoing import target_of
from urllib.parse import urlsplit


GOOD, GONE, UNCLEAR = VERDICTS = ("good", "gone", "unclear")
#: What says that there is nothing (any more).
MISSING = frozenset({404, 410})
SECONDS = 5
AGENT = "kommunalhub (looks whether links still lead somewhere)"


def verdict(status):
    """Return what the status of an answer says of an address.

    >>> [verdict(status) for status in (200, 301, 404, 410, 403, 429, 500)]
    ['good', 'good', 'gone', 'gone', 'unclear', 'unclear', 'unclear']
    """
    if 200 <= status < 400:
        return GOOD
    return GONE if status in MISSING else UNCLEAR


def ask(address, status_of=None):
    """Return one of VERDICTS for an address of the web.

    Some sites know no HEAD and say so with any number: what is not good is asked for whole.
    status_of: function of (method, address), for tests.
    """
    status_of = status_of or over_the_net
    try:
        found = verdict(status_of("HEAD", address))
        return found if found == GOOD else verdict(status_of("GET", address))
    except (OSError, HTTPException, ValueError):
        return UNCLEAR


def over_the_net(method, address):
    """Return the status with which another site answers; nothing of its text is read."""
    parts = urlsplit(address)
    host, port = host_of(parts)
    connection = Pinned[parts.scheme](host, port, public_ip(host, port), SECONDS)
    try:
        connection.request(method, target_of(parts), headers={"User-Agent": AGENT, "Accept": "*/*"})
        return connection.getresponse().status
    finally:
        connection.close()
