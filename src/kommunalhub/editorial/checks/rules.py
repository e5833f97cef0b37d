"""What is found in the HTML of a page. Pure.

What the law wants (BITV 2.0, EN 301 549: WCAG 2.1 A and AA) keeps a page back, the rest advises.
How hard a text reads is told by LIX (C. H. Björnsson, Läsbarhet, 1968): words in a sentence plus
percent of words of more than six letters. It needs no syllables, which no rule counts well.
"""

from collections import Counter
from dataclasses import dataclass
from functools import cache
from kommunalhub.search.sentences import sentences
from lxml import html as lxml_html
from pathlib import Path

import re
import tomllib


WORDING = Path(__file__).parent / "wording.toml"

PICTURE = "picture"
LEAD_PICTURE = "lead_picture"
TABLE = "table"
LINK_EMPTY = "link_empty"
GAP = "gap"
TWIN_PLAIN = "twin_plain"
TWIN_SIGN = "twin_sign"
LINK_VAGUE = "link_vague"
LINK_BROKEN = "link_broken"
LINK_INTERNAL = "link_internal"
FILE_UNREAD = "file_unread"
HEADING_SKIPPED = "heading_skipped"
HEADING_EMPTY = "heading_empty"
SENTENCE = "sentence"
OFFICIALESE = "officialese"
MASCULINE = "masculine"
HARD = "hard"
#: WCAG 1.1.1 and 1.3.1; 2.4.4 and 4.1.2: a link that says nothing at all.
#: The last is no law: what an outline asks for stands there instead of an answer.
MUST = (PICTURE, LEAD_PICTURE, TABLE, LINK_EMPTY, GAP)
RULES = (
    *MUST,
    *(TWIN_PLAIN, TWIN_SIGN),
    *(LINK_BROKEN, LINK_INTERNAL, FILE_UNREAD, LINK_VAGUE, HEADING_SKIPPED, HEADING_EMPTY),
    *(SENTENCE, OFFICIALESE, MASCULINE, HARD),
)

#: More words than these are hard to keep in mind at once.
LONGEST_SENTENCE = 25
#: LIX of difficult texts begins here; a text of fewer words has no measure.
HARDEST, LEAST_WORDS = 60, 100
LONG_WORD = 6
#: What is told of one rule at most, and how much of the text with each.
MOST, QUOTE = 10, 90
#: Names of links that say nothing about where they lead.
VAGUE = frozenset(
    (
        *("hier", "hier klicken", "klicken sie hier", "link", "zum link", "mehr", "mehr dazu"),
        *("mehr erfahren", "weiter", "weiterlesen", "download", "pdf", "siehe hier", "dort"),
    )
)
#: What an outline asks for, inside of marked text.
ASKED = re.compile(r"\[.+\]", re.DOTALL)
#: A UID in the place of the name of a picture.
NO_NAME = re.compile(r"[0-9a-f]{32}")
ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
#: What is read in one go.
BLOCKS = ("p", "li", "dd", "dt", "blockquote", "td", "th", "figcaption", "caption")
#: Both genders are named, or both are meant: Bürger:innen, Bürger und Bürgerinnen, Bürgermeister.
INCLUSIVE = r"(?![^\W\d_]|[:*_/]-?in|(?:\s+und\s+|\s*/\s*)\w+innen)"


@dataclass(frozen=True)
class Finding:
    """rule: one of RULES. place: the heading above it. quote: what it is about.

    number: which picture of the page (from 0), words of a sentence, or LIX. instead: other words.
    """

    rule: str
    place: str = ""
    quote: str = ""
    number: int | None = None
    instead: str = ""

    @property
    def must(self):
        """Whether the page is kept back for it."""
        return self.rule in MUST


def check(html):
    """Return the Findings of the HTML of a page, what must be mended first, else as they stand.

    >>> [one.rule for one in check("<h2>A</h2><img src='a.png'><h4>B</h4><p><a href='/x'>hier</a>")]
    ['picture', 'link_vague', 'heading_skipped']
    """
    tree = tree_of(html)
    found = list(_in_order(tree, with_words=True))
    measure = lix(" \n\n".join(_own_text(node) for node in tree.iter(*BLOCKS)))
    if measure is not None and measure > HARDEST:
        found.append(Finding(HARD, number=measure))
    return _ordered(found)


def hurdles(html):
    """Return the Findings that keep a page back, as they stand; its words are not read for it."""
    return [one for one in _in_order(tree_of(html), with_words=False) if one.must]


def _in_order(tree, with_words):
    """Yield the Findings of elements, as they stand; with_words: those of their words too."""
    place, level, pictures = "", 1, 0
    for node in tree.iter():
        if not isinstance(node.tag, str):
            continue
        if node.tag in HEADINGS:
            words, depth = text_of(node), int(node.tag[1])
            if not words and node.find(".//img") is None:
                yield Finding(HEADING_EMPTY, place)
                continue
            if depth > level + 1:
                yield Finding(HEADING_SKIPPED, place, cut(words))
            place, level = cut(words), depth
        elif node.tag == "img":
            if lacks_text(node):
                yield Finding(PICTURE, place, name_of(node), pictures)
            pictures += 1
        elif node.tag == "table":
            if node.find(".//th") is None and node.get("role") not in ("none", "presentation"):
                yield Finding(TABLE, place, cut(text_of(node)))
        elif node.tag == "mark":
            if ASKED.fullmatch(text_of(node)):
                yield Finding(GAP, place, cut(text_of(node)))
        elif node.tag == "a" and node.get("href"):
            yield from _of_link(node, place)
        elif with_words and node.tag in BLOCKS:
            yield from _of_words(_own_text(node), place)


def _ordered(found):
    """Sort by rule, and keep of each rule as many as somebody reads."""
    counted, kept = Counter(), []
    for one in sorted(found, key=lambda one: RULES.index(one.rule)):
        counted[one.rule] += 1
        if one.must or counted[one.rule] <= MOST:
            kept.append(one)
    return kept


def tree_of(html):
    """Return the elements of HTML below one."""
    return lxml_html.fragment_fromstring(html or "", create_parent="div")


def text_of(node):
    return " ".join(node.text_content().split())


def _own_text(node):
    """Return the words of a block without those of blocks inside it."""
    parts = [node.text or ""]
    for child in node:
        if not isinstance(child.tag, str) or child.tag not in (*BLOCKS, "ul", "ol", "table"):
            is_element = isinstance(child.tag, str)
            parts.append(child.text_content() if is_element else "")
        parts.append(child.tail or "")
    return " ".join("".join(parts).split())


def cut(text):
    """Return the beginning of a text, whole words."""
    if len(text) <= QUOTE:
        return text
    return f"{text[:QUOTE].rsplit(' ', 1)[0]} …"


def lacks_text(image):
    """Return whether a picture neither says what it shows nor is marked as decoration."""
    if image.get("role") in ("none", "presentation"):
        return False
    return not (image.get("alt") or "").strip()


def name_of(image):
    """Return the name of the file of a picture, "" where its address is no name to people.

    >>> [name_of({"src": src}) for src in ("../rathaus.png?x", "resolveuid/" + "0a" * 16, "data:x")]
    ['rathaus.png', '', '']
    """
    path = (image.get("src") or "").split("?")[0].split("/@@images")[0]
    name = path.rsplit("/", 1)[-1]
    return "" if NO_NAME.fullmatch(name) or path.startswith("data:") else cut(name)


def _of_link(link, place):
    words = text_of(link) or (link.get("aria-label") or link.get("title") or "").strip()
    if not words and not any((image.get("alt") or "").strip() for image in link.iter("img")):
        return [Finding(LINK_EMPTY, place, cut(link.get("href")))]
    if words.lower().strip(" .:…»>") in VAGUE or ADDRESS.fullmatch(words):
        return [Finding(LINK_VAGUE, place, cut(words))]
    return []


def _of_words(text, place):
    found = []
    for start, end in sentences(text):
        count = len(WORD.findall(text[start:end]))
        if count > LONGEST_SENTENCE:
            found.append(Finding(SENTENCE, place, cut(text[start:end]), count))
    for rule, pattern, better in _patterns():
        for one in pattern.finditer(text):
            instead = better[" ".join(one[1].lower().split())]
            found.append(Finding(rule, place, one[0], instead=instead))
    return found


@cache
def _patterns():
    """Return [(rule, pattern, {word in small letters: what to write instead})]."""
    lists = tomllib.loads(WORDING.read_text(encoding="utf-8"))
    found = []
    for rule, after in ((OFFICIALESE, r"(?![^\W\d_])"), (MASCULINE, INCLUSIVE)):
        better = {word.lower(): instead for word, instead in lists[rule].items()}
        words = "|".join(
            re.escape(word).replace(r"\ ", r"\s+") for word in sorted(better, key=len, reverse=True)
        )
        # „Die Bürgerinnen und Bürger“: both are named where one stands before it
        before = r"(?<!innen und )(?<!innen oder )" if rule == MASCULINE else ""
        ends = "(?:s|n|en)?" if rule == MASCULINE else ""
        pattern = re.compile(rf"{before}(?<![^\W\d_])({words}){ends}{after}", re.IGNORECASE)
        found.append((rule, pattern, better))
    return found


def lix(text):
    """Return how hard a text reads (LIX: 20 very easy, 60 very hard), None for a short one.

    >>> lix("Das ist ein Satz. " * 30)
    4
    """
    words = WORD.findall(text)
    if len(words) < LEAST_WORDS:
        return None
    long = sum(len(word) > LONG_WORD for word in words)
    return round(len(words) / max(len(sentences(text)), 1) + 100 * long / len(words))


def targets_of(html):
    """Return [(address, name, place)] of the links of a page, in order."""
    found, place = [], ""
    for node in tree_of(html).iter(*HEADINGS, "a"):
        if node.tag in HEADINGS:
            place = cut(text_of(node)) or place
        elif node.get("href"):
            found.append((node.get("href"), cut(text_of(node)), place))
    return found


def with_alternatives(html, typed):
    """Return HTML in which pictures say what they show.

    typed: {number of the picture from 0: its text, or None for decoration}.

    >>> with_alternatives('<p><img src="a.png"></p>', {0: "Das Rathaus"})
    '<p><img src="a.png" alt="Das Rathaus"></p>'
    >>> with_alternatives('<img src="a.png" alt="x">', {0: None})
    '<img src="a.png" alt="" role="presentation">'
    """
    tree = tree_of(html)
    for number, image in enumerate(tree.iter("img")):
        if number not in typed:
            continue
        text = typed[number]
        image.set("alt", text or "")
        image.attrib.pop("role", None)
        if text is None:
            image.set("role", "presentation")
    whole = lxml_html.tostring(tree, encoding="unicode")
    return whole.removeprefix("<div>").removesuffix("</div>")
