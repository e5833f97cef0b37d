"""What may stand inside what: paragraphs, items and cells as a page has them. Pure."""

from lxml import html as lxml_html

import re


HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
BLOCKS = frozenset(
    (
        *("blockquote", "caption", "dd", "details", "div", "dl", "dt", "figcaption", "figure"),
        *("hr", "li", "ol", "p", "pre", "summary", "table", "tbody", "td", "tfoot", "th", "thead"),
        *("tr", "ul", *HEADINGS),
    )
)
#: What a paragraph cannot hold.
WHOLE = BLOCKS - {"caption", "dd", "dt", "figcaption", "li", "summary", "td", "th", "tr"}
#: What stands nowhere else.
HOMES = {
    **dict.fromkeys(("caption", "tbody", "tfoot", "thead"), ("table",)),
    **dict.fromkeys(("td", "th"), ("tr",)),
    **dict.fromkeys(("dd", "dt"), ("dl",)),
    "tr": ("table", "tbody", "tfoot", "thead"),
    "li": ("ul", "ol"),
    "figcaption": ("figure",),
    "summary": ("details",),
}
#: Of no use without words or pictures.
EMPTY = frozenset(
    (
        *("a", "abbr", "blockquote", "code", "dd", "div", "dl", "dt", "em", "figcaption"),
        *("figure", "li", "mark", "ol", "p", "q", "s", "span", "strong", "sub", "summary", "sup"),
        *("table", "u", "ul", *HEADINGS),
    )
)
SPACES = re.compile(r"[ \t\r\n\f]+")
NBSP = re.compile("[ \u00a0]{2,}")


def space(tree):
    """Make one space of many: lines are broken anywhere in what offices write."""
    for node in tree.iter():
        if any(above.tag == "pre" for above in (node, *node.iterancestors())):
            node.tail = node.tail and _one_space(node.tail) if node.tag == "pre" else node.tail
            continue
        node.text = node.text and _one_space(node.text)
        node.tail = node.tail and _one_space(node.tail)


def _one_space(text):
    return NBSP.sub(" ", SPACES.sub(" ", text))


def is_empty(node):
    """Return whether an element has neither words nor anything to look at."""
    return not node.text_content().strip(" \u00a0\n\t\r") and not any(
        True for _one in node.iter("img", "hr", "input", "audio", "video")
    )


def unfold(tree):
    """Take paragraphs out of what is none, and out of cells and items that have just one."""
    for node in list(tree.iter("p")):
        if any(child.tag in WHOLE for child in node):
            _split(node)
    for node in list(tree.iter("li", "td", "th")):
        blocks = [child for child in node if child.tag in BLOCKS and not is_empty(child)]
        if blocks and blocks[0].tag == "p" and not (node.text or "").strip():
            others = [child.tag for child in blocks[1:]]
            if all(tag in ("ul", "ol") for tag in others):
                blocks[0].drop_tag()


def _split(node):
    """Put what stands between blocks into paragraphs of its own, and take the frame away."""
    wrap(node)
    node.drop_tag()


def head(table):
    """Make the cells of the first row headings where a table has none and all of them say one."""
    rows = list(table.iter("tr"))
    if len(rows) < 2 or table.find(".//th") is not None:
        return
    cells = list(rows[0])
    plain = all(cell.tag == "td" and not cell.attrib for cell in cells)
    if not plain or len(cells) < 2 or any(is_empty(cell) for cell in cells):
        return
    for cell in cells:
        cell.tag = "th"
        cell.set("scope", "col")
        for strong in list(cell.iter("strong")):
            strong.drop_tag()
    head = lxml_html.Element("thead")
    above = rows[0].getparent()
    if above.tag == "tbody":
        above.addprevious(head)
    else:
        above.insert(above.index(rows[0]), head)
    head.append(rows[0])
    if above is table:
        body = lxml_html.Element("tbody")
        for row in rows[1:]:
            if row.getparent() is table:
                body.append(row)
        head.addnext(body)
    if "class" not in table.attrib:
        table.set("class", "listing")


def wrap(node):
    """Put loose words between blocks into paragraphs; a piece of a line stays one."""
    if not any(child.tag in WHOLE for child in node):
        return
    children = list(node)
    loose = lxml_html.Element("p")
    loose.text, node.text = node.text, None
    for child in children:
        if child.tag in WHOLE:
            if not is_empty(loose):
                child.addprevious(_trimmed(loose))
            loose = lxml_html.Element("p")
            loose.text, child.tail = child.tail, None
        else:
            loose.append(child)
    if not is_empty(loose):
        node.append(_trimmed(loose))


def _trimmed(node):
    """Return a paragraph without breaks and spaces at its ends."""
    for child in (node[:1], node[-1:]):
        if child and child[0].tag == "br" and child[0].getparent() is node:
            at_end = child[0] is node[-1] and not (child[0].tail or "").strip()
            at_begin = child[0] is node[0] and not (node.text or "").strip()
            if at_end or at_begin:
                child[0].drop_tag()
    if node.text:
        node.text = node.text.lstrip()
    return node


def inner(tree):
    """Return the HTML in an element."""
    for node in tree.iter(*BLOCKS):
        if node.text and node.tag != "pre":
            node.text = node.text.lstrip(" ")
        last = node[-1] if len(node) else None
        if node.tag != "pre" and last is not None and last.tail:
            last.tail = last.tail.rstrip(" ")
        elif node.tag != "pre" and last is None and node.text:
            node.text = node.text.rstrip(" ")
        if node.tag in WHOLE and node.tail and not node.tail.strip():
            node.tail = None
    whole = lxml_html.tostring(tree, encoding="unicode")
    return whole.removeprefix("<div>").removesuffix("</div>").strip()
