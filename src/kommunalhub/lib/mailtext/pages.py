"""Text of mails that are written in HTML: cleaned first, then written down as plain text.

Nothing of the HTML is kept. Quotes get „>“ before each line, as in plain mails; pictures are named
by their words; what would be loaded from elsewhere is named, never loaded.
"""

from html.parser import HTMLParser
from kommunalhub.lib.htmltext import APART
from urllib.parse import urlsplit

import nh3
import re


TAGS = frozenset(
    (
        *("a", "b", "blockquote", "br", "code", "dd", "div", "dl", "dt", "em", "hr", "i", "img"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "li", "ol", "p", "pre", "q", "s", "section", "span"),
        *("strong", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "u", "ul"),
    )
)
#: Gone with all that is in them: it is no text.
NO_TEXT = frozenset(
    (
        *("head", "iframe", "noembed", "noframes", "noscript", "object", "script", "style", "svg"),
        *("template", "textarea", "title"),
    )
)
ATTRIBUTES = {"a": {"href"}, "img": {"alt", "src"}}
SCHEMES = frozenset(("cid", "http", "https", "mailto"))
#: Above and below which a line is left blank.
PARAGRAPHS = frozenset(
    (
        *("blockquote", "dl", "h1", "h2", "h3", "h4", "h5", "h6", "ol", "p", "pre", "table"),
        "ul",
    )
)
MOST_HOSTS = 20
DEEPEST = 10


def read(html: str) -> tuple[str, list[str]]:
    """Return (text, names of the hosts from which pictures would be loaded) of a mail in HTML.

    >>> read('<p>Moin</p><blockquote>Am Montag</blockquote><img src="https://t.example/x.gif">')
    ('Moin\\n\\n> Am Montag', ['t.example'])
    """
    cleaned = nh3.clean(
        html,
        tags=set(TAGS),
        clean_content_tags=set(NO_TEXT),
        attributes=ATTRIBUTES,
        url_schemes=set(SCHEMES),
        link_rel=None,
    )
    writer = _Writer()
    writer.feed(cleaned)
    writer.close()
    return writer.text(), list(writer.hosts)[:MOST_HOSTS]


class _Writer(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.lines = [""]
        self.depth = 0
        self.hosts = {}
        self.link = None
        self.is_kept = 0
        self.is_cell = False

    def text(self):
        text = "\n".join(line.rstrip() for line in self.lines)
        return re.sub(r"\n{3,}", "\n\n", text).strip("\n")

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        if tag == "a":
            self.link = (values.get("href") or "", len(self.lines), len(self.lines[-1]))
        elif tag == "img":
            self._picture(values)
        elif tag == "br":
            self._break()
        elif tag == "hr":
            self._break(1)
            self._write("---")
            self._break(1)
        elif tag in ("td", "th"):
            self._write(" | " if self.is_cell else "")
            self.is_cell = True
        elif tag in APART:
            self._break(tag in PARAGRAPHS, only_if_written=True)
            self.is_kept += tag == "pre"
            self.depth = min(self.depth + (tag == "blockquote"), DEEPEST)
            if tag == "blockquote":
                self._start_line()
            self.is_cell = False
            if tag == "li":
                self._write("- ")

    def handle_endtag(self, tag):
        if tag == "a" and self.link is not None:
            self._address(*self.link)
            self.link = None
        elif tag in APART and tag not in ("td", "th", "br", "hr", "img"):
            self.is_kept -= tag == "pre" and self.is_kept > 0
            if tag == "blockquote":
                self._break(only_if_written=True)
                self.depth = max(0, self.depth - 1)
                self._start_line()
            self._break(tag in PARAGRAPHS, only_if_written=True)
            self.is_cell = False

    def handle_data(self, data):
        if self.is_kept:
            for number, line in enumerate(data.split("\n")):
                if number:
                    self._break()
                self.lines[-1] += line
            return
        words = re.sub(r"[ \t\r\n\f]+", " ", data)
        if self._is_empty():
            words = words.lstrip(" ")
        self._write(words)

    def _picture(self, values):
        address = urlsplit(values["src"]) if "//" in (values.get("src") or "") else None
        if address is not None and address.hostname:
            self.hosts[address.hostname] = True
        words = " ".join((values.get("alt") or "").split())
        if words:
            self._write(f"[{words}]")

    def _address(self, href, number, at):
        """Write where a link leads, unless its words say so."""
        words = self.lines[-1][at:].strip() if number == len(self.lines) else ""
        href = href.strip()
        bare = href.removeprefix("mailto:").removeprefix("https://").removeprefix("http://")
        if href and bare.rstrip("/") not in words and not href.startswith("cid:"):
            self._write(f" <{href}>" if words else f"<{href}>")

    def _prefix(self):
        return "> " * self.depth

    def _is_empty(self):
        return not self.lines[-1].strip("> ")

    def _start_line(self):
        if self._is_empty():
            self.lines[-1] = self._prefix()

    def _break(self, blank=0, only_if_written=False):
        if not (only_if_written and self._is_empty()):
            self.lines.append(self._prefix())
        if blank and any(line.strip("> ") for line in self.lines[-2:-1]):
            self.lines.append(self._prefix())

    def _write(self, words):
        self.lines[-1] += words
