"""JSON values into fields of ours."""

from datetime import date
from kommunalhub import _
from kommunalhub.core.money import read_json
from kommunalhub.core.validation import FieldError
from kommunalhub.funding.fields import IDecimalNumber
from kommunalhub.interfaces import IKommunalhubLayer
from plone.dexterity.interfaces import IDexterityContent
from plone.restapi.deserializer.dxfields import DefaultFieldDeserializer
from plone.restapi.interfaces import IFieldDeserializer
from zope.component import adapter
from zope.interface import implementer


NOT_A_DAY = _("error_not_a_day", default="Please give a date like 2027-05-01.")


@implementer(IFieldDeserializer)
@adapter(IDecimalNumber, IDexterityContent, IKommunalhubLayer)
class NumberDeserializer(DefaultFieldDeserializer):
    """Reads amounts and percentages from JSON numbers and strings."""

    def __call__(self, value):
        number = self.field.missing_value if value == "" else read_json(value)
        self.field.validate(number)
        return number


@implementer(IFieldDeserializer)
class DayDeserializer(DefaultFieldDeserializer):
    """Reads ISO dates from JSON; what is none gets a German answer."""

    def __call__(self, value):
        if value == "":
            value = self.field.missing_value
        elif value is not None:
            try:
                value = date.fromisoformat(value)
            except (TypeError, ValueError) as error:
                raise FieldError(NOT_A_DAY) from error
        self.field.validate(value)
        return value
