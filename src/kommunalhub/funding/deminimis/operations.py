"""What is done with De-minimis aid; nobody else writes ledgers, each verb checks before."""

from datetime import date
from decimal import Decimal
from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.money import read_typed
from kommunalhub.core.tools import site
from kommunalhub.core.validation import FieldError
from kommunalhub.funding.deminimis import rules
from kommunalhub.funding.deminimis import storage
from kommunalhub.funding.deminimis.figures import figures
from kommunalhub.funding.deminimis.figures import regulation_titles


PERMISSION = "kommunalhub: Keep De-minimis"
#: The first day of which the three years before could still matter when the rules began.
EARLIEST = date(2019, 1, 1)
LENGTHS = {"name": 200, "address": 300, "authority": 200, "purpose": 500, "reason": 500}
HIGHEST = Decimal("99999999.99")


class Wrong(ValueError):
    """Something typed is wrong; errors: {field: sentence}."""

    def __init__(self, errors):
        super().__init__(errors)
        self.errors = errors


class TooMuch(Exception):
    """The aid would exceed the ceiling; verdict: a rules.Verdict."""

    def __init__(self, verdict):
        super().__init__(verdict)
        self.verdict = verdict


def today():
    return formatting.to_local(formatting.now()).date()


def ledger_of(number):
    """Return the Ledger of an undertaking; raises KeyError."""
    return storage.register_of().ledgers[number]


def is_known(number):
    return number in storage.register_of().ledgers


def undertakings():
    """Return all Undertakings by name."""
    found = [ledger.undertaking for ledger in storage.register_of().ledgers.values()]
    return sorted(found, key=lambda one: (formatting.sort_key(one.name), one.number))


def group_of(number):
    """Return the numbers of the single undertaking of which `number` is a part."""
    ledgers = storage.register_of().ledgers
    pairs = [(here, there) for here, ledger in ledgers.items() for there in ledger.links]
    public = {here for here, ledger in ledgers.items() if ledger.facts["public"]}
    return rules.group_of(number, pairs, public)


def aids_of(numbers):
    """Return the Aids of some undertakings that count."""
    ledgers = storage.register_of().ledgers
    return [aid for number in sorted(numbers) for aid in ledgers[number].counting()]


def state_of(number, regulation, day=None):
    """Return the Verdict on an aid of nothing: what was used, what is free; raises NoCeiling."""
    asked = rules.Aid(0, number, day or today(), rules.ZERO, regulation)
    return rules.judge(asked, aids_of(group_of(number)), figures())


def add(name, address="", public=False):
    """Enter an undertaking and return its number. Raises Wrong."""
    typed = {"name": _tidy(name), "address": _tidy(address)}
    errors = _lengths(typed)
    if not typed["name"]:
        errors["name"] = _("error_undertaking_name", default="Please write the name.")
    else:
        known = {formatting.sort_key(one.name) for one in undertakings()}
        if formatting.sort_key(typed["name"]) in known:
            errors["name"] = _(
                "error_undertaking_known", default="An undertaking of this name is entered already."
            )
    if errors:
        raise Wrong(errors)
    register = storage.ensured_register()
    register.last += 1
    register.ledgers[register.last] = storage.Ledger(
        number=register.last, public=bool(public), **typed
    )
    return register.last


def link(number, other):
    """Enter that two undertakings are linked. Raises Wrong, KeyError for an unknown `number`."""
    here, there = ledger_of(number), storage.register_of().ledgers.get(other)
    if there is None or other == number:
        message = _("error_undertaking_other", default="Please choose another undertaking.")
        raise Wrong({"other": message})
    _touch(group_of(number) | group_of(other))
    here.links.insert(other)
    there.links.insert(number)


def unlink(number, other):
    """Take a link back. Raises Wrong where there is none."""
    if other not in ledger_of(number).links:
        message = _("error_undertaking_other", default="Please choose another undertaking.")
        raise Wrong({"other": message})
    _touch(group_of(number))
    for here, there in ((number, other), (other, number)):
        links = ledger_of(here).links
        if there in links:
            links.remove(there)


def read(values):
    """Return what a form or a client sent for an aid as plain values. Raises Wrong.

    values: day (date or ISO text), amount (Decimal or text), regulation, authority, purpose;
    declared: whether others granted it, as the undertaking declared.
    """
    errors, found = {}, {}
    for name, reader in (("day", _day), ("amount", _amount), ("regulation", _regulation)):
        try:
            found[name] = reader(values.get(name))
        except FieldError as error:
            errors[name] = error.args[0]
    texts = {name: _tidy(values.get(name)) for name in ("authority", "purpose")}
    errors |= _lengths(texts)
    if not texts["authority"] and "authority" not in errors:
        errors["authority"] = _(
            "error_deminimis_authority", default="Please write who grants or granted the aid."
        )
    if errors:
        raise Wrong(errors)
    return found | texts | {"declared": values.get("declared") is True}


def grant(number, values):
    """Enter an aid as a whole, or not at all; return its plain values.

    What others granted already is a fact, entered even above the ceiling.
    values: as `read` takes them. Raises KeyError, Wrong, and TooMuch above the ceiling.
    """
    ledger = ledger_of(number)
    row = read(values)
    group = group_of(number)
    asked = rules.Aid(0, number, row["day"], row["amount"], row["regulation"])
    try:
        verdict = rules.judge(asked, aids_of(group), figures())
    except rules.NoCeiling as error:
        message = _(
            "error_deminimis_no_ceiling", default="For this regulation and day no ceiling is known."
        )
        raise Wrong({"regulation": message}) from error
    if not verdict.allowed and not row["declared"]:
        raise TooMuch(verdict)
    _touch(group)
    register = storage.ensured_register()
    register.last_aid += 1
    row |= {
        "number": register.last_aid,
        "undertaking": number,
        "by": asking.userid(),
        "entered": formatting.now(),
        "used": verdict.used,
        "ceiling": verdict.ceiling,
        "source": verdict.source,
        "reported": None,
        "taken_back": None,
    }
    ledger.aids[row["number"]] = row
    return row


def take_back(number, aid, reason):
    """Say that an aid was revoked or never came to be; it stays readable, but counts no more."""
    reason = _tidy(reason)
    errors = _lengths({"reason": reason})
    if not reason:
        errors["reason"] = _("error_deminimis_reason", default="Please write why.")
    if errors:
        raise Wrong(errors)
    _change(number, aid, taken_back={"day": today(), "reason": reason, "by": asking.userid()})


def reported(number, aid, day):
    """Say when an aid was entered in the central register. Raises Wrong, KeyError."""
    try:
        found = _day(day)
    except FieldError as error:
        raise Wrong({"reported": error.args[0]}) from error
    if found < ledger_of(number).aids[aid]["day"]:
        message = _("error_deminimis_reported", default="This lies before the day of the aid.")
        raise Wrong({"reported": message})
    _change(number, aid, reported=found)


def _change(number, aid, **changes):
    ledger = ledger_of(number)
    row = ledger.aids[aid]
    _touch({number})
    ledger.aids[aid] = row | changes


def _touch(numbers):
    ledgers = storage.ensured_register(site()).ledgers
    for number in sorted(numbers):
        ledgers[number].changes += 1


def _tidy(value):
    return " ".join(value.split()) if isinstance(value, str) else ""


def _lengths(texts):
    return {
        name: _(
            "error_text_too_long",
            default="Please shorten it to ${n} characters.",
            mapping={"n": LENGTHS[name]},
        )
        for name, text in texts.items()
        if len(text) > LENGTHS[name]
    }


def _day(value):
    wrong = FieldError(
        _(
            "error_deminimis_day",
            default="Please give the day on which the claim arose, not later than today.",
        )
    )
    try:
        found = value if isinstance(value, date) else date.fromisoformat(value)
    except (TypeError, ValueError) as error:
        raise wrong from error
    if not EARLIEST <= found <= today():
        raise wrong
    return found


def _amount(value):
    number = value if isinstance(value, Decimal) else read_typed(value or "")
    exact = number.is_finite() and number.as_tuple().exponent >= -2
    if not exact or not rules.ZERO < number <= HIGHEST:
        raise FieldError(
            _("error_deminimis_amount", default="Please write an amount like 12.500,00.")
        )
    return number


def _regulation(value):
    if not isinstance(value, str) or value not in regulation_titles():
        raise FieldError(_("error_deminimis_regulation", default="Please choose the regulation."))
    return value
