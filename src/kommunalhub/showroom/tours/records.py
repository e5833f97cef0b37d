"""Ways and details as they are kept and sent: plain dicts, told apart from what is none. Pure."""

from dataclasses import asdict
from dataclasses import fields
from kommunalhub.showroom.tours import angles
from kommunalhub.showroom.tours import rules


WAY, DETAIL = "way", "detail"
KINDS = {WAY: rules.Way, DETAIL: rules.Detail}
#: What the ids of a kind begin with, and how many of it a scene has at most.
LETTERS = {WAY: "w", DETAIL: "d"}
MOST = {WAY: rules.MOST_WAYS, DETAIL: rules.MOST_DETAILS}
LONGEST = {
    "id": 12,
    "target": 64,
    "words": rules.LONGEST_WORDS,
    "note": rules.LONGEST_NOTE,
    "title": rules.LONGEST_TITLE,
    "text": rules.LONGEST_TEXT,
}
BOUNDS = {"yaw": angles.HALF, "pitch": angles.RIGHT_ANGLE}
#: Without these there is nothing to point at; words may follow, see linting.py.
NEEDED = {WAY: ("target", "yaw", "pitch"), DETAIL: ("title", "yaw", "pitch")}


def names(kind):
    """Return the names of what a record of a kind holds, its id first.

    >>> names("detail")
    ('id', 'title', 'text', 'yaw', 'pitch')
    """
    return tuple(field.name for field in fields(KINDS[kind]))


def read(kind, sent):
    """Return (record, {}) of what was sent for one, or (None, {name: code}) of what is wrong.

    Codes: object, unknown, missing, text, number, range, long, choice.

    >>> read("detail", {"title": " Wagen ", "yaw": 10, "pitch": 0})[0]
    Detail(id='', title='Wagen', text='', yaw=10, pitch=0)
    >>> read("way", {"target": "u", "yaw": 200, "tilt": 1})[1]
    {'tilt': 'unknown', 'pitch': 'missing', 'yaw': 'range'}
    """
    if not isinstance(sent, dict):
        return None, {"": "object"}
    known = names(kind)
    wrong = {str(name)[:40]: "unknown" for name in sent if name not in known}
    for name in NEEDED[kind]:
        if sent.get(name) in (None, "") and name not in wrong:
            wrong[name] = "missing"
    values = {}
    for name in known:
        if name not in wrong:
            values[name], code = _value(name, sent.get(name))
            if code:
                wrong[name] = code
    for name in NEEDED[kind]:
        if name not in wrong and values[name] == "":
            wrong[name] = "missing"
    return (None, wrong) if wrong else (KINDS[kind](**values), {})


def _value(name, value):
    if name in BOUNDS:
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        if type(value) is not int:
            return None, "number"
        return value, None if -BOUNDS[name] <= value <= BOUNDS[name] else "range"
    if name == "step_free":
        return value, None if value in (True, False, None) and not _is_number(value) else "choice"
    if value is None:
        return "", None
    if not isinstance(value, str):
        return None, "text"
    text = " ".join(value.split()) if name != "text" else value.strip()
    return text, "long" if len(text) > LONGEST[name] else None


def _is_number(value):
    return isinstance(value, int | float) and not isinstance(value, bool)


def kept(record):
    """Return a record as a plain dict, as it is kept and sent."""
    return asdict(record)


def records(kind, stored):
    """Return the records that are kept as dicts; what an older version did not know is left out."""
    known = names(kind)
    made = KINDS[kind]
    return tuple(made(**{n: v for n, v in one.items() if n in known}) for one in stored or ())
