"""What is typed of undertakings and aid, read; what is wrong is told at its field."""

from datetime import date
from decimal import Decimal
from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.core.money import read_typed
from kommunalhub.core.validation import FieldError
from kommunalhub.funding.deminimis.figures import regulation_titles
from kommunalhub.funding.deminimis.states import HERE
from kommunalhub.funding.deminimis.states import MEMBER_STATES


#: The first day of which the three years before could still matter when the rules began.
EARLIEST = date(2019, 1, 1)
LENGTHS = {"name": 200, "address": 300, "authority": 200, "purpose": 500, "reason": 500}
HIGHEST = Decimal("99999999.99")


class Wrong(ValueError):
    """Something typed is wrong; errors: {field: sentence}."""

    def __init__(self, errors):
        super().__init__(errors)
        self.errors = errors


def today():
    return formatting.to_local(formatting.now()).date()


def read(values):
    """Return what a form or a client sent for an aid as plain values. Raises Wrong.

    values: day (date or ISO text), amount (Decimal or text), regulation, authority, purpose,
    member_state; declared: whether others granted it, as the undertaking declared.
    """
    errors, found = {}, {}
    declared = values.get("declared") is True
    readers = (
        *(("day", read_day), ("amount", _amount), ("regulation", _regulation)),
        ("member_state", _member_state),
    )
    for name, reader in readers:
        try:
            found[name] = reader(values.get(name))
        except FieldError as error:
            errors[name] = error.args[0]
    texts = {name: tidy(values.get(name)) for name in ("authority", "purpose")}
    errors |= lengths(texts)
    if not texts["authority"] and "authority" not in errors:
        errors["authority"] = _(
            "error_deminimis_authority", default="Please write who grants or granted the aid."
        )
    if found.get("member_state", HERE) != HERE and not declared:
        errors["member_state"] = _(
            "error_deminimis_abroad",
            default="Aid of another Member State is entered as granted by others.",
        )
    if errors:
        raise Wrong(errors)
    return found | texts | {"declared": declared}


def check_reason(reason):
    """Raise Wrong for a reason that says nothing, or too much."""
    errors = lengths({"reason": reason})
    if not reason:
        errors["reason"] = _("error_deminimis_reason", default="Please write why.")
    if errors:
        raise Wrong(errors)


def tidy(value):
    return " ".join(value.split()) if isinstance(value, str) else ""


def lengths(texts):
    return {
        name: _(
            "error_text_too_long",
            default="Please shorten it to ${n} characters.",
            mapping={"n": LENGTHS[name]},
        )
        for name, text in texts.items()
        if len(text) > LENGTHS[name]
    }


def read_day(value):
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
    if not exact or not 0 < number <= HIGHEST:
        raise FieldError(
            _("error_deminimis_amount", default="Please write an amount like 12.500,00.")
        )
    return number


def _regulation(value):
    if not isinstance(value, str) or value not in regulation_titles():
        raise FieldError(_("error_deminimis_regulation", default="Please choose the regulation."))
    return value


def _member_state(value):
    if value in (None, ""):
        return HERE
    if not isinstance(value, str) or value not in MEMBER_STATES:
        raise FieldError(_("error_choice", default="Please choose one of the list."))
    return value
