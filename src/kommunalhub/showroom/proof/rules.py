"""Which hosts a page may ask besides its own: read from the sources of its policy. Pure."""

from collections.abc import Iterable
from urllib.parse import urlsplit


#: Who may show a page in theirs is asked by nobody.
NOT_ASKED = ("frame-ancestors", "form-action")


def hosts(lines: Iterable[str]) -> list[str]:
    """Return the hosts that lines "directive source …" name, each once, in order.

    >>> hosts(["img-src blob:", "media-src https://live.example.org", "frame-ancestors https://a.de"])
    ['live.example.org']
    """
    found = set()
    for line in lines:
        name, *sources = line.split()
        if name not in NOT_ASKED:
            found |= {host for source in sources if (host := _host(source))}
    return sorted(found)


def _host(source):
    """Return the host of a source, None for keywords, hashes and schemes."""
    if source.startswith("'") or source.endswith(":"):
        return None
    return urlsplit(source if "://" in source else f"//{source}").netloc or None
