"""Documents as bytes: one way to write each, and a reader that takes nothing else for it.

Canonical means: JSON in UTF-8, names sorted, no blanks, no fractions. Who signs and who checks have
the same bytes, and a preview can show exactly what leaves the house.
"""

from datetime import datetime
from datetime import UTC
from hashlib import sha256
from kommunalhub.lib.exchange import refusing
from kommunalhub.lib.exchange.refusing import Refused

import json
import re


#: Brackets within brackets, at most.
DEEPEST = 8
#: Bytes of a document, unless its reader says otherwise.
LARGEST = 4_000_000
#: Integers that every software reads alike.
GREATEST = 2**53 - 1
TIME = "%Y-%m-%dT%H:%M:%SZ"
TIME_FORM = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
HASH_FORM = re.compile(r"[0-9a-f]{64}")
#: Control signs, and halves of signs.
_NO_TEXT = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff]")
#: Never steps back, and takes a string without an end to the end: nothing is read twice.
_STRINGS = re.compile(rb'"(?:[^"\\]++|\\.?+)*+(?:"|\Z)', re.DOTALL)
_BRACKETS = re.compile(rb"[\[\]{}]")


def written(value):
    """Return the canonical bytes of JSON values.

    >>> written({"b": [1, "ä"], "a": None})
    b'{"a":null,"b":[1,"\\xc3\\xa4"]}'
    """
    text = json.dumps(
        value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    )
    return text.encode("utf-8")


def read(data, largest=LARGEST):
    """Return the values in bytes from elsewhere; raises Refused for what is no sound document."""
    if len(data) > largest:
        raise Refused(refusing.TOO_BIG, f"{len(data)} bytes")
    if _depth(data) > DEEPEST:
        raise Refused(refusing.TOO_DEEP)
    try:
        return json.loads(
            data.decode("utf-8"),
            object_pairs_hook=_without_twins,
            parse_float=_no_number,
            parse_constant=_no_number,
            parse_int=_bounded,
        )
    except (ValueError, RecursionError) as error:
        if isinstance(error, Refused):
            raise
        raise Refused(refusing.MALFORMED, "no JSON") from error


def hash_of(data):
    """Return the hash by which a document is called: SHA-256 in hexadecimal digits."""
    return sha256(data).hexdigest()


def stamp(moment):
    """Return a moment as documents say it, in seconds.

    >>> stamp(datetime(2026, 11, 18, 12, 30, tzinfo=UTC))
    '2026-11-18T12:30:00Z'
    """
    return moment.astimezone(UTC).strftime(TIME)


def moment_of(text):
    """Return the moment (UTC) that a document names; raises Refused."""
    if not isinstance(text, str) or not TIME_FORM.fullmatch(text):
        raise Refused(refusing.MALFORMED, "time")
    try:
        return datetime.strptime(text, TIME).replace(tzinfo=UTC)
    except ValueError as error:
        raise Refused(refusing.MALFORMED, "time") from error


def check(sound, detail):
    """Refuse a document as malformed unless something about it is sound."""
    if not sound:
        raise Refused(refusing.MALFORMED, detail)


def is_text(value, longest, least=0):
    """Return whether a value is a text without control signs, of so many characters.

    >>> [is_text(value, 4) for value in ("Dorf", "Stadt", 5, "a\\x00", "a\\ud800")]
    [True, False, False, False, False]
    """
    return isinstance(value, str) and least <= len(value) <= longest and not _NO_TEXT.search(value)


def without_controls(text):
    r"""Return a text without what is_text takes for none.

    >>> without_controls("Am\x0bRathaus\r\n")
    'AmRathaus\n'
    """
    return _NO_TEXT.sub("", text)


def is_hash(value):
    return isinstance(value, str) and bool(HASH_FORM.fullmatch(value))


def _depth(data):
    """Return how deep brackets stand in brackets, outside of strings; without any recursion."""
    deep = deepest = 0
    for found in _BRACKETS.finditer(_STRINGS.sub(b"", data)):
        deep += 1 if found[0] in b"[{" else -1
        deepest = max(deepest, deep)
        if deepest > DEEPEST:
            break
    return deepest


def _without_twins(pairs):
    found = dict(pairs)
    if len(found) != len(pairs):
        raise Refused(refusing.MALFORMED, "a name twice")
    return found


def _no_number(text):
    raise Refused(refusing.MALFORMED, "no whole number")


def _bounded(text):
    if len(text) > 17 or abs(int(text)) > GREATEST:
        raise Refused(refusing.MALFORMED, "too great a number")
    return int(text)
