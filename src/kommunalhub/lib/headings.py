"""The headings of HTML: what they say, the way to each, and ids that lead to them."""

from kommunalhub.lib.german.folding import fold
from kommunalhub.lib.htmltext import text_of

import re


#: A heading below the title of a page; what stands in quotes may hold a >.
HEADING = re.compile(
    r"<h(?P<level>[2-6])(?P<attributes>(?:\s(?:[^>\"']|\"[^\"]*\"|'[^']*')*)?)>"
    r"(?P<inside>.*?)</h(?P=level)\s*>",
    re.I | re.S,
)
ID = re.compile(r"""\sid\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.I)
NO_LETTERS = re.compile(r"[^a-z0-9]+")
#: Ids in what people write begin so on the page (security.richtext.rules.ID), so that none is the
#: id of something that the page has of its own.
PREFIX, LONGEST = "text-", 60


def headings_of(html):
    """Return [(level, text, id on the page)] of the headings below the title, in order.

    >>> headings_of("<h2>Frist</h2><h3 id='x'>Ende</h3><h2>Frist</h2>")
    [(2, 'Frist', 'text-frist'), (3, 'Ende', 'text-x'), (2, 'Frist', 'text-frist-2')]
    """
    return [
        (level, text, id if id.startswith(PREFIX) else f"{PREFIX}{id}")
        for level, text, id, _, _ in _found(html)
    ]


def with_ids(html):
    """Return HTML in which each heading has an id; nothing else is changed.

    >>> with_ids('<h2 class="a">Die Fristen</h2>')
    '<h2 id="text-die-fristen" class="a">Die Fristen</h2>'
    """
    pieces, at = [], 0
    for _level, _text, id, place, has_id in _found(html):
        if not has_id:
            pieces += [html[at:place], f' id="{id}"']
            at = place
    return "".join((*pieces, html[at:])) if pieces else html


def ways_of(headings):
    """Return [(way, id)] for [(level, text, id)]: each with the headings above it.

    >>> ways_of([(2, "A", "a"), (3, "B", "b"), (2, "C", "c")])
    [(('A',), 'a'), (('A', 'B'), 'b'), (('C',), 'c')]
    """
    ways, way = [], []
    for level, text, id in headings:
        way = [above for above in way if above[0] < level]
        way.append((level, text))
        ways.append((tuple(title for _, title in way), id))
    return ways


def _found(html):
    """Yield (level, text, id, place after the name of the tag, whether it has an id)."""
    used = {next(filter(None, found.groups()), "") for found in ID.finditer(html)}
    for heading in HEADING.finditer(html):
        text = " ".join(text_of(heading["inside"]).split())
        if not text:
            continue
        own = ID.search(heading["attributes"])
        id = next(filter(None, own.groups()), "") if own else ""
        if not id:
            id = _free(PREFIX + NO_LETTERS.sub("-", fold_all(text)).strip("-")[:LONGEST], used)
            used.add(id)
        yield int(heading["level"]), text, id, heading.start("attributes"), bool(own)


def fold_all(text):
    return " ".join(map(fold, text.split()))


def _free(id, used):
    """Return an id that is not used yet."""
    number, made = 1, id
    while made in used:
        number += 1
        made = f"{id}-{number}"
    return made
