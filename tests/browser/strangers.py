"""Whom a page asked besides the site: its visitors did not ask for that."""

from urllib.parse import urlsplit


#: What a page has made itself asks nobody.
OWN = ("blob", "data")


def strangers(asked, site_url):
    """Return the hosts of addresses that are not the host of the site."""
    parts = [urlsplit(url) for url in asked]
    hosts = {part.netloc for part in parts if part.scheme not in OWN}
    return hosts - {urlsplit(site_url).netloc}
