"""A page of HTML: its title, and of its text what the house's filter lets stay, in order."""

from base64 import b64decode
from html import escape
from kommunalhub.editorial.moving import addresses
from kommunalhub.editorial.moving.reader import picture
from kommunalhub.editorial.moving.reader.refusing import Refused
from kommunalhub.editorial.moving.rules import levels
from kommunalhub.editorial.moving.rules import title_of_name
from kommunalhub.editorial.writing.pasted import rules as pasted
from kommunalhub.lib.filetext.plain import decode
from kommunalhub.security.richtext.rules import clean
from lxml import html as lxml_html

import binascii
import re


CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{2,30})""", re.IGNORECASE)
DECLARED = re.compile(r"\s*<\?xml[^>]*>")
#: Where the text of a page stands, the surest sign first.
MAIN = (
    "//main",
    "//*[@role='main']",
    "//*[@id='content-core' or @id='content' or @id='inhalt' or @id='main']",
    "//article[not(//article[2])]",
)
#: What leads around in a site.
AROUND = (
    ".//nav | .//*[@role='navigation' or @role='banner' or @role='contentinfo' or @role='search']"
)
FRAME = "./header | ./footer | ./aside | ./*/header | ./*/footer"
#: What cannot come along, and what is said of it.
LOST = {
    "frames": ".//iframe | .//object | .//embed | .//frame",
    "forms": ".//form",
    "scripts": ".//script",
}
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
BLANK = re.compile(r"<p>(?:\s|&nbsp;|<br>)*</p>\s*")
#: Characters of a text; of a title and a description.
LONGEST, LONGEST_TITLE, LONGEST_DESCRIPTION = 2_000_000, 200, 500


def read(data, key, base, limits):
    """Return the page of an HTML file."""
    require_text(data, limits)
    charset = CHARSET.search(data[:4096])
    return page_of(decode(data, charset[1].decode("ascii") if charset else None), key, base)


def require_text(data, limits):
    if len(data) > limits.plain:
        raise Refused("too_large", "text")


def page_of(text, key, base, title="", other_title="", description="", headings_are_chapters=False):
    """Return {title, description, html, pictures, lost} of a page.

    title: what it is called, whatever stands in it; other_title: where nothing in it says so.
    headings_are_chapters: of several first headings none is the title.
    """
    text = DECLARED.sub("", text, count=1).replace("\0", "")
    if not text.strip():
        raise Refused("empty")
    document = lxml_html.document_fromstring(text)
    body = document.find("body")
    if body is None:
        raise Refused("damaged", "no_body")
    named = words_of(document.find(".//head/title"))
    main = next((found[0] for path in MAIN if (found := document.xpath(path))), body)
    first = main.xpath(".//h1") or ([] if main is body else body.xpath(".//h1"))
    first = [one for one in first if words_of(one)]
    if first and (not headings_are_chapters or len(first) == 1 or first[0].get("class") == "title"):
        title = title or words_of(first[0])
        if words_of(first[0]) == title:
            _take_out(first[0])
    lost = _tidy(main, main is body)
    pictures = _note_addresses(main, key, base, lost)
    _order(main)
    html = BLANK.sub("", clean(_inside(main))).strip()
    if len(html) > LONGEST:
        raise Refused("too_large", "text")
    described = document.xpath("//meta[translate(@name,'DESCRIPTON','descripton')='description']")
    description = description or (described[0].get("content") if described else "") or ""
    return {
        "title": _short(title or named or other_title or title_of_name(key), LONGEST_TITLE),
        "description": _short(description, LONGEST_DESCRIPTION),
        "html": html,
        "pictures": pictures,
        "lost": {name: number for name, number in lost.items() if number},
    }


def fragment_of(text, key, base):
    """Return {html, pictures, lost} of a text that is no whole page."""
    if not text.strip():
        return {"html": "", "pictures": [], "lost": {}}
    found = page_of(f"<html><body>{text}</body></html>", key, base, title="-")
    return {name: found[name] for name in ("html", "pictures", "lost")}


def words_of(element):
    return "" if element is None else " ".join("".join(element.itertext()).split())


def _tidy(main, is_whole):
    """Take out what is no text; return how often each thing was lost."""
    for one in main.xpath(AROUND) + (main.xpath(FRAME) if is_whole else []):
        _take_out(one)
    lost = {}
    for name, path in LOST.items():
        found = [one for one in main.xpath(path) if one is not main]
        lost[name] = len(found)
        for one in found:
            _take_out(one)
    return lost


def _note_addresses(main, key, base, lost):
    """Let addresses in a text name pieces of the source; return the pictures that it carries."""
    pictures, numbers = [], {}
    lost |= {"pictures": 0, "without_words": 0}
    for link in main.iter("a"):
        if link.get("href") is not None:
            _set(link, "href", addresses.noted(link.get("href"), key, base))
    for image in list(main.iter("img")):
        for name in ("srcset", "sizes", "data-src", "data-srcset"):
            image.attrib.pop(name, None)
        lost["without_words"] += image.get("alt") is None
        carried = _carried(image.get("src") or "")
        if carried is not None:
            kind, data = carried
            if data not in numbers and len(pictures) < pasted.MOST:
                numbers[data] = f"bild-{len(pictures) + 1}.{pasted.KINDS[kind]}"
                alt = " ".join((image.get("alt") or "").split())
                pictures.append({"name": numbers[data], "alt": alt, "data": data})
            name = numbers.get(data)
            address = addresses.noted(f"/{key}/{name}", key) if name else None
        else:
            address = addresses.noted(image.get("src"), key, base)
            if address is not None and not address.startswith(addresses.INSIDE):
                address = None
        if address is None:
            lost["pictures"] += 1
            _take_out(image)
        else:
            image.set("src", address)
    return pictures


def _carried(address):
    """Return (kind, base64) of a picture that stands in its own address, None for any other."""
    told = pasted.ADDRESS.fullmatch(address)
    if not told or told[1].lower() not in pasted.KINDS:
        return None
    text = "".join(told[2].split())
    try:
        data = b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return None
    if not 0 < len(data) <= pasted.BIGGEST:
        return None
    try:
        picture.read(data)
    except Refused:
        return None
    return told[1].lower(), text


def _order(main):
    """Let headings go down by one level at a time, from the second: the first is the title."""
    found = []
    for one in list(main.iter(*HEADINGS)):
        if words_of(one) or one.find(".//img") is not None:
            found.append(one)
        else:
            one.drop_tag()
    for one, level in zip(found, levels(int(one.tag[1]) for one in found), strict=True):
        one.tag = f"h{level}"


def _inside(element):
    children = (lxml_html.tostring(child, encoding="unicode") for child in element)
    return escape(element.text or "") + "".join(children)


def _take_out(element):
    if element.getparent() is not None:
        element.drop_tree()


def _set(element, name, value):
    if value is None:
        del element.attrib[name]
    else:
        element.set(name, value)


def _short(text, most):
    text = " ".join(text.split())
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
