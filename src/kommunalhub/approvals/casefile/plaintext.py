"""HTML of the case page as plain text, and text that any font and reader can bear: pure."""

from lxml import html

import re
import unicodedata


#: What is for doing, not for reading.
DROPPED = "//form|//button|//script|//style|//details|//*[contains(@class, 'btn')]"
BLOCKS = {"p", "div", "dd", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "section", "ul"}
APART = "\u2029"
#: What stands beside a value, in brackets where there are no colours.
ASIDE = "//dd//span[@class='muted']|//*[contains(@class, 'tag')]|/div/span[@class='muted']"
#: Letters after which a line may break even without a space, so that nothing leaves the page.
LONGEST = 32
#: Signs that turn the direction of what follows them, also of text that is not theirs.
TURNING = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])


def text_of(markup):
    """Return HTML as plain text with its line breaks, items of a list apart.

    >>> text_of("<p>Erstens &amp; <b>zweitens</b><br>drittens</p><p>#import</p>")
    'Erstens & zweitens\\ndrittens\\n#import'
    """
    markup = clean(markup)
    if not markup.strip():
        return ""
    root = html.fragment_fromstring(markup, create_parent="div")
    for element in root.xpath(DROPPED):
        element.drop_tree()
    for element in root.xpath(ASIDE):
        element.text = f"({element.text or ''}"
        last = element[-1] if len(element) else None
        if last is None:
            element.text += ")"
        else:
            last.tail = f"{last.tail or ''})"
    for element in root.iter():
        if element.tag == "li":
            element.tail = APART + (element.tail or "").lstrip()
        elif element.tag == "br":
            element.tail = "\n" + (element.tail or "").lstrip()
        elif element.tag in BLOCKS:
            element.text = "\n" + (element.text or "").lstrip()
            element.tail = "\n" + (element.tail or "").lstrip()
    parts = (_lines(part) for part in root.text_content().split(APART))
    return "\n\n".join(part for part in parts if part)


def _lines(text):
    lines = (re.sub(r"[ \t\xa0]+", " ", line).strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def clean(text):
    """Return text without control signs, turning signs and halves of letters.

    >>> clean("Zeile eins\\r\\nZeile\\x07 zwei\\u202e")
    'Zeile eins\\nZeile zwei'
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(TURNING)
    text = text.encode("utf-8", "replace").decode("utf-8")
    return "".join(
        sign
        for sign in text
        if sign in "\n\t" or unicodedata.category(sign) not in ("Cc", "Cs", "Cn", "Co")
    )


def breakable(text):
    """Return text in which the longest words can be broken.

    >>> breakable("kurz " + "x" * 33) == "kurz " + "x" * 32 + "\\u200bx"
    True
    """
    return re.sub(rf"(\S{{{LONGEST}}})(?=\S)", "\\1\u200b", text)


def spelled(text, can_show):
    """Return text with every sign that no font has written out by its name.

    can_show: function of a sign.

    >>> spelled("Danke 😀", str.isascii)
    'Danke [grinning face]'
    """
    return "".join(sign if can_show(sign) else _name(sign) for sign in text)


def _name(sign):
    if unicodedata.category(sign) in ("Cf", "Mn", "Sk"):  # parts of the sign before
        return ""
    name = unicodedata.name(sign, "").lower()
    return f"[{name}]" if name and "-" not in name else f"[U+{ord(sign):04X}]"
