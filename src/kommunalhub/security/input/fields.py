"""Values of fields over REST: what cannot be one is told at its field, in a sentence.

plone.restapi's deserialisers expect values of about the right kind: a list where a choice stands,
a number where a file does, end in a TypeError somewhere. Each is asked through this adapter, which
is registered for the same kinds of fields (a test compares the two).
"""

from kommunalhub.core.validation import FieldError
from kommunalhub.interfaces import IKommunalhubLayer
from kommunalhub.security.input.refusing import SENTENCES
from plone.dexterity.interfaces import IDexterityContent
from plone.restapi.interfaces import IFieldDeserializer
from zope.component import adapter
from zope.component import getGlobalSiteManager
from zope.interface import implementer
from zope.interface import providedBy
from zope.publisher.interfaces.browser import IBrowserRequest
from zope.schema.interfaces import IField
from zope.schema.interfaces import ValidationError


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
            return plain(self.field, self.context, self.request)(value)
        except ValidationError:
            raise
        except READING as error:
            raise FieldError(SENTENCES["value"]) from error
