"""HEAD finds what GET finds and sends no body: pages, files, REST, what is not there."""

from kommunalhub.core.acting import as_builder
from kommunalhub.site import structure
from plone import api
from plone.namedfile.file import NamedBlobFile

import itertools
import pytest
import requests
import transaction


SAME = ("Content-Type", "Cache-Control", "Location", "Content-Security-Policy")
JSON = {"Accept": "application/json"}


@pytest.fixture
def built(site):
    """A hub with its sections, and a file."""
    with as_builder(site):
        structure.build(site)
        file = NamedBlobFile(b"Anlage" * 100, filename="anlage.txt", contentType="text/plain")
        made = api.content.create(site, "File", "anlage", title="Anlage", file=file)
        if api.content.get_state(made, None) not in (None, "public"):
            api.content.transition(made, to_state="public")
    transaction.commit()
    return site


def places(site):
    """Return the addresses of the site, its sections, and some that lead elsewhere or nowhere."""
    base, catalog = site.absolute_url(), api.portal.get_tool("portal_catalog")
    sections = {"query": "/".join(site.getPhysicalPath()), "depth": 1}
    found = [one.getURL() for one in catalog(path=sections)]
    named = ("@@search", "login", "sitemap", "anlage/@@download/file", "gibt-es-nicht", "@@inbox")
    return list(dict.fromkeys((base, *found, *(f"{base}/{name}" for name in named))))


def test_head_finds_what_get_finds(built):
    base, addresses = built.absolute_url(), places(built)
    assert len(addresses) > 15
    accepts = itertools.cycle([{}, {"Accept": "text/html"}])  # of monitors, and of browsers
    asked = list(zip(addresses, accepts, strict=False))
    asked += [(f"{base}/{name}", JSON) for name in ("showroom", "@exhibits", "gibt-es-nicht")]
    with requests.Session() as session:  # one connection: a body after HEAD would break it
        for address, headers in asked:
            options = {"headers": headers, "allow_redirects": False}
            got, head = session.get(address, **options), session.head(address, **options)
            assert (head.status_code, head.content) == (got.status_code, b""), address
            for name in SAME:
                assert head.headers.get(name) == got.headers.get(name), (address, name)
            assert got.status_code != 200 or int(head.headers["Content-Length"]) > 0, address
        # a service of its own, and only for who may upload
        uploads = session.head(f"{base}/showroom/@tus-upload/x", headers=JSON)
        assert uploads.status_code in (401, 403, 404)
