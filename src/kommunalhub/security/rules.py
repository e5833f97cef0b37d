"""How long to wait after wrong passwords, and how long a session lives. Pure.

Times are seconds since 1970 (float); the clocks of several Zope clients may differ a little.
"""

from dataclasses import dataclass
from ipaddress import ip_address
from ipaddress import ip_network


#: Seconds by which the clock of another Zope client may be ahead.
CLOCK_DIFFERENCE = 120

#: A session that is used is renewed this often, so not every page sets a cookie.
RENEW_AFTER = 300


@dataclass(frozen=True)
class Limit:
    """How failures are slowed: `free` of them cost nothing, then the wait doubles each time.

    first, longest: seconds of the shortest and the longest wait.
    forget: seconds after which a failure counts no more.
    """

    free: int
    first: int = 15
    longest: int = 900
    forget: int = 3600


@dataclass(frozen=True)
class Failures:
    """How many failures there were, and when the last one was."""

    count: int = 0
    last: float = 0.0


def delay(count: int, limit: Limit) -> int:
    """Return the seconds to wait after `count` failures.

    >>> [delay(count, Limit(free=3, first=15, longest=100)) for count in range(7)]
    [0, 0, 0, 15, 30, 60, 100]
    """
    if count < limit.free:
        return 0
    doublings = min(count - limit.free, 20)
    return min(limit.first * 2**doublings, limit.longest)


def wait(failures: Failures, now: float, limit: Limit) -> int:
    """Return the whole seconds still to wait; 0 means: go ahead. Never more than limit.longest."""
    left = failures.last + delay(failures.count, limit) - now
    return max(0, min(-int(-left // 1), limit.longest))


def fail(failures: Failures, now: float, limit: Limit) -> Failures:
    """Return the failures with one more, old ones forgotten."""
    if now - failures.last > limit.forget:
        failures = Failures()
    return Failures(failures.count + 1, now)


def place(address: str) -> str:
    """Return what stands for one place on the net: an IPv4 address, or the /64 of an IPv6 one.

    >>> place("192.0.2.7"), place("2001:db8::1:2:3:4"), place("::ffff:192.0.2.7"), place("?")
    ('192.0.2.7', '2001:db8::/64', '192.0.2.7', '?')
    """
    try:
        parsed = ip_address(address.strip())
    except ValueError:
        return address.strip()
    if parsed.version == 4:
        return str(parsed)
    if parsed.ipv4_mapped:
        return str(parsed.ipv4_mapped)
    return str(ip_network((parsed, 64), strict=False))


def client(peer: str, forwarded: str) -> str:
    """Return the address of the client behind a proxy on this machine.

    peer: the address Zope sees. forwarded: the header X-Forwarded-For, whose last entry was
    written by the proxy; those before it may be made up by the client.

    >>> client("127.0.0.1", "6.6.6.6, 192.0.2.7"), client("192.0.2.9", "192.0.2.7")
    ('192.0.2.7', '192.0.2.9')
    """
    try:
        local = ip_address(peer).is_loopback
    except ValueError:
        local = False
    last = forwarded.split(",")[-1].strip()
    return last if local and last else peer


@dataclass(frozen=True)
class Lifetime:
    """Seconds a session lives without being used, and at the longest."""

    idle: int
    longest: int


def is_alive(started: float, renewed: float, now: float, lifetime: Lifetime) -> bool:
    """Say whether a session lives that began at `started` and was last renewed at `renewed`."""
    return (
        started <= renewed <= now + CLOCK_DIFFERENCE
        and now - renewed < lifetime.idle
        and now - started < lifetime.longest
    )


def wants_renewal(renewed: float, now: float, lifetime: Lifetime) -> bool:
    """Say whether a session that is in use should get a fresh ticket."""
    return now - renewed > min(RENEW_AFTER, lifetime.idle / 4)
