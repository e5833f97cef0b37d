"""The words of HTML: what a browser shows as one word is one, what it shows apart is apart."""

from html.parser import HTMLParser
from kommunalhub.lib.notemarks import is_mark
from kommunalhub.lib.notemarks import LOOKED_AT


#: What is no text, and what was deleted.
SILENT = {"script", "style", "template", "noscript", "del", "s", "strike"}
#: What stands on lines of its own, by the style sheet of the HTML standard, and what is no part of
#: a line of text: a word never goes on after it. Everything else is a part of its line.
APART = """
    address article aside audio blockquote body br button canvas caption center col colgroup dd
    details dialog dir div dl dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4
    h5 h6 head header hgroup hr html iframe img input legend li link listing main menu meta nav
    object ol optgroup option p param picture plaintext pre search section select source summary
    svg table tbody td textarea tfoot th thead title tr track ul video xmp
"""
APART = frozenset(APART.split())
#: Where line breaks of the source are line breaks.
KEPT = {"pre", "textarea", "listing", "xmp", "plaintext"}
PIECE = 65536


def text_of(markup) -> str:
    """Return the words of HTML with line breaks between its blocks; a picture says its alt text.

    >>> text_of("<p>Der <u>F</u>örderantrag</p><p>Ende<br>Neu</p>")
    'Der Förderantrag\\nEnde\\nNeu'
    """
    pieces = []
    feed(markup or "", pieces.append)
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line)


def feed(markup, add):
    """Call add with the words of HTML, piece by piece."""
    parser = _Parser(add)
    for at in range(0, len(markup), PIECE):
        parser.feed(markup[at : at + PIECE])
    parser.close()


class _Parser(HTMLParser):
    def __init__(self, add):
        super().__init__(convert_charrefs=True)
        self._add = add
        self.silent = None
        self.depth = 0
        self.is_raised = False
        self.before = ""
        self.is_kept = 0

    def add(self, text):
        self._add(text)
        self.before = (self.before + text)[-LOOKED_AT:] if text else self.before

    def handle_starttag(self, tag, attrs):
        if self.silent:
            self.depth += tag == self.silent
        elif tag in SILENT:
            self.silent, self.depth = tag, 1
        elif tag == "img":
            self.add(f"\n{dict(attrs).get('alt') or ''}\n")
        elif tag in APART:
            self.is_kept += tag in KEPT
            self.add("\n")
        elif tag == "sup":
            self.is_raised = True

    def handle_startendtag(self, tag, attrs):
        if tag not in SILENT:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag):
        if self.silent:
            self.depth -= tag == self.silent
            if not self.depth:
                self.silent = None
        elif tag in APART:
            if tag in KEPT:
                self.is_kept = max(0, self.is_kept - 1)
            self.add("\n")
        elif tag == "sup":
            self.is_raised = False

    def handle_data(self, data):
        if self.silent:
            return
        if self.is_raised and is_mark(self.before, data):
            self.add(" ")
        self.add(data if self.is_kept else data.replace("\n", " ").replace("\r", " "))
