"""Lists of Word: paragraphs with a dot or a number before them, made into lists. Pure.

On the clipboard a list is a row of `<p class="MsoListParagraph" style="mso-list:l0 level2 lfo1">`,
its sign in a span `mso-list:Ignore`; Word in the browser writes a list for each item, with its
level in `data-aria-level`.
"""

from lxml import html as lxml_html

import re


LEVEL = re.compile(r"mso-list\s*:[^;]*\blevel(\d)\b", re.IGNORECASE)
IGNORED = re.compile(r"mso-list\s*:\s*ignore", re.IGNORECASE)
CLASS = re.compile(r"\b(?:x_)?MsoListParagraph", re.IGNORECASE)
#: `1.`, `a)`, `iv.`, `2.1.`: a sign that counts.
COUNTS = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivx]{1,6})[.)]", re.IGNORECASE)
#: What a sign looks like where nothing says that it is one; letters are words.
SIGN = re.compile(r"\s*(?:[·•▪◦§–o-]|\d{1,3}[.)])[\s\u00a0]{2,}")
DEEPEST = 9
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


def build(tree):
    """Make lists of the paragraphs of a tree that mean some."""
    for node in list(tree.iter("ul", "ol")):
        _loosen(node)
    for node in list(tree.iter()):
        if node.tag in HEADINGS:
            _take_sign(node)  # a numbered heading counts by itself
    for parent in [tree, *tree.iterdescendants()]:
        _build_in(parent)


def _loosen(node):
    """Make paragraphs of a list that Word in the browser wrote for one item."""
    items = list(node)
    if not items or any(item.tag != "li" or not item.get("data-aria-level") for item in items):
        return
    for item in items:
        level = item.get("data-aria-level")
        item.tag = "div"
        item.attrib.clear()
        item.set("data-item", f"{level if level.isdecimal() else 1} {node.tag}")
    frame = node.getparent()
    node.drop_tag()
    if frame is not None and frame.tag == "div" and frame.getparent() is not None:
        frame.drop_tag()  # each list stands in a frame of its own


def _build_in(parent):
    """Make lists of the items among the children of an element."""
    open_lists = []  # [(level, list)]
    for child in list(parent):
        if child.getparent() is not parent:
            continue
        item = _item(child)
        if item is None:
            open_lists = []
            continue
        level, tag = item
        before = (child.tail or "").strip()
        while open_lists and open_lists[-1][0] > level:
            open_lists.pop()
        same = open_lists and open_lists[-1][0] == level
        if same and open_lists[-1][1].tag != tag:
            open_lists.pop()
            same = False
        if not same:
            fresh = lxml_html.Element(tag)
            inside = open_lists[-1][1] if open_lists and open_lists[-1][0] < level else None
            if inside is None:
                child.addprevious(fresh)
                open_lists = []
            else:
                inside[-1].append(fresh)
            open_lists.append((level, fresh))
        tail, child.tail = child.tail, None
        here = open_lists[-1][1]
        here.append(child)
        child.tag = "li"
        child.attrib.clear()
        if before:  # words between two items end the list
            outer = open_lists[0][1]
            outer.tail = f"{outer.tail or ''}{tail}"
            open_lists = []


def _item(node):
    """Return (level, "ul" or "ol") of a paragraph that is an item, its sign taken away, or None."""
    if not isinstance(node.tag, str):
        return None
    if node.get("data-item"):
        level, tag = node.get("data-item").split()
        return min(max(int(level[:2]), 1), DEEPEST), tag
    if node.tag not in ("p", "div"):
        return None
    found = LEVEL.search(node.get("style") or "")
    listed = CLASS.search(node.get("class") or "")
    if not found and not listed:
        return None
    sign = _take_sign(node)
    if sign is None and not found:
        return None  # indented like a list, without a sign
    counts = COUNTS.fullmatch((sign or "").strip())
    return (int(found[1]) if found else 1) or 1, "ol" if counts else "ul"


def _take_sign(node):
    """Take the sign of an item away and return it, None where there is none."""
    for span in node.iter("span"):
        if IGNORED.search(span.get("style") or ""):
            said = span.text_content().replace("\u00a0", " ")
            span.drop_tree()
            return said
    first = next((one for one in node.iter() if (one.text or "").strip()), None)
    found = SIGN.match(first.text) if first is not None and node.tag not in HEADINGS else None
    if not found:
        return None
    first.text = first.text[found.end() :]
    return found[0].replace("\u00a0", " ").strip()
