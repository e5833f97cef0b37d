"""Times that Plone keeps by the clock of the server, typed and shown by that of the hub."""

from kommunalhub.core.formatting import BERLIN
from plone.app.z3cform.converters import DatetimeWidgetConverter
from zope.interface import Interface


class IServersTime(Interface):
    """A field of moments without a time zone, which are read as the server's."""


class HubsClock(DatetimeWidgetConverter):
    """Between such a field and a field of a form."""

    def toWidgetValue(self, value):
        if value is not self.field.missing_value:
            value = value.astimezone(BERLIN)
        return super().toWidgetValue(value)

    def toFieldValue(self, value):
        moment = super().toFieldValue(value)
        if moment is self.field.missing_value:
            return moment
        return moment.replace(tzinfo=BERLIN).astimezone().replace(tzinfo=None)
