"""What stays of HTML that people write. A list of what is good, read as browsers read HTML."""

from kommunalhub.security.richtext import embeds

import nh3
import re


def words(text):
    """Return the set of the words of a text."""
    return frozenset(text.split())


#: What texts are made of, and what our editor offers; the contents of anything else stay as text.
TAGS = words(
    "a abbr address article aside audio b bdi bdo blockquote br caption cite code col"
    " colgroup dd del details dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img"
    " ins kbd li mark ol p picture pre q rp rt ruby s samp section small source span strong"
    " sub summary sup table tbody td tfoot th thead time tr track u ul var video wbr"
)
#: Gone with all that is in them: it is no text.
NO_TEXT = words(
    "applet canvas embed head math noembed noframes noscript object script select style svg"
    " template textarea title xmp"
)
#: Formats of the editor, of its pictures and tables, and what Plone's output filters set.
CLASSES = words(
    "discreet clearfix callout highlight-inline highlight-paragraph text-start text-center"
    " text-end text-justify text-columns-2 text-columns-3 listing listing-compact plain"
    " invisible-grid table image-left image-right image-inline image-center image-richtext"
    " captioned captioned-image figure figure-img figure-caption img-fluid internal-link"
    " external-link"
)
#: Which picture variants there are is a setting; their classes begin so.
VARIANTS = "picture-variant-"
COMMON = frozenset(("class", "dir", "id", "lang", "title"))
SIZED = frozenset(("table", "col", "colgroup", "td", "th"))
MEDIA = frozenset(("height", "src", "width"))
ATTRIBUTES = {
    "a": {"href", "hreflang", "target"},
    "audio": {"controls", "preload", "src"},
    "blockquote": {"cite"},
    "col": {"span", "style", "width"},
    "colgroup": {"span", "style", "width"},
    "del": {"cite", "datetime"},
    "details": {"open"},
    "img": {"alt", "loading", "role", "sizes", "srcset", *MEDIA},
    "ins": {"cite", "datetime"},
    "li": {"value"},
    "ol": {"reversed", "start", "type"},
    "q": {"cite"},
    "source": {"media", "sizes", "src", "srcset", "type"},
    "table": {"style", "width"},
    "td": {"colspan", "headers", "rowspan", "style", "width"},
    "th": {"abbr", "colspan", "headers", "rowspan", "scope", "style", "width"},
    "time": {"datetime"},
    "track": {"default", "kind", "label", "src", "srclang"},
    "video": {"controls", "poster", "preload", *MEDIA},
}
SCHEMES = frozenset(("http", "https", "mailto", "tel"))
#: Ids in texts begin so: none takes the place of one of the page around it.
ID = "text-"

WIDTH = re.compile(r"width\s*:\s*(\d{1,4}(?:\.\d+)?)\s*(px|%)", re.IGNORECASE)
LENGTH = re.compile(r"\d{1,4}(?:\.\d+)?%?")
NAME = re.compile(r"[\w.:-]{1,80}")
SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
#: Left out of addresses by browsers.
UNSEEN = re.compile(r"[\x00-\x20\x7f]+")


#: More than two readings are for markup that was made to confuse.
MOST_READINGS = 8


def clean(html, site_url="", hosts=(), said=embeds.WORDS):
    """Return HTML of which only texts, pictures of this site and links remain.

    site_url: pictures with addresses below it are of this site, as relative ones are.
    hosts: names of hosts whose frames may be shown, see embeds.py; said: what is said there.

    >>> clean('<p class="pat-inject discreet" style="position:fixed" onclick="x()">Guten Tag</p>')
    '<p class="discreet">Guten Tag</p>'
    >>> clean('<a href="javascript:x()">hier</a><script>x()</script><img src="//other.example/x">')
    '<a rel="noopener noreferrer">hier</a><img>'
    """
    text = _passed(html, site_url)
    return embeds.shown(text, hosts, said, lambda part: _passed(part, site_url, frames=False))


def _passed(html, site_url, frames=True):
    """Return what passes, and passes again as it is: a browser reads it once more.

    What is nested as it must not be (a link in a table in a link) is put elsewhere by each reading.
    """
    for _reading in range(MOST_READINGS):
        before, html = html, _pass(html, site_url, frames)
        if html == before:
            break
    return html


def _pass(html, site_url, frames):
    tags = TAGS | {"iframe"} if frames else TAGS
    attributes = {tag: COMMON | ATTRIBUTES.get(tag, set()) for tag in TAGS}
    attributes["iframe"] = {"src", "title"}
    return nh3.clean(
        html,
        tags=set(tags),
        clean_content_tags=set(NO_TEXT),
        attributes={tag: set(names) for tag, names in attributes.items()},
        attribute_filter=lambda tag, name, value: attribute(tag, name, value, site_url),
        url_schemes=set(SCHEMES),
    )


def attribute(tag, name, value, site_url=""):
    """Return the value an attribute may have, or None when it may not be.

    >>> attribute("td", "style", "color: red; width: 12.5%"), attribute("p", "style", "width: 1px")
    ('width: 12.5%', None)
    >>> attribute("a", "href", "#oben"), attribute("h2", "id", "oben")
    ('#text-oben', 'text-oben')
    """
    if name == "class":
        return " ".join(one for one in value.split() if is_class(one)) or None
    if name == "style":
        return width(value) if tag in SIZED else None
    if name in ("width", "height"):
        return value if LENGTH.fullmatch(value) else None
    if name == "id":
        return _own_id(value)
    if name == "headers":
        return " ".join(filter(None, map(_own_id, value.split()))) or None
    if name == "target":
        return value if value == "_blank" else None
    if name == "href" and value.startswith("#"):
        return f"#{_own_id(value[1:]) or ''}"
    if name in ("src", "poster") and tag != "iframe":
        return local(value, site_url)
    if name == "role":  # a picture that is decoration alone
        return value if value == "presentation" else None
    if name == "srcset":
        return srcset(value, site_url)
    return value


def is_class(name):
    return name in CLASSES or (name.startswith(VARIANTS) and bool(NAME.fullmatch(name)))


def width(style):
    """Return the width of a style, at most 100 % or 4000 px, or None.

    >>> width("WIDTH:50%;position:fixed"), width("width: 400%"), width("min-width: 5px")
    ('width: 50%', None, None)
    """
    for part in style.split(";"):
        found = WIDTH.fullmatch(part.strip())
        if found and float(found[1]) <= (100 if found[2] == "%" else 4000):
            return f"width: {found[1]}{found[2].lower()}"
    return None


def local(url, site_url=""):
    """Return an address of this site as a browser would read it, or None for any other.

    Pictures of other sites would tell those who reads here.

    >>> local("/hub/bild.png"), local("resolveuid/1"), local("http://a.example/x", "http://a.example")
    ('/hub/bild.png', 'resolveuid/1', 'http://a.example/x')
    >>> local("//b.example/x"), local("https:b.example"), local("/\\t/b.example"), local("data:x")
    (None, None, None, None)
    """
    url = UNSEEN.sub("", url).replace("\\", "/")
    if site_url and (url == site_url or url.startswith(f"{site_url}/")):
        return url
    return None if url.startswith("//") or SCHEME.match(url) else url


def srcset(value, site_url=""):
    """Return a list of pictures when all are of this site, or None.

    >>> srcset("a.png 1x, b.png 2x"), srcset("a.png 1x, https://b.example/b.png 2x")
    ('a.png 1x, b.png 2x', None)
    """
    candidates = [one.split() for one in re.split(r",\s+", value.strip()) if one.split()]
    if not candidates or any(local(one[0], site_url) is None for one in candidates):
        return None
    return ", ".join(" ".join([local(one[0], site_url), *one[1:2]]) for one in candidates)


def _own_id(value):
    if not NAME.fullmatch(value):
        return None
    return value if value.startswith(ID) else f"{ID}{value}"
