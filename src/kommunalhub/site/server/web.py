"""The web server of `kommunalhub serve`: waitress, with limits for who sends slowly or much.

A request takes no thread before all of it has arrived, but each connection takes a place. Waitress
closes one on which nothing comes; who sends a byte now and then would keep it, and a hundred such
would keep everybody else out. Here a request has to arrive at some least speed.
"""

from kommunalhub.security.uploads import rules
from time import monotonic
from waitress.channel import HTTPChannel

import logging
import waitress


logger = logging.getLogger(__name__)

#: Seconds a request may take to arrive, and for each byte of it: bodies come at 8 KB/s or faster.
PATIENCE, SECONDS_A_BYTE = 30, 1 / 8192
#: Seconds between two looks at who is too slow, and until an idle connection is closed.
LOOK, IDLE = 5, 60
CONNECTIONS = 500


def is_too_slow(seconds, size):
    """Say whether a request of which `size` bytes arrived in so many seconds is given up.

    >>> is_too_slow(29, 0), is_too_slow(31, 10), is_too_slow(31, 100_000)
    (False, True, False)
    """
    return seconds > PATIENCE + size * SECONDS_A_BYTE


class Channel(HTTPChannel):
    """A connection that knows since when its request has been arriving, and how much of it has."""

    began = 0.0
    arrived = 0

    def received(self, data):
        if self.request is None:
            self.began, self.arrived = monotonic(), 0
        self.arrived += len(data)
        return super().received(data)

    def is_too_slow(self, now):
        """Say whether the request that is still arriving is given up. now: monotonic clock."""
        return self.request is not None and is_too_slow(now - self.began, self.arrived)


def make_server(app, claimed, threads):
    """Return the server for the claimed socket."""
    server = waitress.create_server(
        app,
        sockets=[claimed],
        threads=threads,
        ident=None,
        # Who forwards is looked at where it matters (zope.conf, security/rules.py): without the
        # header of a proxy on this machine everybody would be one place that guesses passwords.
        clear_untrusted_proxy_headers=False,
        max_request_body_size=rules.SERVER * rules.MEGABYTE,
        channel_timeout=IDLE,
        cleanup_interval=LOOK,
        connection_limit=CONNECTIONS,
        asyncore_use_poll=True,  # select() ends at 1,024 files
    )
    server.channel_class = Channel
    idle = server.maintenance

    def maintenance(now):
        idle(now)
        close_slow(server)

    server.maintenance = maintenance
    return server


def close_slow(server):
    """Close the connections whose request arrives too slowly."""
    now = monotonic()
    for channel in list(server.active_channels.values()):
        if channel.is_too_slow(now):
            logger.info("Too slow, closed: %s", channel.addr)
            channel.will_close = True
