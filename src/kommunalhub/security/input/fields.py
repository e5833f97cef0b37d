"""Values of fields over REST: what cannot be one is told at its field, in a sentence.

plone.restapi's deserialisers expect values of about the right kind: a list where a choice stands,
a number where a file does, end in a TypeError somewhere. Each is asked through this adapter, which
is registered for the same kinds of fields (a test compares the two).
"""

from kommunalhub import _
from kommunalhub.core.validation import FieldError
from kommunalhub.interfaces import IKommunalhubLayer
from kommunalhub.security.input import rules
from kommunalhub.security.input.refusing import SENTENCES
from plone.app.textfield.interfaces import IRichTextValue
from plone.dexterity.interfaces import IDexterityContent
from plone.restapi.interfaces import IFieldDeserializer
from z3c.form.validator import SimpleFieldValidator
from zope.component import adapter
from zope.component import getGlobalSiteManager
from zope.interface import implementer
from zope.interface import Interface
from zope.interface import Invalid
from zope.interface import providedBy
from zope.publisher.interfaces.browser import IBrowserRequest
from zope.schema.interfaces import IDate
from zope.schema.interfaces import IDatetime
from zope.schema.interfaces import IField
from zope.schema.interfaces import ValidationError


NOT_IN_TIME = _(
    "error_not_in_time",
    default="The year must be between ${least} and ${most}.",
    mapping={"least": rules.YEARS[0], "most": rules.YEARS[1]},
)
#: How reading a value fails that is none.
READING = (TypeError, ValueError, LookupError, AttributeError, ArithmeticError, AssertionError)


@implementer(IFieldDeserializer)
@adapter(IField, IDexterityContent, IKommunalhubLayer)
class CarefulDeserializer:
    """Asks the deserialiser that a site without kommunalhub would ask."""

    def __init__(self, field, context, request):
        self.field, self.context, self.request = field, context, request

    def __call__(self, value):
        wanted = (providedBy(self.field), providedBy(self.context), IBrowserRequest)
        plain = getGlobalSiteManager().adapters.lookup(wanted, IFieldDeserializer)
        try:
            found = plain(self.field, self.context, self.request)(value)
        except ValidationError:
            raise
        except Invalid as error:  # of a constraint, which plone.restapi would let pass
            raise FieldError(error.args[0] if error.args else SENTENCES["value"]) from error
        except READING as error:
            raise FieldError(SENTENCES["value"]) from error
        if IRichTextValue.providedBy(found) and not isinstance(found.raw, str):
            raise FieldError(SENTENCES["value"])
        if not rules.is_in_time(found):
            raise FieldError(NOT_IN_TIME)
        return found


class InTime(SimpleFieldValidator):
    """In forms: a day or moment that the catalog could not keep is told at its field."""

    def validate(self, value, force=False):
        if not rules.is_in_time(value):
            raise FieldError(NOT_IN_TIME)
        return super().validate(value, force)


@adapter(Interface, IKommunalhubLayer, Interface, IDatetime, Interface)
class MomentInTime(InTime):
    """For moments."""


@adapter(Interface, IKommunalhubLayer, Interface, IDate, Interface)
class DayInTime(InTime):
    """For days."""
