"""Livestreams for tests, by anna (Malente)."""

from datetime import timedelta
from kommunalhub.core import formatting
from kommunalhub.showroom.live import operations
from people import As
from plone import api
from showroom.conftest import add_exhibit


HOST = "live.example.org"
URL = f"https://{HOST}/saal/index.m3u8"
HOUR = timedelta(hours=1)


def name_host(*hosts):
    api.portal.set_registry_record("kommunalhub.security.live_hosts", hosts)


def add_live(portal, begins_in, **more):
    """Return a livestream that begins in so much time and takes two hours."""
    exhibit = add_exhibit(portal, title="Konzert in der Kirche", kind="live")
    start = formatting.now() + begins_in
    values = {"live_start": start, "live_end": start + 2 * HOUR, "live_url": URL, **more}
    with As("anna"):
        operations.set_live(exhibit, values)
    return exhibit


def moved(exhibit, begins_in):
    start = formatting.now() + begins_in
    operations.set_live(exhibit, {"live_start": start, "live_end": start + 2 * HOUR})
