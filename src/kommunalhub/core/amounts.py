"""Numbers as people write them („184.500,00“), and texts that must have a form.

`Euro` and `Percent` are `Decimal` fields. Forms read German notation, REST reads JSON numbers and
strings; both end in the same checks with the same German message.
"""

from babel.numbers import format_decimal
from decimal import Decimal
from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.core.money import NOT_A_NUMBER
from kommunalhub.core.money import read_typed
from kommunalhub.core.validation import FieldError
from z3c.form.converter import BaseDataConverter
from z3c.form.interfaces import IWidget
from zope.component import adapter
from zope.interface import implementer
from zope.schema import Decimal as DecimalField
from zope.schema.interfaces import IDecimal

import re


#: More than any project of an administration costs; keeps sums far from the precision of Decimal.
LIMIT = Decimal("9999999999.99")


class IDecimalNumber(IDecimal):
    """A decimal of ours: zero or more, at most two decimals."""


@implementer(IDecimalNumber)
class Euro(DecimalField):
    """An amount of money in EUR."""

    highest = LIMIT
    above = _("error_too_large", default="The amount is too large; please check it.")

    def _validate(self, value):
        super()._validate(value)
        if not value.is_finite():
            raise FieldError(NOT_A_NUMBER)
        if value < 0:
            raise FieldError(_("error_negative", default="The value must not be negative."))
        if value > self.highest:
            raise FieldError(self.above)
        if value.normalize().as_tuple().exponent < -2:
            raise FieldError(_("error_too_precise", default="Please give at most two decimals."))


class Percent(Euro):
    """A share in percent, 0..100."""

    highest = Decimal(100)
    above = _("error_not_a_percentage", default="Please enter a percentage from 0 to 100.")


@adapter(IDecimalNumber, IWidget)
class TypedNumberConverter(BaseDataConverter):
    """Reads and shows numbers in forms in German notation."""

    def toWidgetValue(self, value):
        if value is self.field.missing_value:
            return ""
        pattern = "#,##0.##" if isinstance(self.field, Percent) else "#,##0.00"
        return format_decimal(value, format=pattern, locale="de")

    def toFieldValue(self, value):
        if not value or not value.strip():
            return self.field.missing_value
        return read_typed(value)


def is_web_address(value: str) -> bool:
    """Constraint: an http or https address, nothing that a browser would run."""
    if not re.match(r"^https?://[^\s/]+\.[^\s]+$", value, re.IGNORECASE):
        raise FieldError(
            _(
                "error_not_a_web_address",
                default="Please enter a web address that begins with https:// or http://.",
            )
        )
    return True


def is_past_day(value) -> bool:
    """Constraint: today or earlier, in Schleswig-Holstein."""
    if value > formatting.to_local(formatting.now()).date():
        raise FieldError(
            _("error_day_to_come", default="This day lies in the future; please check it.")
        )
    return True
