"""Amounts and percentages as JSON values."""

from kommunalhub.core.amounts import IDecimalNumber
from kommunalhub.core.amounts import Percent
from kommunalhub.core.money import as_json
from kommunalhub.core.money import read_json
from kommunalhub.interfaces import IKommunalhubLayer
from plone.dexterity.interfaces import IDexterityContent
from plone.restapi.deserializer.dxfields import DefaultFieldDeserializer
from plone.restapi.interfaces import IFieldDeserializer
from plone.restapi.interfaces import IFieldSerializer
from plone.restapi.serializer.dxfields import DefaultFieldSerializer
from zope.component import adapter
from zope.interface import implementer


@implementer(IFieldSerializer)
@adapter(IDecimalNumber, IDexterityContent, IKommunalhubLayer)
class NumberSerializer(DefaultFieldSerializer):
    """Amounts to the cent, percentages as they were typed."""

    def __call__(self):
        number = self.get_value()
        return super().__call__() if isinstance(self.field, Percent) else as_json(number)


@implementer(IFieldDeserializer)
@adapter(IDecimalNumber, IDexterityContent, IKommunalhubLayer)
class NumberDeserializer(DefaultFieldDeserializer):
    """Reads amounts and percentages from JSON numbers and strings."""

    def __call__(self, value):
        number = self.field.missing_value if value == "" else read_json(value)
        self.field.validate(number)
        return number
