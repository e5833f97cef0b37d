"""JSON as facts of an area; what does not fit raises Wrong with its field."""

from base64 import b64decode
from datetime import date
from functools import partial
from kommunalhub import _
from kommunalhub.core.homeblocks import kinds
from kommunalhub.core.homeblocks import MOST_ROWS
from kommunalhub.core.pictures.cuts import rules as cuts
from kommunalhub.editorial.areas import opening
from kommunalhub.editorial.areas import operations
from kommunalhub.editorial.areas import typed
from kommunalhub.editorial.areas import words
from kommunalhub.editorial.areas.interfaces import LONGEST_TEXT
from kommunalhub.editorial.areas.plain import WEEKDAYS
from kommunalhub.editorial.areas.rules import LONGEST_HEADING
from kommunalhub.editorial.areas.rules import Placed
from kommunalhub.lib.pictures import MOST_BYTES
from unicodedata import category

import binascii
import re


CLOCK = re.compile(r"(\d\d):(\d\d)")
MOST_SPANS = 6
#: Signs that are none: control characters, and halves of others.
UNSEEN = ("Cc", "Cs")
TURN_TOKENS = tuple(map(str, cuts.TURNS))
UNKNOWN = _("error_area_unknown", default="There is no such field.")
TEXT = _("error_text_expected", default="This must be a text.")
YES_OR_NO = _("error_area_bool", default="This must be true or false.")
SHAPE = _("error_area_shape", default="This is not written as the documentation says: ${at}")
SIGN = _("error_area_sign", default="This must be one of: ${values}.")


def wrong(at):
    return _("error_area_shape", default=SHAPE.default, mapping={"at": str(at)[:80]})


def read(data):
    """Return values for operations.save, and the blocks or None; raises operations.Wrong."""
    values, errors, blocks = {}, {}, None
    for name, sent in data.items():
        if name == "version":
            continue
        reader = READERS.get(name)
        if reader is None:
            errors[name] = UNKNOWN
            continue
        try:
            found = reader(sent)
        except ValueError as error:
            errors[name] = error.args[0]
            continue
        if name == "blocks":
            blocks = found
        else:
            values[NAMES.get(name, name)] = found
    if errors:
        raise operations.Wrong(errors)
    return values, blocks


def read_text(value, longest=LONGEST_TEXT):
    if value is None:
        return ""
    if not isinstance(value, str):
        raise ValueError(TEXT)
    if len(value) > longest:
        raise ValueError(wrong(value))
    seen = "".join(one for one in value if one == "\n" or category(one) not in UNSEEN)
    return seen.strip()


def read_bool(value):
    if not isinstance(value, bool):
        raise ValueError(YES_OR_NO)
    return value


def read_sign(value):
    if not isinstance(value, str) or value not in words.SIGNS:
        mapping = {"values": ", ".join(words.SIGNS)}
        raise ValueError(_("error_area_sign", default=SIGN.default, mapping=mapping))
    return value


def read_picture(value):
    """Return the bytes of {data, encoding: base64}, REMOVE for null."""
    if value is None:
        return operations.REMOVE
    data = value.get("data") if isinstance(value, dict) else None
    if not isinstance(data, str):
        raise ValueError(wrong("data"))
    if len(data) > 2 * MOST_BYTES:
        raise ValueError(words.PICTURES["large"])
    try:
        return b64decode(data, validate=True)
    except (binascii.Error, ValueError) as error:
        raise ValueError(wrong("data")) from error


def read_percent(value):
    if type(value) is not int or not 0 <= value <= cuts.MOST:
        raise ValueError(wrong(value))
    return value


def read_turn(value):
    """Return degrees; what is told of a page's picture, {token, title}, is understood as well."""
    if isinstance(value, dict):
        value = int(value["token"]) if value.get("token") in TURN_TOKENS else None
    if type(value) is not int or value not in cuts.TURNS:
        raise ValueError(wrong(value))
    return value


def read_list(value, most, reader):
    if not isinstance(value, list):
        raise ValueError(wrong(value))
    if len(value) > most:
        raise ValueError(words.too_many(most))
    return tuple(map(reader, value))


def read_contact(value):
    found = typed.Contact(**_texts(value, ("title", "phone", "email", "place")))
    return _sound(found, typed.contact_error(found), value)


def read_link(value):
    found = typed.Link(**_texts(value, ("title", "url")))
    return _sound(found, typed.link_error(found), value)


def _texts(value, names):
    if not isinstance(value, dict) or not set(value) <= set(names):
        raise ValueError(wrong(value))
    return {name: " ".join(read_text(value.get(name)).split()) for name in names}


def _sound(found, error, value):
    if error is not None:
        raise ValueError(wrong(value.get(error, error) or error))
    return found


def read_week(value):
    if not isinstance(value, dict) or not set(value) <= set(WEEKDAYS):
        raise ValueError(wrong(value))
    return tuple(read_spans(value.get(name, [])) for name in WEEKDAYS)


def read_spans(value):
    if not isinstance(value, list) or len(value) > MOST_SPANS:
        raise ValueError(wrong(value))
    spans = tuple(_span(one) for one in value)
    edges = [edge for span in spans for edge in span]
    if edges != sorted(set(edges)):
        raise ValueError(wrong(value))
    return spans


def _span(value):
    if not isinstance(value, list) or len(value) != 2:
        raise ValueError(wrong(value))
    return tuple(_minute(text) for text in value)


def _minute(text):
    match = CLOCK.fullmatch(text) if isinstance(text, str) else None
    minute = int(match[1]) * 60 + int(match[2]) if match else -1
    if match is None or int(match[2]) > 59 or not 0 <= minute <= 24 * 60:
        raise ValueError(wrong(text))
    return minute


def read_special(value):
    if not isinstance(value, dict) or not set(value) <= {"from", "until", "hours", "note"}:
        raise ValueError(wrong(value))
    first = _day(value.get("from"))
    last = _day(value["until"]) if value.get("until") is not None else first
    note = read_text(value.get("note"))
    found = opening.Special(first, last, read_spans(value.get("hours", [])), note)
    return _sound(found, typed.special_error(found), value)


def _day(value):
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError) as error:
        raise ValueError(wrong(value)) from error


def read_blocks(value):
    """Return Placed of [{kind, shown, internal, title, rows}]; kinds left out come after them."""
    names = kinds()
    found = read_list(value, len(names), partial(_block, names))
    if len({one.kind for one in found}) != len(found):
        raise ValueError(wrong("kind"))
    return found


def _block(names, value):
    known = {"kind", "shown", "internal", "title", "rows"}
    if not isinstance(value, dict) or not set(value) <= known:
        raise ValueError(wrong(value))
    kind, rows = value.get("kind"), value.get("rows")
    if not isinstance(kind, str) or kind not in names:
        raise ValueError(wrong(kind))
    if rows is not None and (type(rows) is not int or not 1 <= rows <= MOST_ROWS):
        raise ValueError(wrong(rows))
    return Placed(
        kind,
        read_bool(value.get("shown", True)),
        read_bool(value.get("internal", names[kind].is_internal)) or names[kind].is_internal,
        read_text(value.get("title"), LONGEST_HEADING) if names[kind].has_heading else "",
        rows if names[kind].rows is not None else None,
    )


#: What a client may send, and how it is read; some are called otherwise in the database.
READERS = {
    "introduction": read_text,
    "note": read_text,
    "picture": read_picture,
    "picture_text": partial(read_text, longest=250),
    "picture_decorative": read_bool,
    **{f"cut_{edge}": read_percent for edge in cuts.EDGES},
    "picture_turn": read_turn,
    "crest": read_picture,
    "sign": read_sign,
    "contacts": lambda value: read_list(value, typed.MOST_LINES, read_contact),
    "links": lambda value: read_list(value, typed.MOST_LINES, read_link),
    "hours": read_week,
    "special_days": lambda value: read_list(value, typed.MOST_DAYS, read_special),
    "blocks": read_blocks,
}
NAMES = {"hours": "week", "special_days": "specials"}
