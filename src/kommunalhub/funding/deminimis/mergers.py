"""Mergers and splits of undertakings, entered and taken back; see successions for what they mean.

Each verb writes the ledgers of all that may ever count together, so that who grants at the same
time is tried again.
"""

from decimal import Decimal
from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.money import read_typed
from kommunalhub.core.validation import FieldError
from kommunalhub.funding.deminimis import operations
from kommunalhub.funding.deminimis import said
from kommunalhub.funding.deminimis import storage
from kommunalhub.funding.deminimis import successions
from kommunalhub.funding.deminimis import typed
from kommunalhub.funding.deminimis.successions import Succession
from kommunalhub.funding.deminimis.typed import HIGHEST
from kommunalhub.funding.deminimis.typed import Wrong


#: So many may come out of a split.
MOST_PARTS = 10
OTHER = _("error_undertaking_other", default="Please choose another undertaking.")


def merge(number, into, day):
    """Enter that an undertaking became a part of another one on a day; return its plain values.

    Raises Wrong, KeyError for an unknown `number`.
    """
    operations.ledger_of(number)
    errors, found = {}, _read_day(day)
    if found is None:
        errors["day"] = DAY
    if not operations.is_known(into) or into == number:
        errors["into"] = OTHER
    if errors:
        raise Wrong(errors)
    return _enter(Succession(found, number, ((into, Decimal(1)),)))


def split(number, day, parts, taken=None, read_number=read_typed):
    """Enter that an undertaking was split on a day; return its plain values.

    parts: [{undertaking, equity}], who came out of it, itself among them where it goes on; equity:
    Decimal or text, needed where an aid is to be shared. taken: {number of an aid: undertaking} of
    aids whose activities one took over. Raises Wrong, KeyError for an unknown `number`.
    """
    operations.ledger_of(number)
    found = _read_day(day)
    if found is None:
        raise Wrong({"day": DAY})
    numbers = _undertakings(parts)
    earlier = {aid.number for aid in aids_before(number, found)}
    taken = dict(taken or {})
    if not set(taken) <= earlier or any(one not in numbers for one in taken.values()):
        message = _(
            "error_split_taken",
            default="Please choose for each aid one of the undertakings that came out of it.",
        )
        raise Wrong({"taken": message})
    equities = [_equity(part.get("equity"), read_number) for part in parts]
    if earlier - set(taken) and None in equities:
        message = _(
            "error_split_equity",
            default="Please write the book value of the equity capital of each, above zero: an aid "
            "that belongs to no activity is shared by it.",
        )
        raise Wrong({"parts": message})
    shares = tuple(
        (one, equity or Decimal(1)) for one, equity in zip(numbers, equities, strict=True)
    )
    return _enter(Succession(found, number, shares, tuple(sorted(taken.items()))))


def take_back(number, succession, reason):
    """Say that a merger or split was entered by mistake. Raises Wrong, KeyError."""
    reason = typed.tidy(reason)
    typed.check_reason(reason)
    register = storage.ensured_register()
    rows = {row["number"]: row for row in storage.valid_successions(register)}
    row = rows[succession]
    if number not in (row["source"], *dict(row["shares"])):
        raise KeyError(succession)
    operations.touch(number)
    back = {"day": typed.today(), "reason": reason, "by": asking.userid()}
    register.successions = tuple(
        one | {"taken_back": back} if one["number"] == succession else one
        for one in register.successions
    )


def successions_of(number):
    """Return the plain values of what an undertaking was part of, those taken back too."""
    return [
        row
        for row in storage.register_of().successions
        if number == row["source"] or number in dict(row["shares"])
    ]


def aids_before(number, day):
    """Return the Aids that an undertaking has just before a day, those it took over too."""
    known = operations.book()
    earlier = [one for one in known.successions if one.day < day]
    settled = successions.settled(known.aids, earlier, day)
    return [aid for aid in settled if aid.undertaking == number and aid.day < day]


def _enter(new):
    """Keep a Succession and return its plain values. Raises Wrong where it does not fit."""
    register = storage.ensured_register()
    valid = storage.valid_successions(register)
    other = successions.clash(new, [storage.succession_of(row) for row in valid])
    if other is not None:
        message = _(
            "error_succession_clash",
            default="This does not go together with what is entered already: ${sentence}",
            mapping={"sentence": sentence_of(other)},
        )
        raise Wrong({"day": message})
    row = {
        "number": len(register.successions) + 1,
        "day": new.day,
        "source": new.source,
        "shares": new.shares,
        "taken": new.taken,
        "by": asking.userid(),
        "entered": formatting.now(),
        "taken_back": None,
    }
    register.successions += (row,)
    operations.touch(new.source)
    return row


def sentence_of(succession):
    """Return what happened, as a sentence."""
    ledgers = storage.register_of().ledgers
    names = {number: ledgers[number].undertaking.name for number, _equity in succession.shares}
    return said.of_succession(succession, ledgers[succession.source].undertaking.name, names)


def _undertakings(parts):
    """Return the numbers of who came out of a split. Raises Wrong."""
    rows = parts if isinstance(parts, list | tuple) else ()
    numbers = [row.get("undertaking") if isinstance(row, dict) else None for row in rows]
    good = [
        one
        for one in numbers
        if isinstance(one, int) and not isinstance(one, bool) and operations.is_known(one)
    ]
    if len(good) != len(numbers) or len(set(good)) != len(good) or not 2 <= len(good) <= MOST_PARTS:
        message = _(
            "error_split_parts",
            default="Please choose 2 to ${n} different undertakings.",
            mapping={"n": MOST_PARTS},
        )
        raise Wrong({"parts": message})
    return good


def _equity(value, read_number):
    """Return an amount above zero, None for none."""
    try:
        number = value if isinstance(value, Decimal) else read_number(value or "")
    except (FieldError, AttributeError, TypeError):
        return None
    exact = number.is_finite() and number.as_tuple().exponent >= -2
    return number if exact and 0 < number <= HIGHEST else None


DAY = _("error_merger_day", default="Please give the day on which it took effect, today or before.")


def _read_day(day):
    try:
        return typed.read_day(day)
    except FieldError:
        return None
