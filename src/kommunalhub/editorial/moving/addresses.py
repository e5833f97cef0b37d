"""Where links of a source lead: to another piece of it, or elsewhere. Pure."""

from urllib.parse import quote
from urllib.parse import unquote
from urllib.parse import urldefrag
from urllib.parse import urljoin
from urllib.parse import urlsplit

import posixpath
import re


#: Before the key of a piece, in texts that are on their way; no site has such addresses.
INSIDE = "/-moved-/"
#: What a source stands at that tells no address of its own.
NOWHERE = "https://source.invalid/"
#: An address in a text as the house's filter writes it.
FOUND = re.compile(r' (href|src)="' + re.escape(INSIDE) + r'([^"]*)"')
PICTURE = re.compile(
    r'<img(?:[^>"]|"[^"]*")*? src="' + re.escape(INSIDE) + r'([^"]*)"(?:[^>"]|"[^"]*")*>'
)
RESOLVE = re.compile(r"(?:.*/)?resolveuid/([0-9a-f]{32})(/[^?#]*)?", re.IGNORECASE)
#: Sizes and views of a picture or file, as Plone writes them after its address.
SCALES = re.compile(r"/(@@images|@@download|@@display-file|image_[a-z]+|view|at_download)(/.*)?$")
#: Ids in texts begin so on the page, see security.richtext.
ID = "text-"


def noted(address, key, base=""):
    """Return an address in the piece `key` as it stands in a text on its way; None for none.

    base: the address at which the source stood. Addresses elsewhere stay as they are.

    >>> noted("../bilder/wappen.png", "dienste/pass.html")
    '/-moved-/bilder/wappen.png'
    >>> noted("http://www.lensahn.example/alt/pass.html#frist", "a.html", "https://lensahn.example/alt")
    '/-moved-/pass.html#frist'
    >>> noted("https://anders.example/x", "a.html"), noted("#oben", "a.html")
    ('https://anders.example/x', '#oben')
    """
    address = (address or "").strip()
    if not address or address.startswith("#"):
        return address or None
    resolved = RESOLVE.fullmatch(urldefrag(address)[0])
    if resolved and not urlsplit(address).scheme:
        fragment = urldefrag(address)[1]
        return INSIDE + f"resolveuid/{resolved[1].lower()}" + _mark(fragment)
    stands = folder_address(base)
    try:
        whole = urljoin(stands + quote(key), address)
        parts, at = urlsplit(whole), urlsplit(stands)
        hosts = {_host(parts), _host(at)}
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or len(hosts) > 1 or (parts.query and base):
        return whole
    path = unquote(parts.path)
    if not f"{path}/".startswith(unquote(at.path)):
        return whole
    inside = posixpath.normpath("/" + path[len(unquote(at.path)) :]).lstrip("/")
    return INSIDE + quote(inside) + _mark(parts.fragment)


def folder_address(base):
    """Return the address of the folder that a source stood in, with a slash at its end."""
    return f"{base.rstrip('/')}/" if base else NOWHERE


def path_of(base):
    """Return the path at which a source stood, without slashes around it.

    >>> path_of("https://www.lensahn.example/alt/"), path_of("")
    ('alt', '')
    """
    return unquote(urlsplit(base).path).strip("/") if base else ""


def filled_in(html, lookup, base=""):
    """Return (a text whose addresses lead to pieces where they are now, addresses of none).

    lookup: called with a key, returns (UID, whether it is a picture), or None. What leads to no
    piece leads to where it stood; without such an address the words stay, and the picture goes.

    >>> pieces = {"b.html": ("1" * 32, False)}
    >>> filled_in('<a href="/-moved-/b.html#x">B</a> <a href="/-moved-/c">C</a>', pieces.get)
    ('<a href="resolveuid/11111111111111111111111111111111#text-x">B</a> <a>C</a>', ['c'])
    """
    missing = []

    def place(found):
        address, _mark_, fragment = found[2].partition("#")
        key = plain_key(unquote(address))
        piece = lookup(key)
        if piece is None:
            missing.append(key)
            return f' {found[1]}="{_old(base, key)}"' if base and found[1] == "href" else ""
        uid, is_picture = piece
        if found[1] == "src" and is_picture:
            return f' src="resolveuid/{uid}/@@images/image/large"'
        return f' {found[1]}="resolveuid/{uid}{_anchor(fragment)}"'

    def picture(found):
        key = plain_key(unquote(found[1].partition("#")[0]))
        if lookup(key) is not None:
            return found[0]
        missing.append(key)
        return ""

    return FOUND.sub(place, PICTURE.sub(picture, html)), missing


def plain_key(key):
    """Return the key that an address means, without what Plone adds to those of pictures.

    >>> plain_key("bilder/a.png/@@images/image/large"), plain_key("dienste/")
    ('bilder/a.png', 'dienste')
    """
    return SCALES.sub("", key).rstrip("/")


def _old(base, key):
    return folder_address(base) + quote(key)


def _anchor(fragment):
    if not fragment:
        return ""
    return f"#{fragment}" if fragment.startswith(ID) else f"#{ID}{fragment}"


def _mark(fragment):
    return f"#{fragment}" if fragment else ""


def _host(parts):
    return ((parts.hostname or "").removeprefix("www."), parts.port)
