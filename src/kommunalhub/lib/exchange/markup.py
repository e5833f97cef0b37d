"""HTML in cards: a few elements, as the HTML standard writes them out, and nothing that runs.

Who sends cleans; who receives cleans again and takes only what this leaves unchanged. So no two
readers can understand the same text differently, and a card that brings a script is refused whole.
"""

from html import escape

import nh3
import re


TAGS = frozenset(
    {
        *("p", "br", "strong", "em", "ul", "ol", "li", "h2", "h3", "h4", "blockquote", "a"),
        *("table", "caption", "thead", "tbody", "tr", "th", "td"),
    }
)
ATTRIBUTES = {"a": {"href"}, "th": {"scope"}}
SCHEMES = frozenset({"http", "https", "mailto"})
#: A text comes to rest after as many rounds; what does not is dropped.
ROUNDS = 5
#: Elements within elements, at most: what stands deeper costs readers much and people nothing.
DEEPEST = 40
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")


def paragraphs(text):
    """Return a plain text as HTML, a paragraph for each line that says something.

    >>> paragraphs("Äpfel & Birnen\\n\\nviel")
    '<p>Äpfel &amp; Birnen</p><p>viel</p>'
    """
    lines = (text or "").splitlines()
    return "".join(f"<p>{escape(line)}</p>" for line in lines if line.strip())


def cleaned(html):
    """Return HTML with the allowed elements alone, written as the standard does.

    Nothing of what stands deeper than anybody writes.

    >>> cleaned('<p onclick="x()">Gut<script>bad()</script> <b>so</b></p>')
    '<p>Gut so</p>'
    """
    if depth(html) > DEEPEST:
        return ""
    for _round in range(ROUNDS):
        once = nh3.clean(
            html,
            tags=set(TAGS),
            attributes=ATTRIBUTES,
            url_schemes=set(SCHEMES),
            link_rel=None,
            strip_comments=True,
        )
        if once == html:
            return once
        html = once
    return ""


def depth(html):
    """Return how deep elements stand in elements, as far as tags tell.

    >>> depth("<p>a<br>b</p><ul><li>c</li></ul>"), depth("<p>" * 50)
    (2, 50)
    """
    deep = deepest = 0
    for end, name in _TAG.findall(html):
        if name.lower() != "br":
            deep += -1 if end else 1
            deepest = max(deepest, deep)
    return deepest
