"""Links of what is shown where nobody may wander off. Pure."""

from collections.abc import Callable
from collections.abc import Iterable

import re


#: Links with all that stands in their tag, however it is quoted.
LINK = re.compile(r"""<a\b((?:[^>"']|"[^"]*"|'[^']*')*)>(.*?)</a>""", re.DOTALL | re.IGNORECASE)
HREF = re.compile(r'\shref="([^"]*)"')
#: What goes with a link and not with words.
GOES = re.compile(r'\s+(?:href|target|rel|download|hreflang)="[^"]*"')


HEAD = re.compile(r"<head>(.*?)</head>", re.DOTALL)
MAIN = re.compile(r"<main\b[^>]*>(.*)</main>", re.DOTALL)
#: What the head of a page loads besides its icon and its letters.
LOADED = re.compile(
    r'<link\b(?=[^>]*\srel="stylesheet")[^>]*>|<script\b(?=[^>]*\ssrc=")[^>]*>\s*</script>'
)


def cut(html: str, known: Iterable[str]) -> tuple[list[str], str]:
    """Return (what the head of a page loads besides known addresses, what stands in its middle).

    >>> page = '<head><link rel="stylesheet" href="/a"><link rel="icon" href="/i"></head>'
    >>> cut(page + '<main id="x"><h1>Da</h1></main>', ["/b"])
    (['<link rel="stylesheet" href="/a">'], '<h1>Da</h1>')
    """
    head, main = HEAD.search(html), MAIN.search(html)
    loaded = LOADED.findall(head[1]) if head else []
    wanted = [tag for tag in loaded if not any(f'"{address}"' in tag for address in known)]
    return wanted, main[1] if main else ""


def led(html: str, way: Callable[[str], str | None]) -> str:
    """Return HTML whose links lead where `way` says; those that it leads nowhere are words.

    way: is told the address of a link and returns another one, or None.

    >>> led('<a class="btn" href="/a">Da</a> <a href="/b">Dort</a>', {"/a": "/x"}.get)
    '<a class="btn" href="/x">Da</a> <span>Dort</span>'
    """

    def as_words(link):
        return f"<span{GOES.sub('', link[1]).rstrip()}>{link[2]}</span>"

    return LINK.sub(lambda link: _led_on(link, way) or as_words(link), html)


def turned(html: str, way: Callable[[str], str | None]) -> str:
    """Return HTML whose links stay in the frame where `way` leads them on; others stay as they are.

    A link marked as the lasting address of what is shown (rel="bookmark") is one of the others.

    >>> turned('<a href="/a">Da</a> <a href="/b">Dort</a>', {"/a": "/x"}.get)
    '<a href="/x" target="_self">Da</a> <a href="/b">Dort</a>'
    >>> turned('<a href="/a" rel="bookmark">/a</a>', {"/a": "/x"}.get)
    '<a href="/a" rel="bookmark">/a</a>'
    """

    def stays(link):
        lasting = 'rel="bookmark"' in link[1]
        return None if lasting else _led_on(link, way, ' target="_self"')

    return LINK.sub(lambda link: stays(link) or link[0], html)


def _led_on(link: re.Match, way: Callable[[str], str | None], further: str = "") -> str | None:
    """Return a link that leads where `way` says, with further attributes; None for nowhere."""
    attributes, words = link[1], link[2]
    address = HREF.search(attributes)
    target = way(address[1]) if address else None
    if target is None:
        return None
    start, end = address.span()
    href = f' href="{target}"{further}'
    return f"<a{attributes[:start]}{href}{attributes[end:]}>{words}</a>"


def within(address: str, exhibit: str, names: frozenset[str], page: str) -> str | None:
    """Return where a link leads on the screen: places of the page, and media of the exhibit.

    exhibit: its address; names: ids of its media; page: the name of the screen's page.

    >>> names = frozenset({"hof"})
    >>> within("#bilder", "/e", names, "@@screen"), within("/login", "/e", names, "@@screen")
    ('#bilder', None)
    >>> within("/e/hof?view=1#a", "/e", names, "@@screen"), within("/e", "/e", names, "@@screen")
    ('/e/hof/@@screen', '/e/@@screen')
    """
    if address.startswith("#"):
        return address
    path = address.partition("#")[0].partition("?")[0].rstrip("/")
    if path == exhibit:
        return f"{exhibit}/{page}"
    parent, _slash, name = path.rpartition("/")
    return f"{path}/{page}" if parent == exhibit and name in names else None
