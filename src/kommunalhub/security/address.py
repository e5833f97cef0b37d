"""The address under which people reach the site: who runs it says so, no request does."""

from kommunalhub.core import registry
from urllib.parse import urlsplit


RECORD = "kommunalhub.public_address"


def configured():
    """Return the address that was set, without a slash at the end; empty when none is."""
    return (registry.read(RECORD) or "").rstrip("/")


def address_of(portal):
    """Return the address of the site without a slash at the end.

    While none is set, that is the one of the present request, which is a known one (hosts.py).
    """
    return configured() or portal.absolute_url()


def origin_of(address):
    """Return scheme, name and port of an address as browsers write them, empty for none.

    >>> origin_of("https://Hub.example:443/hub"), origin_of("http://localhost:8080"), origin_of("")
    ('https://hub.example', 'http://localhost:8080', '')
    """
    parts = urlsplit(address)
    if not parts.hostname:
        return ""
    usual = {"http": 80, "https": 443}.get(parts.scheme)
    port = "" if parts.port in (None, usual) else f":{parts.port}"
    return f"{parts.scheme}://{parts.hostname}{port}"
