"""Fields of ours as JSON values."""

from kommunalhub.core.amounts import IDecimalNumber
from kommunalhub.core.amounts import Percent
from kommunalhub.core.money import as_json
from kommunalhub.funding.rows import IRows
from kommunalhub.interfaces import IKommunalhubLayer
from plone.dexterity.interfaces import IDexterityContent
from plone.restapi.interfaces import IFieldSerializer
from plone.restapi.serializer.converters import json_compatible
from plone.restapi.serializer.dxfields import DefaultFieldSerializer
from zope.component import adapter
from zope.interface import implementer


@implementer(IFieldSerializer)
@adapter(IRows, IDexterityContent, IKommunalhubLayer)
class RowsSerializer(DefaultFieldSerializer):
    """A small table as a list of objects, its amounts to the cent."""

    def __call__(self):
        money = {
            name
            for name, field in self.field.columns().items()
            if IDecimalNumber.providedBy(field) and not isinstance(field, Percent)
        }
        rows = self.get_value()
        return rows and [
            {
                name: as_json(value) if name in money else json_compatible(value)
                for name, value in row.items()
            }
            for row in rows
        ]
