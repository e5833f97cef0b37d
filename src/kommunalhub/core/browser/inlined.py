"""Pages of ours for visitors carry the styles that they need in themselves.

A style sheet is a second way there and back before anything is seen, on a phone in the country half
a second and more. So in a page that is sent to somebody who is not signed in, each link to a style
sheet of ours becomes a `style` with those of its rules that can match there, in the same place; the
whole sheets come after, for what scripts add (hub.js), and so that the next form has them. Who is
signed in works here, has them already, and gets links.

The security policy names what stands in the page by its hash. It is told by a header, because a
page that is kept in memory is sent with the headers it was kept with; security/headers.py makes the
policy of it and takes it away.
"""

from base64 import b64encode
from functools import lru_cache
from hashlib import sha256
from kommunalhub.core import asking
from kommunalhub.core import brand
from kommunalhub.core.browser.frame import is_own_page
from kommunalhub.core.browser.frame import RESOURCES
from kommunalhub.core.statics import STATIC
from kommunalhub.interfaces import IKommunalhubLayer
from kommunalhub.lib import stylesheets
from pathlib import Path
from plone.resource.interfaces import IResourceDirectory
from plone.transformchain.interfaces import ITransform
from urllib.parse import urlsplit
from zope.component import adapter
from zope.component import queryUtility
from zope.interface import implementer
from zope.interface import Interface

import re


HEADER = "X-Hub-Styles"
LINK = re.compile(r'<link\b(?=[^>]*\srel="stylesheet")[^>]*\shref="([^"]+)"[^>]*>')
#: Where sheets of ours are: those of the frame, those of a room (showroom/statics.py).
OF_FRAME = re.compile(rf"/{re.escape(RESOURCES)}/([\w-]+\.css)\?v=\w+$")
OF_ROOM = re.compile(r"/(\+\+plone\+\+kommunalhub-[\w-]+)/\+\+unique\+\+\w+/([\w-]+\.css)$")
#: The script that brings the whole sheets.
BRINGS_THEM = f"/{RESOURCES}/hub.js"


@implementer(ITransform)
@adapter(Interface, IKommunalhubLayer)
class Inlined:
    """After what Plone changes in a page, before it is kept."""

    order = 9500

    def __init__(self, published, request):
        self.published = published
        self.request = request

    def transformUnicode(self, result, encoding):
        return self.inlined(result) if self.applies() else None

    def transformBytes(self, result, encoding):
        if not self.applies():
            return None
        return self.inlined(result.decode(encoding)).encode(encoding)

    def transformIterable(self, result, encoding):
        if not self.applies():
            return None
        return self.transformBytes(b"".join(result), encoding)

    def applies(self):
        return is_own_page(self.request) and asking.is_anonymous()

    def inlined(self, page):
        if BRINGS_THEM not in page:
            return page
        page, hashes = with_styles(page)
        if hashes:
            self.request.response.setHeader(HEADER, " ".join(hashes))
        return page


def with_styles(page):
    """Return (page, hashes as a policy names them) of a page with styles instead of links."""
    words = stylesheets.words_of(page)
    hashes = []

    def style(link):
        rules = rules_at(link[1])
        if rules is None:
            return link[0]
        css = stylesheets.needed(rules, words)
        digest = b64encode(sha256(css.encode()).digest()).decode()
        hashes.append(f"'sha256-{digest}'")
        return f'<style data-sheet="{link[1]}">{css}</style>'

    return LINK.sub(style, page), tuple(dict.fromkeys(hashes))


def rules_at(url):
    """Return the rules of the style sheet at an address, None where it is none of ours."""
    base = f"{urlsplit(url).path.rpartition('/')[0]}/"
    if found := OF_FRAME.search(url):
        return _of_file(STATIC / found[1], base)
    if found := OF_ROOM.search(url):
        folder = queryUtility(IResourceDirectory, name=found[1])
        return None if folder is None else _of_file(Path(folder.directory) / found[2], base)
    if f"/@@{brand.VIEW}?v=" in url:
        return _of_text(brand.stylesheet())
    return None


_of_text = lru_cache(maxsize=8)(stylesheets.parsed)


@lru_cache(maxsize=64)
def _of_file(path, base):
    """Return the rules of a file below a path of the site, None where there is none."""
    try:
        return stylesheets.parsed(path.read_text(encoding="utf-8"), base)
    except OSError:
        return None
