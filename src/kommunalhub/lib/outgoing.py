"""Ask other machines on the web, and never one in a network of our own. No Plone.

An address is looked up once, each answer has to be public, and the connection goes to the very
address that was looked at: a name may mean another a moment later (DNS rebinding). What a server
then says of itself counts for nothing: the far end of the connection is compared before a word is
sent. Redirects are looked at anew, each of them.
"""

from contextlib import suppress
from dataclasses import dataclass
from dataclasses import field
from http.client import HTTPConnection
from http.client import HTTPException
from http.client import HTTPSConnection
from ipaddress import ip_address
from ipaddress import ip_network
from threading import Timer
from time import monotonic
from urllib.parse import quote
from urllib.parse import urljoin
from urllib.parse import urlsplit

import socket
import ssl


PORTS = {"http": 80, "https": 443}
REDIRECTS = frozenset({301, 302, 303, 307, 308})
CHUNK = 65_536
#: Networks that carry addresses of others in them: NAT64, 6to4, Teredo, and what is translated.
CARRIERS = tuple(
    ip_network(text)
    for text in (
        *("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32"),
        *("::ffff:0:0/96", "::/96"),
    )
)


class NotPublic(OSError):
    """An address of no public network."""


class TooMuch(OSError):
    """An answer is longer, slower or sent around more often than is waited for."""


class NotAllowed(ValueError):
    """An address that is not asked: no https, a name and password in it, another port."""


@dataclass(frozen=True)
class Bounds:
    """What is waited for: seconds for each step and for all, bytes, redirects.

    neighbours: "host:port" of machines within the own network that an operator has named.
    """

    step: float = 10
    seconds: float = 60
    largest: int = 4_000_000
    redirects: int = 3
    neighbours: frozenset = frozenset()
    schemes: frozenset = frozenset({"https"})


@dataclass(frozen=True)
class Answer:
    """What came: status, body, and headers by their names in small letters."""

    status: int
    body: bytes = b""
    headers: dict = field(default_factory=dict)


def is_public(text):
    """Return whether an IP address is one that anybody on the internet can have.

    >>> [is_public(text) for text in ("9.9.9.9", "10.0.0.1", "224.0.0.1", "::ffff:9.9.9.9", "::1")]
    [True, False, False, False, False]
    """
    address = ip_address(text.partition("%")[0])
    if any(address in network for network in CARRIERS if network.version == address.version):
        return False
    return (
        address.is_global
        and not address.is_multicast
        and not address.is_reserved
        and not address.is_unspecified
        and not address.is_loopback
        and not address.is_link_local
        and not getattr(address, "is_site_local", False)
    )


def public_ip(host, port, neighbours=frozenset()):
    """Return the first IP address of a host; raises NotPublic if any of them is no public one.

    neighbours: "host:port" of machines that may stand in the own network.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    addresses = [entry[4][0] for entry in found]
    known = f"{host}:{port}" in neighbours
    if not addresses or not (known or all(is_public(one) for one in addresses)):
        raise NotPublic(host)
    return addresses[0]


def target_of(parts):
    """Return what is asked for at a host, of a split address."""
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~")
    return f"{path}?{quote(parts.query, safe='/%:@!$&()*+,;=~?')}" if parts.query else path


def host_of(parts):
    """Return host and port of a split address; raises ValueError."""
    if not parts.hostname:
        raise ValueError(parts.geturl())
    host = parts.hostname
    if not host.isascii():
        host = host.encode("idna").decode()
    return host, parts.port or PORTS[parts.scheme]


class PinnedHTTP(HTTPConnection):
    """Connects to the IP address that was looked at.

    reached: its socket; `sock` is given up as soon as an answer has begun.
    """

    reached = None

    def __init__(self, host, port, ip, timeout):
        super().__init__(host, port, timeout=timeout)
        self.ip = ip

    def connect(self):
        self.sock = self.reached = self.reach()

    def reach(self):
        sock = socket.create_connection((self.ip, self.port), self.timeout)
        if ip_address(sock.getpeername()[0]) != ip_address(self.ip):
            sock.close()
            raise NotPublic(self.host)
        return sock


class PinnedHTTPS(PinnedHTTP, HTTPSConnection):
    """The same, with a certificate for the name."""

    def connect(self):
        context = ssl.create_default_context()
        self.sock = self.reached = context.wrap_socket(self.reach(), server_hostname=self.host)


Pinned = {"http": PinnedHTTP, "https": PinnedHTTPS}


def fetch(address, headers=None, limits=Bounds(), method="GET"):
    """Return the Answer at an address, within limits.

    Raises NotPublic, TooMuch, NotAllowed, OSError or HTTPException. A header for one host goes to
    no other: a redirect to another is not followed.
    """
    end = monotonic() + limits.seconds
    first = urlsplit(address).netloc
    for _hop in range(limits.redirects + 1):
        answer = _one(address, method, headers or {}, limits, end)
        if answer.status not in REDIRECTS or not answer.headers.get("location"):
            return answer
        address = urljoin(address, answer.headers["location"])
        if urlsplit(address).netloc != first:
            raise NotAllowed(address)
    raise TooMuch("redirects")


def _one(address, method, headers, limits, end):
    parts = urlsplit(address)
    host, port = _allowed(parts, limits)
    ip = public_ip(host, port, limits.neighbours)
    connection = Pinned[parts.scheme](host, port, ip, min(limits.step, _left(end)))
    watch = Timer(_left(end), _hang_up, [connection])
    watch.daemon = True
    watch.start()
    try:
        connection.request(
            method, target_of(parts), headers={"Accept-Encoding": "identity", **headers}
        )
        got = connection.getresponse()
        found = {name.lower(): value for name, value in got.getheaders()}
        if found.get("content-encoding", "identity") != "identity":
            raise NotAllowed("packed")
        return Answer(got.status, _body(connection, got, limits, end), found)
    finally:
        watch.cancel()
        connection.close()


def _hang_up(connection):
    """End a connection whose time is over, whatever it waits for: headers may drip as well."""
    if connection.reached is not None:
        with suppress(OSError):
            connection.reached.shutdown(socket.SHUT_RDWR)


def _allowed(parts, limits):
    """Return host and port if an address may be asked; raises NotAllowed."""
    try:
        host, port = host_of(parts)
    except (ValueError, KeyError, UnicodeError) as error:
        raise NotAllowed(parts.geturl()) from error
    schemes = limits.schemes | ({"http"} if f"{host}:{port}" in limits.neighbours else set())
    if parts.scheme not in schemes or parts.username is not None or parts.password is not None:
        raise NotAllowed(parts.geturl())
    return host, port


def _body(connection, got, limits, end):
    """Return the body, read bit by bit: who drips sits out no limit."""
    chunks, size = [], 0
    while True:
        _left(end)
        chunk = got.read1(CHUNK)
        if not chunk:
            _left(end)  # the watch may have hung up
            if got.length:
                raise ConnectionError("cut off")
            return b"".join(chunks)
        size += len(chunk)
        if size > limits.largest:
            raise TooMuch("bytes")
        chunks.append(chunk)


def _left(end):
    left = end - monotonic()
    if left <= 0:
        raise TooMuch("seconds")
    return left


#: What fetching may raise.
FAILURES = (OSError, HTTPException, NotAllowed)
