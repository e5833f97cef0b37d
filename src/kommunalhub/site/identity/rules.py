"""What a file of answers says of a new hub; without Zope."""

from collections import Counter
from dataclasses import dataclass
from dataclasses import field
from kommunalhub.lib import colours
from kommunalhub.lib import globe

import re


#: What the house says of itself, kept as registry records `kommunalhub.brand_…`.
BRAND = ("name", "place", "region", "theme", "contact", "point", "address", "rooms", "colour")
PARTNER = ("id", "title", "short_title", "kind", "colour", "email", "phone", "address")
NEEDED = ("name", "place", "region", "host", "operator", "partner")
NEEDED_OF_PARTNER = ("id", "title", "short_title", "kind")
TEXTS = (*BRAND, "title", "description", "host", "operator")
LENGTH = 2000
#: Of the records, in characters.
LONGEST = {
    "name": 40,
    "place": 60,
    "region": 60,
    "theme": 100,
    "contact": 200,
    "point": 40,
    "address": 500,
    "rooms": 300,
    "colour": 7,
}
MOST_PARTNERS = 50
#: Fields of a theme: so many, of so many characters.
MOST_FIELDS, LONGEST_FIELD = 30, 80
#: Only records of ours are set by a file of answers.
OURS = "kommunalhub."
QUOTES = ('"""', "'''")
_NAME = r"""(?:[\w-]+|"[^"]*"|'[^']*')"""
_HEADER = re.compile(r"\s*(\[\[?)(.+?)\]\]?\s*(?:#.*)?")
_KEY = re.compile(rf"\s*({_NAME}(?:\s*\.\s*{_NAME})*)\s*=(.*)")


class WrongAnswers(ValueError):
    """A file of answers that no hub can be made of.

    faults: [(path, sentence)]; a path says where, as `lines_of` does.
    """

    def __init__(self, faults):
        super().__init__("; ".join(sentence for _path, sentence in faults))
        self.faults = tuple(faults)

    def told(self, lines):
        """Return a sentence for each fault, in their order, with its line where it has one."""
        return [
            f"line {number}: {sentence}" if number else sentence
            for number, sentence in sorted((_line(path, lines), s) for path, s in self.faults)
        ]


def _line(path, lines):
    """Return the line of a path, or of what it stands in; 0 for what stands nowhere."""
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path, 0)


def lines_of(text):
    """Return {path: number of its line} of a TOML text, as far as people write such files.

    >>> lines_of('name = "x"\\n[[partner]]\\nid = "a"\\n[settings]\\n"kommunalhub.x" = 1')
    {('name',): 1, ('partner', 1): 2, ('partner', 1, 'id'): 3, ('settings',): 4, \
('settings', 'kommunalhub.x'): 5}
    """
    found, counts, table, quote = {}, Counter(), (), ""
    for number, line in enumerate(text.splitlines(), 1):
        header, key = _HEADER.fullmatch(line), _KEY.fullmatch(line)
        if quote:
            quote = "" if quote in line else quote
        elif header:
            table = _parts(header[2])
            if header[1] == "[[":
                counts[table] += 1
                table = (*table, counts[table])
            found.setdefault(table, number)
        elif key:
            found.setdefault((*table, *_parts(key[1])), number)
            quote = next((each for each in QUOTES if key[2].count(each) == 1), "")
    return found


def _parts(text):
    return tuple(part.strip("\"'") for part in re.findall(_NAME, text))


@dataclass(frozen=True)
class Answers:
    """What a new hub is called, and whose it is."""

    brand: dict
    title: str
    description: str
    #: ids of two of the partners
    host: str
    operator: str
    #: dicts with what PARTNER names, those left out that the file leaves out
    partners: tuple
    #: {name of a registry record: value}
    settings: dict = field(default_factory=dict)
    #: a picture as lib.pictures makes it; none: the mark of the house
    logo: bytes = b""


def read(data):
    """Return the Answers that a table (as of TOML) gives; raises WrongAnswers with all faults.

    Its logo is the picture itself, as bytes; what could not be read is a text still.

    >>> try:
    ...     read({"motto": "Meer"})
    ... except WrongAnswers as wrong:
    ...     print(wrong.told({("motto",): 3})[-1])
    line 3: motto is not known
    """
    faults = list(_faults(data))
    if faults:
        raise WrongAnswers(faults)
    brand = {name: data.get(name, "").strip() for name in BRAND}
    partners = tuple({k: v.strip() for k, v in partner.items()} for partner in data["partner"])
    return Answers(
        brand=brand,
        title=data.get("title", "").strip() or f"{brand['name']} {brand['place']}",
        description=data.get("description", "").strip(),
        host=data["host"],
        operator=data["operator"],
        partners=partners,
        settings=dict(data.get("settings", {})),
        logo=data.get("logo") or b"",
    )


def _faults(data):
    """Yield (path, sentence) of all that is wrong."""
    for name in data:
        if name not in (*TEXTS, "partner", "settings", "logo"):
            yield (name,), f"{name} is not known"
    for name in NEEDED:
        if not data.get(name):
            yield (), f"{name} is missing"
    for name in TEXTS:
        for sentence in _text_faults(name, data.get(name, ""), LONGEST.get(name, LENGTH)):
            yield (name,), sentence
    for sentence in _colour_faults("colour", data.get("colour")):
        yield ("colour",), sentence
    if not isinstance(data.get("logo") or b"", bytes):
        yield ("logo",), "logo is no file beside this one with a whole PNG, JPEG or WebP"
    point = data.get("point")
    if isinstance(point, str) and point.strip() and globe.point_of(point) is None:
        yield ("point",), "point is no latitude and longitude, as 54.2928, 10.8886"
    yield from _partner_faults(data)
    yield from _settings_faults(data.get("settings", {}))


def _text_faults(name, value, longest=LENGTH):
    if not isinstance(value, str):
        yield f"{name} is no text"
    elif len(value) > longest:
        yield f"{name} is longer than {longest} characters"


def _colour_faults(name, value):
    if isinstance(value, str) and value:
        wrong = colours.writing_error(value)
        if wrong == "form":
            yield f"{name} is not written as #rrggbb"
        elif wrong:
            ratio = colours.contrast(value, colours.WHITE)
            yield (
                f"white cannot be read on {name}: contrast {ratio:.1f} to 1, "
                f"{colours.READABLE} are needed; {darker(value)} would do"
            )


def darker(colour):
    """Return the lightest shade of a colour on which white writing is read.

    >>> darker("#ffff00"), darker("#6b2d5c")
    ('#737300', '#6b2d5c')
    """
    return colours.towards(colour, colours.BLACK, colours.WHITE, colours.READABLE)


def fields_in(text):
    """Return the titles in a text with one in each line, none twice.

    >>> fields_in(" Deich  und Wasser\\n\\nHöfe\\nHöfe")
    ['Deich und Wasser', 'Höfe']
    """
    titles = (" ".join(line.split()) for line in text.splitlines())
    return list(dict.fromkeys(title for title in titles if title))


def fields_after(known, titles, token_of):
    """Return {token: title} after somebody has written the fields of the theme anew.

    known: {token: title}, in the order in which they were shown. A title that stays keeps its
    token; what stands where another one stood is the new name of that; others are new. token_of:
    function of a title. Things keep their fields by token, so they follow a new name.

    >>> known = {"dyke": "Deich", "farms": "Höfe"}
    >>> fields_after(known, ["Deich und Wasser", "Höfe", "Kultur"], str.lower)
    {'dyke': 'Deich und Wasser', 'farms': 'Höfe', 'kultur': 'Kultur'}
    >>> fields_after(known, ["Höfe"], str.lower)
    {'farms': 'Höfe'}
    """
    old = list(known.items())
    kept = {title: token for token, title in old}
    found = {}
    for at, title in enumerate(titles):
        stood = old[at] if at < len(old) and old[at][1] not in titles else None
        token = kept.get(title) or (stood[0] if stood else "")
        if not token:
            wanted = token_of(title) or "field"
            taken = {*known, *found}
            numbers = (f"{wanted}-{number}" for number in range(2, len(taken) + 3))
            token = next(each for each in (wanted, *numbers) if each not in taken)
        found[token] = title
    return found


def _partner_faults(data):
    partners = data.get("partner") or []
    if not isinstance(partners, list) or not all(isinstance(each, dict) for each in partners):
        yield ("partner",), "partner is no list of tables ([[partner]])"
        return
    if len(partners) > MOST_PARTNERS:
        yield (), f"there are more than {MOST_PARTNERS} partners"
    ids = [partner.get("id") for partner in partners]
    for number, partner in enumerate(partners, 1):
        at = ("partner", number)
        for name in partner:
            if name not in PARTNER:
                yield (*at, name), f"{name} of partner {number} is not known"
        for name in NEEDED_OF_PARTNER:
            if not partner.get(name):
                yield at, f"{name} of partner {number} is missing"
        for name, value in partner.items():
            for sentence in _text_faults(f"{name} of partner {number}", value):
                yield (*at, name), sentence
        for sentence in _colour_faults(f"colour of partner {number}", partner.get("colour")):
            yield (*at, "colour"), sentence
        if partner.get("id") and partner["id"] in ids[: number - 1]:
            yield (*at, "id"), f"there are two partners {partner['id']}"
    for name in ("host", "operator"):
        if data.get(name) and data[name] not in ids:
            known = ", ".join(each for each in ids if isinstance(each, str))
            yield (name,), f"{name} is no partner; those are {known or 'missing'}"


def _settings_faults(settings):
    if not isinstance(settings, dict):
        yield ("settings",), "settings is no table"
        return
    for name in settings:
        if not name.startswith(OURS):
            yield ("settings", name), f"the setting {name} is not one of the hub"
