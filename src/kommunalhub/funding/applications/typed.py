"""What people type and clients send, read field by field; all that is wrong is told at once."""

from datetime import date
from decimal import Decimal
from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.core.amounts import LIMIT
from kommunalhub.core.money import NOT_A_NUMBER
from kommunalhub.core.money import read_typed
from kommunalhub.core.validation import FieldError
from kommunalhub.core.validation import not_between
from kommunalhub.partners.substitution.browser.moments import day_of


#: No day of a grant lies outside of these.
EARLIEST, LATEST = date(1990, 1, 1), date(2099, 12, 31)
REQUIRED = _("error_field_required", default="Please fill this in.")
TOO_LONG = "error_text_too_long"


class Wrong(ValueError):
    """Something typed is wrong; errors: {field: sentence}."""

    def __init__(self, errors):
        super().__init__(errors)
        self.errors = errors


def today():
    return formatting.to_local(formatting.now()).date()


class Reading:
    """Reads values of {field: value}; `done` raises Wrong with all that was wrong.

    number: how a text is read as an amount, `read_typed` as people type, `read_json` as clients
    send it; prefix: of the names of fields in errors.
    """

    def __init__(self, values, number=read_typed, prefix=""):
        self.values = values if isinstance(values, dict) else {}
        self.number = number
        self.prefix = prefix
        self.errors = {}

    def wrong(self, name, message):
        self.errors.setdefault(f"{self.prefix}{name}", message)

    def done(self):
        if self.errors:
            raise Wrong(self.errors)

    def value(self, name):
        found = self.values.get(name)
        return found if found not in ("", [], ()) else None

    def text(self, name, limit=500, required=False, lines=False):
        """Return a text without needless spaces; lines: whether it keeps its lines."""
        found = self.value(name)
        if found is not None and not isinstance(found, str):
            self.wrong(name, _("error_text_expected", default="This must be a text."))
            return ""
        found = (found or "").strip() if lines else " ".join((found or "").split())
        if required and not found:
            self.wrong(name, REQUIRED)
        if len(found) > limit:
            message = _(
                "error_text_too_long",
                default="Please shorten it to ${n} characters.",
                mapping={"n": limit},
            )
            self.wrong(name, message)
        return found

    def day(self, name, required=False, past=False):
        """Return a date or None. past: whether it must not lie in the future."""
        found = self.value(name)
        if found is None:
            if required:
                self.wrong(name, REQUIRED)
            return None
        try:
            found = found if type(found) is date else day_of(found)
        except (TypeError, ValueError):
            found = None
        if found is None or not EARLIEST <= found <= LATEST:
            self.wrong(name, _("error_not_a_day", default="Please give a date like 2027-05-01."))
            return None
        if past and found > today():
            message = _(
                "error_day_to_come", default="This day lies in the future; please check it."
            )
            self.wrong(name, message)
        return found

    def amount(self, name, required=False, above_zero=False):
        """Return an amount of money or None."""
        found = self.value(name)
        if found is None:
            if required:
                self.wrong(name, REQUIRED)
            return None
        try:
            number = found if isinstance(found, Decimal) else self.number(found)
        except (FieldError, AttributeError, TypeError):
            self.wrong(name, NOT_A_NUMBER)
            return None
        if not number.is_finite():
            self.wrong(name, NOT_A_NUMBER)
        elif number < 0:
            self.wrong(name, _("error_negative", default="The value must not be negative."))
        elif number > LIMIT:
            message = _("error_too_large", default="The amount is too large; please check it.")
            self.wrong(name, message)
        elif number.normalize().as_tuple().exponent < -2:
            message = _("error_too_precise", default="Please give at most two decimals.")
            self.wrong(name, message)
        elif above_zero and not number:
            self.wrong(name, _("error_amount_zero", default="Please write an amount above zero."))
        return number

    def choice(self, name, choices, required=True):
        """Return one of the tokens, or None."""
        found = self.value(name)
        if found is None and not required:
            return None
        if not isinstance(found, str) or found not in choices:
            self.wrong(name, _("error_choice", default="Please choose one of the list."))
            return None
        return found

    def flag(self, name):
        """Return whether something is ticked."""
        return self.values.get(name) in (True, "1", "on", "true")

    def whole(self, name, least, most):
        """Return a whole number or None."""
        found = self.value(name)
        if found is None:
            return None
        if isinstance(found, str) and found.strip().isdecimal() and len(found) < 10:
            found = int(found)
        if not isinstance(found, int) or isinstance(found, bool) or not least <= found <= most:
            self.wrong(name, not_between(least, most))
            return None
        return found
