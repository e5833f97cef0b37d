"""JSON values into fields of ours."""

from kommunalhub.funding.fields import IDecimalNumber
from kommunalhub.funding.fields import read_json
from kommunalhub.interfaces import IKommunalhubLayer
from plone.dexterity.interfaces import IDexterityContent
from plone.restapi.deserializer.dxfields import DefaultFieldDeserializer
from plone.restapi.interfaces import IFieldDeserializer
from zope.component import adapter
from zope.interface import implementer


@implementer(IFieldDeserializer)
@adapter(IDecimalNumber, IDexterityContent, IKommunalhubLayer)
class NumberDeserializer(DefaultFieldDeserializer):
    """Reads amounts and percentages from JSON numbers and strings."""

    def __call__(self, value):
        number = self.field.missing_value if value == "" else read_json(value)
        self.field.validate(number)
        return number
