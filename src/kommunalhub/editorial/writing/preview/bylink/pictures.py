"""The pictures of a page that is shown by a link: those of its own administration alone."""

from html import escape
from kommunalhub.core.tools import site
from kommunalhub.core.tools import site_url
from kommunalhub.editorial.writing.pasted.rules import KINDS
from kommunalhub.partners.localroles import partner_of
from lxml import html as lxml_html
from urllib.parse import unquote
from urllib.parse import urlsplit


LEAD, SCALE = "lead", "large"


def with_addresses(page, html, address):
    """Return the HTML of a text with the addresses of its pictures replaced, others left out.

    address: of where they are shown, to which the number of one is added.
    """
    if not html:
        return ""
    tree = lxml_html.fragment_fromstring(html, create_parent="div")
    for number, image in enumerate(list(tree.iter("img"))):
        for name in ("srcset", "sizes"):
            image.attrib.pop(name, None)
        if thing_at(page, image.get("src") or "") is None:
            image.drop_tree()
        else:
            image.set("src", f"{address}{number}")
    for link in tree.iter("a"):
        link.attrib.pop("href", None)  # it leads on to what is not shown by this link
    inside = (
        escape(tree.text or ""),
        *(lxml_html.tostring(one, encoding="unicode") for one in tree),
    )
    return "".join(inside)


def picture(page, html, which):
    """Return (media type, bytes) of a picture: LEAD, or the number in the text; None for none."""
    if which == LEAD:
        return _data(page)
    if not which.isdecimal() or len(which) > 4:
        return None
    images = list(lxml_html.fragment_fromstring(html, create_parent="div").iter("img"))
    if int(which) >= len(images):
        return None
    thing = thing_at(page, images[int(which)].get("src") or "")
    return None if thing is None else _data(thing)


def thing_at(page, address):
    """Return the picture of the page's own administration at an address, or None."""
    path = unquote(urlsplit(address).path).partition("/@@images")[0]
    root = urlsplit(site_url()).path.rstrip("/")
    if not path.startswith(f"{root}/"):
        return None
    found = site().unrestrictedTraverse(path.removeprefix(f"{root}/").rstrip("/"), None)
    if getattr(found, "portal_type", None) != "Image" or partner_of(found) != partner_of(page):
        return None
    return found


def _data(thing):
    image = getattr(thing, "image", None)
    if image is None or image.contentType not in KINDS:
        return None
    scale = thing.unrestrictedTraverse("@@images").scale("image", scale=SCALE)
    if scale is None:
        return None
    return scale.mimetype, scale.data.data
