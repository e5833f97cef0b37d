"""Slots in a text, and values in their place: pure, no Plone."""

from collections.abc import Callable
from datetime import datetime
from hashlib import sha256
from kommunalhub.lib.htmltext import text_of
from lxml import etree
from lxml import html as markup

import re


MARK = "[["
SLOT = re.compile(r"\[\[\s*([^\[\]]{1,60}?)\s*\]\]")
#: What people reach an office by; a telephone number begins with 0 or + as they are written here.
REACHED = re.compile(
    r"(?P<mail>[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5})"
    r"|(?<![\w/.,-])(?P<phone>(?:\+[1-9]|0[1-9])[\d ()/-]{4,20}\d)"
)
MOST_SLOTS = 20
LONGEST_VALUE = 500
MOST_LINES = 12
#: Letters of a mark.
LENGTH = 16


def slots_of(text):
    """Return the names of the slots in HTML, each once, in the order of the text.

    >>> slots_of("<p>Das kostet [[Gebühr]], nicht [[ Gebühr ]].</p><p>[[Kontakt]]</p>")
    ('Gebühr', 'Kontakt')
    """
    if MARK not in (text or ""):
        return ()
    found = [name for _put, part, _in in _parts(_tree(text)) for name in SLOT.findall(part)]
    return tuple(dict.fromkeys(map(tidy, found)))[:MOST_SLOTS]


def tidy(name):
    return " ".join(name.split())


def field_of(name):
    """Return the name of the field for a slot in a form; it stays however the text moves."""
    return f"slot-{sha256(name.encode()).hexdigest()[:8]}"


def mark_of(text):
    """Return what changes with the words of a text in HTML, and with nothing else of it.

    >>> mark_of("<p>Das kostet [[x]].</p>") == mark_of("<p>Das <b>kostet</b>\\n[[x]].</p>")
    True
    """
    return sha256(" ".join(text_of(text or "").split()).encode()).hexdigest()[:LENGTH]


def found_in(words, said):
    """Return the words a shared text is found by: names instead of slots, then what is said.

    said: [(slot, title of an administration, lines)].

    >>> found_in("Das kostet [[ Gebühr ]].", [("Gebühr", "Amt Lensahn", ("5 Euro", "bar"))])
    'Das kostet Gebühr.\\nGebühr, Amt Lensahn: 5 Euro, bar'
    """
    named = SLOT.sub(lambda found: tidy(found[1]), words)
    told = [f"{slot}, {title}: {', '.join(lines)}" for slot, title, lines in said if lines]
    return "\n".join([named, *told])


def filled(text, said: Callable[[str], tuple[str, tuple[str, ...]]]):
    """Return HTML with what `said` gives for each slot: (class, lines of plain text).

    Only what people read is filled, never an attribute; lines are texts, whatever they look like.

    >>> filled("<p>Es kostet [[Gebühr]].</p>", lambda name: ("slot", ("5 < 6",)))
    '<p>Es kostet <span class="slot">5 &lt; 6</span>.</p>'
    """
    if MARK not in (text or ""):
        return text
    tree = _tree(text)
    for put, part, is_link in list(_parts(tree)):
        first, *rest = SLOT.split(part)
        put(first, [_node(*said(tidy(name)), after, is_link) for name, after in _pairs(rest)])
    inner = "".join(etree.tostring(one, encoding="unicode", method="html") for one in tree)
    head = etree.Element("p")
    head.text = tree.text
    return etree.tostring(head, encoding="unicode", method="html")[3:-4] + inner


def _tree(text):
    return markup.fragment_fromstring(text, create_parent="div")


def _pairs(rest):
    return zip(rest[::2], rest[1::2], strict=True)


def _parts(tree):
    """Yield (how to put something in its place, text, is it a link) of texts with a mark."""
    for element in list(tree.iter()):
        if isinstance(element.tag, str) and MARK in (element.text or ""):
            yield _inside(element), element.text, _is_link(element)
        if element is not tree and MARK in (element.tail or ""):
            yield _behind(element), element.tail, _is_link(element.getparent())


def _is_link(element):
    return element.tag == "a" or next(element.iterancestors("a"), None) is not None


def _inside(element):
    def put(first, nodes):
        element.text = first
        for place, node in enumerate(nodes):
            element.insert(place, node)

    return put


def _behind(element):
    def put(first, nodes):
        element.tail = first
        parent = element.getparent()
        for place, node in enumerate(nodes, parent.index(element) + 1):
            parent.insert(place, node)

    return put


def _node(look, lines, after, is_link):
    """Return what stands instead of a slot; there is no link in a link."""
    span = etree.Element("span", {"class": look})
    for number, line in enumerate(lines):
        last = etree.SubElement(span, "br") if number else None
        for text, href in [(line, None)] if is_link else pieces_of(line):
            if href:
                last = etree.SubElement(span, "a", {"href": href})
                last.text = text
            elif last is None:
                span.text = text
            else:
                last.tail = text
    span.tail = after
    return span


def pieces_of(line):
    """Return [(text, address or None)] of a line: who can be reached is a link.

    >>> pieces_of("Frau Probe, 040 66969-210")
    [('Frau Probe, ', None), ('040 66969-210', 'tel:04066969210')]
    """
    found, end = [], 0
    for match in REACHED.finditer(line):
        if match.start() > end:
            found.append((line[end : match.start()], None))
        mail = match["mail"]
        phone = "".join(sign for sign in match[0] if sign in "+0123456789")
        found.append((match[0], f"mailto:{mail}" if mail else f"tel:{phone}"))
        end = match.end()
    return [*found, (line[end:], None)] if line[end:] else found


def lines_of(value):
    """Return the lines of a value, blanks cut; what nobody can see counts as a blank.

    >>> lines_of(" Mo–Do 8–12 \\r\\n\\r\\nFr 8–11")
    ('Mo–Do 8–12', 'Fr 8–11')
    """
    seen = ("".join(one if one.isprintable() else " " for one in line) for line in _split(value))
    lines = (" ".join(line.split()) for line in seen)
    return tuple(line for line in lines if line)


def _split(value):
    return (value or "").splitlines()


def problem(value):
    """Return what is wrong with a value: "long" or "lines"; None for nothing."""
    if len(value) > LONGEST_VALUE:
        return "long"
    return "lines" if len(lines_of(value)) > MOST_LINES else None


def at(entries, moment):
    """Return the last of some entries that was written until a moment, None for none.

    entries: objects with `when`, by time; moment: None for now.
    """
    found = [one for one in entries if moment is None or one.when <= moment]
    return found[-1] if found else None


def told(rows, now):
    """Return [(when, values, mark)] by time of what another site says that was said.

    rows: [{when, values, mark}], or whatever it is; what could not have been said here is left out.
    now: with a time zone, in which times come back. values: ((slot, text), ...), by slot.
    """
    found = []
    for row in rows if isinstance(rows, list) else ():
        row = row if isinstance(row, dict) else {}
        when, values, mark = _moment(row.get("when"), now), row.get("values"), row.get("mark")
        if when is None or not isinstance(values, dict):
            continue
        kept = (
            (tidy(slot), "\n".join(lines_of(value)))
            for slot, value in list(values.items())[:MOST_SLOTS]
            if isinstance(value, str) and SLOT.fullmatch(f"{MARK}{slot}]]") and not problem(value)
        )
        mark = mark if isinstance(mark, str) and len(mark) <= LENGTH else ""
        found.append((when, tuple(sorted((slot, text) for slot, text in kept if text)), mark))
    return sorted(found)


def _moment(text, now):
    """Return a moment that is not to come, from ISO, in the zone of `now`; else None."""
    try:
        when = datetime.fromisoformat(text).astimezone(now.tzinfo)
    except (TypeError, ValueError, OverflowError):
        return None
    return when if when <= now else None


def is_stale(entry, mark):
    """Return whether a text has changed since an administration said something in its slots."""
    return entry is not None and bool(entry.values) and entry.mark != mark
