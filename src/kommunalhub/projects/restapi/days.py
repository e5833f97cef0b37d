"""Days of a project in JSON values."""

from datetime import date
from kommunalhub.core.validation import FieldError
from kommunalhub.interfaces import IKommunalhubLayer
from kommunalhub.projects.book.typed import NO_DAY
from kommunalhub.projects.interfaces import IProject
from plone.restapi.deserializer.dxfields import DefaultFieldDeserializer
from plone.restapi.interfaces import IFieldDeserializer
from zope.component import adapter
from zope.interface import implementer
from zope.schema.interfaces import IDate


@implementer(IFieldDeserializer)
@adapter(IDate, IProject, IKommunalhubLayer)
class DayDeserializer(DefaultFieldDeserializer):
    """Reads ISO dates; what is none gets a German answer."""

    def __call__(self, value):
        try:
            found = date.fromisoformat(value) if value not in (None, "") else None
        except (TypeError, ValueError) as error:
            raise FieldError(NO_DAY) from error
        self.field.validate(found)
        return found
