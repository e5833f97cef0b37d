"""What is copied out of Word, Outlook, LibreOffice or a web page, as the text it means. Pure.

Paragraphs that only look like lists become lists, headings stay headings below the title of the
page, tables get their cells of headings. Looks go: colours, fonts, sizes, classes not of ours; and
so does what nobody means to publish: hidden text, who changed what, places on one's own disk.
"""

from dataclasses import dataclass
from kommunalhub.editorial.writing.pasted import lists
from kommunalhub.editorial.writing.pasted import nesting
from kommunalhub.editorial.writing.pasted import rules
from kommunalhub.security.richtext.rules import is_class
from kommunalhub.security.richtext.rules import local
from kommunalhub.security.richtext.rules import TAGS
from lxml import etree
from lxml import html as lxml_html

import re


#: What only programs of offices write.
OFFICE = re.compile(
    r"""class=["']?(?:x_)?Mso|mso-|<o:p|urn:schemas-microsoft-com|<meta[^>]{0,80}(?:LibreOffice|"""
    r"""OpenOffice)|<font\b|docs-internal-guid|data-aria-level""",
    re.IGNORECASE,
)
#: `<![if !supportLists]>`: no comment, no tag.
CONDITION = re.compile(r"<!\[[^>]{0,120}>")
#: Gone with what is in them; changes that are not accepted yet count as accepted.
DROPPED = frozenset(
    (
        *("base", "button", "colgroup", "del", "head", "iframe", "input", "link", "map", "meta"),
        *("noscript", "object", "script", "select", "style", "svg", "template", "textarea"),
        *("title", "xml", "v:shape", "v:shapetype", "v:imagedata", "w:sdtpr"),
    )
)
#: What is in them stays. Frames of texts say nothing that a page needs.
LOOSE = frozenset(("article", "aside", "bdi", "bdo", "col", "ins", "section", "small", "time"))
RENAMED = {"b": "strong", "i": "em", "strike": "s", "div": "p", "center": "p"}
STYLED = {"title": "h2", "subtitle": "p", "quote": "blockquote", "intensequote": "blockquote"}
#: The title of a page is its first heading, and the editor offers three levels below it.
FIRST, LAST = 2, 4
ATTRIBUTES = {
    "a": ("href",),
    "abbr": ("title",),
    "img": ("src", "alt", "role"),
    "ol": ("start",),
    "td": ("colspan", "rowspan"),
    "th": ("colspan", "rowspan", "scope"),
}
LINK = re.compile(r"(?:https?://|mailto:|tel:|/|\.\./|resolveuid/)", re.IGNORECASE)
#: What programs say of pictures they have guessed at, in alternative texts.
GUESSED = re.compile(
    r"automatisch generiert|automatically generated|KI-generiert|AI-generated", re.IGNORECASE
)
#: Until nothing changes any more; two are enough for what anybody writes.
TURNS = 5
#: Dots and ticks of symbol fonts, and what joins or begins nothing.
SIGNS = re.compile("[\ue000-\uf8ff\ufeff\u200b]")


@dataclass(frozen=True)
class Cleaned:
    """html: what stays. pictures: how many could not be taken along."""

    html: str
    pictures: int = 0


def is_office(html):
    """Return whether a program of an office has written HTML.

    >>> is_office('<p class=MsoNormal>Guten Tag</p>'), is_office('<p class="callout">Guten Tag</p>')
    (True, False)
    """
    return bool(OFFICE.search(html))


def cleaned(html, site_url=""):
    """Return what HTML from elsewhere means, a Cleaned.

    >>> cleaned('<p class=MsoNormal><b><span style="color:red">Rot</span></b><o:p></o:p></p>').html
    '<p><strong>Rot</strong></p>'
    """
    found = _meant(html, site_url)
    for _turn in range(TURNS):
        again = _meant(found.html, site_url)
        if again.html == found.html:
            break
        found = Cleaned(again.html, found.pictures + again.pictures)
    return found


def _meant(html, site_url):
    """Clean once. What was moved then may be read otherwise by the next parser, so it is again."""
    keep_language = not is_office(html)
    tree = _tree(html)
    for node in list(tree.iter()):
        if not isinstance(node.tag, str) or node.tag in DROPPED or _is_hidden(node):
            _drop(node)
    lists.build(tree)
    pictures = _drop_pictures(tree, site_url)
    first = _first_level(tree)
    for node in list(tree.iterdescendants()):
        _mean(node, first)
    for node in list(tree.iterdescendants()):
        _strip(node, keep_language)
    for node in list(tree.iterdescendants(*nesting.HOMES)):
        if node.getparent().tag not in nesting.HOMES[node.tag]:
            node.tag = "p"
    nesting.space(tree)
    nesting.unfold(tree)
    for node in reversed(list(tree.iterdescendants())):
        if node.tag in nesting.EMPTY and nesting.is_empty(node):
            _drop(node)
    for table in tree.iter("table"):
        nesting.head(table)
    nesting.wrap(tree)
    return Cleaned(nesting.inner(tree), pictures)


def _tree(html):
    html = SIGNS.sub("", CONDITION.sub("", html)).replace("\x00", "")
    parser = lxml_html.HTMLParser(remove_comments=True, remove_pis=True, encoding="utf-8")
    try:
        found = lxml_html.document_fromstring(f"<body>{html}", parser=parser)
    except etree.ParserError:  # nothing at all
        found = lxml_html.document_fromstring("<body></body>")
    tree = lxml_html.Element("div")
    for body in found.iter("body"):
        tree.text = (tree.text or "") + (body.text or "")
        tree.extend(list(body))
    return tree


def _style(node):
    """Return {name: value} of the style of an element, in small letters."""
    pairs = (part.partition(":") for part in (node.get("style") or "").lower().split(";"))
    return {name.strip(): value.strip() for name, _colon, value in pairs if value.strip()}


def _is_hidden(node):
    style = _style(node)
    return style.get("display") == "none" or style.get("mso-hide") == "all"


def _drop(node):
    parent = node.getparent()
    if parent is not None:
        node.drop_tree()


def _drop_pictures(tree, site_url):
    """Drop pictures that nobody else could see, and return how many."""
    dropped = 0
    for image in list(tree.iter("img")):
        address = image.get("src") or ""
        if rules.ADDRESS.fullmatch(address) or (address and local(address, site_url) is not None):
            if GUESSED.search(image.get("alt") or ""):
                image.attrib.pop("alt")
        else:
            dropped += 1
            _drop(image)
    return dropped


def _first_level(tree):
    """Return the highest level of headings."""
    levels = [int(node.tag[1]) for node in tree.iter(*nesting.HEADINGS)]
    titled = any(_word_style(node) == "title" for node in tree.iter("p"))
    return 1 if titled else min(levels, default=FIRST)


def _word_style(node):
    """Return the name of Word's style: `MsoIntenseQuote` is `intensequote`."""
    for name in (node.get("class") or "").lower().split():
        name = name.removeprefix("x_")
        if name.startswith("mso"):
            return name.removeprefix("mso")
    return ""


def _mean(node, first):
    """Give an element the tag that says what it is."""
    tag = node.tag
    if tag == "p" and _word_style(node) in STYLED:
        node.tag = STYLED[_word_style(node)]
    elif tag in nesting.HEADINGS:
        # what begins with the first level of all moves below the title of the page
        level = int(tag[1]) + (1 if first == 1 else 0)
        node.tag = f"h{min(max(level, FIRST), LAST)}"
    elif tag == "span":
        _mean_span(node)
    elif tag == "div" and _classes(node):
        pass  # a box of ours
    elif tag in ("b", "strong") and _style(node).get("font-weight") == "normal":
        node.tag = "span"  # around all that is copied out of Google Docs
    else:
        node.tag = RENAMED.get(tag, tag)


def _classes(node):
    """Return which classes of an element are ours."""
    return " ".join(filter(is_class, (node.get("class") or "").split()))


def _mean_span(node):
    style = _style(node)
    if style.get("font-weight") in ("bold", "600", "700", "800", "900"):
        node.tag = "strong"
    elif style.get("font-style") == "italic":
        node.tag = "em"
    elif style.get("vertical-align") in ("sub", "super"):
        node.tag = {"sub": "sub", "super": "sup"}[style["vertical-align"]]


def _strip(node, keep_language):
    """Leave of an element what a page needs; unwrap it where it says nothing."""
    if node.getparent() is None:
        return
    kept = {name: node.get(name) for name in ATTRIBUTES.get(node.tag, ()) if node.get(name)}
    if _classes(node):
        kept["class"] = _classes(node)
    if keep_language and node.get("lang"):
        kept["lang"] = node.get("lang")
    if node.tag == "img" and "alt" in node.attrib:
        kept["alt"] = node.get("alt")
    if node.tag == "a" and not LINK.match(kept.get("href", "")):
        kept.pop("href", None)
    node.attrib.clear()
    node.attrib.update(kept)
    says_nothing = node.tag in ("a", "span") and not kept
    if node.tag not in TAGS or node.tag in LOOSE or says_nothing:
        node.drop_tag()
