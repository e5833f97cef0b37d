"""Ask another site whether an address still leads somewhere. No Plone.

Only what another site says clearly counts: what it refuses, delays or does not know of is unclear,
for many turn programs away. Addresses within a network of our own are never asked.
"""

from http.client import HTTPConnection
from http.client import HTTPException
from http.client import HTTPSConnection
from ipaddress import ip_address
from urllib.parse import quote
from urllib.parse import urlsplit

import socket
import ssl


GOOD, GONE, UNCLEAR = VERDICTS = ("good", "gone", "unclear")
#: What says that there is nothing (any more).
MISSING = frozenset({404, 410})
SECONDS = 5
PORTS = {"http": 80, "https": 443}
AGENT = "kommunalhub (looks whether links still lead somewhere)"


class NotPublic(OSError):
    """An address of no public network."""


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
    if not parts.hostname:
        raise ValueError(address)
    host = parts.hostname.encode("idna").decode()
    port = parts.port or PORTS[parts.scheme]
    connection = Pinned[parts.scheme](host, port, public_ip(host, port))
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~")
    target = f"{path}?{quote(parts.query, safe='/%:@!$&()*+,;=~?')}" if parts.query else path
    try:
        connection.request(method, target, headers={"User-Agent": AGENT, "Accept": "*/*"})
        return connection.getresponse().status
    finally:
        connection.close()


def public_ip(host, port):
    """Return the first IP address of a host; raises NotPublic if any of them is no public one."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    addresses = [entry[4][0] for entry in found]
    if not addresses or not all(ip_address(one).is_global for one in addresses):
        raise NotPublic(host)
    return addresses[0]


class PinnedHTTP(HTTPConnection):
    """Connects to the IP address that was looked at: a name may mean another a moment later."""

    def __init__(self, host, port, ip):
        super().__init__(host, port, timeout=SECONDS)
        self.ip = ip

    def connect(self):
        self.sock = socket.create_connection((self.ip, self.port), self.timeout)


class PinnedHTTPS(HTTPSConnection):
    """The same, with a certificate for the name."""

    def __init__(self, host, port, ip):
        super().__init__(host, port, timeout=SECONDS)
        self.ip = ip

    def connect(self):
        plain = socket.create_connection((self.ip, self.port), self.timeout)
        context = ssl.create_default_context()
        self.sock = context.wrap_socket(plain, server_hostname=self.host)


Pinned = {"http": PinnedHTTP, "https": PinnedHTTPS}
