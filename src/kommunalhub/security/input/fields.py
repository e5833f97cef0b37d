"""Values of fields over REST: what cannot be one is told at its field, in a sentence.

plone.restapi's deserialisers expect values of about the right kind: a list where a choice stands,
a number where a file does, end in a TypeError somewhere. Each is asked through this adapter, which
is registered for the same kinds of fields (a test compares the two).
"""

from Acquisition import aq_base
from datetime import datetime
from datetime import UTC
from dateutil import parser
from kommunalhub import _
from kommunalhub.core.restapi.body import moment_in
from kommunalhub.core.validation import FieldError
from kommunalhub.interfaces import IKommunalhubLayer
from kommunalhub.security.input import recurrence
from kommunalhub.security.input import rules
from kommunalhub.security.input.refusing import SENTENCES
from plone.app.event.base import default_timezone
from plone.app.event.dx.behaviors import IEventRecurrence
from plone.app.textfield.interfaces import IRichTextValue
from plone.dexterity.interfaces import IDexterityContent
from plone.restapi.deserializer import json_body
from plone.restapi.interfaces import IFieldDeserializer
from plone.restapi.interfaces import IFieldSerializer
from plone.restapi.serializer.dxfields import DateTimeFieldSerializer
from z3c.form.interfaces import IDataManager
from z3c.form.validator import SimpleFieldValidator
from z3c.form.validator import WidgetValidatorDiscriminators
from zope.component import adapter
from zope.component import getGlobalSiteManager
from zope.component import getMultiAdapter
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
LEFT_OUT = _(
    "error_moment_left_out",
    default="There is no such time: the clocks go forward over it. Please choose another one.",
)
NO_SERIES = {
    "form": _(
        "error_recurrence_form",
        default="This recurrence cannot be read: please choose it anew with the fields for it.",
    ),
    "often": _(
        "error_recurrence_often",
        default="An event can recur daily, weekly, monthly or yearly, not more often.",
    ),
    "endless": _(
        "error_recurrence_endless",
        default="Please say when the recurrence ends: after a number of events or on a day.",
    ),
    "many": _(
        "error_recurrence_many",
        default="A recurrence has at most ${most} events. Please choose an earlier end.",
        mapping={"most": recurrence.MOST_EVENTS},
    ),
    "far": _(
        "error_recurrence_far",
        default="A recurrence reaches at most ${years} years. Please choose an earlier end.",
        mapping={"years": recurrence.MOST_YEARS},
    ),
    "none": _(
        "error_recurrence_none",
        default="With this recurrence there is no event: no day fits, or it ends before it begins.",
    ),
}
#: How reading a value fails that is none.
READING = (TypeError, ValueError, LookupError, AttributeError, ArithmeticError, AssertionError)


@implementer(IFieldDeserializer)
@adapter(IField, IDexterityContent, IKommunalhubLayer)
class CarefulDeserializer:
    """Asks the deserialiser that a site without kommunalhub would ask."""

    def __init__(self, field, context, request):
        self.field, self.context, self.request = field, context, request

    def read(self, value):
        wanted = (providedBy(self.field), providedBy(self.context), IBrowserRequest)
        plain = getGlobalSiteManager().adapters.lookup(wanted, IFieldDeserializer)
        return plain(self.field, self.context, self.request)(value)

    def __call__(self, value):
        try:
            found = self.read(value)
        except ValidationError as error:
            if isinstance(error, ValueError):  # of a number: Python's own words, in English
                raise FieldError(SENTENCES["value"]) from error
            raise
        except Invalid as error:  # of a constraint, which plone.restapi would let pass
            raise FieldError(error.args[0] if error.args else SENTENCES["value"]) from error
        except READING as error:
            raise FieldError(SENTENCES["value"]) from error
        if IRichTextValue.providedBy(found) and not isinstance(found.raw, str):
            raise FieldError(SENTENCES["value"])
        if not rules.is_in_time(found):
            raise FieldError(NOT_IN_TIME)
        if self.field.interface is IEventRecurrence and isinstance(found, str):
            check_series(found, json_body(self.request).get("start"), self.context)
        return found


@adapter(IDatetime, IDexterityContent, IKommunalhubLayer)
class CarefulMoments(CarefulDeserializer):
    """Takes a time without an offset by the hub's clock, as forms do; plone.restapi takes UTC."""

    def read(self, value):
        value = with_offset(value)
        if value is None or not self.is_of_another_kind():
            return super().read(value)
        found = parser.parse(value).astimezone(default_timezone(as_tzinfo=True))
        self.field.validate(found)
        return found

    def is_of_another_kind(self):
        """Return whether the zone of what is there is not of the kind that plone.restapi knows."""
        there = getMultiAdapter((self.context, self.field), IDataManager).query()
        zone = getattr(there, "tzinfo", None)
        return zone is not None and not hasattr(zone, "zone")


@implementer(IFieldSerializer)
@adapter(IDatetime, IDexterityContent, IKommunalhubLayer)
class MomentSerializer(DateTimeFieldSerializer):
    """Tells the offset of what is kept in UTC without saying so: what is told is taken as told."""

    def get_value(self, default=None):
        value = super().get_value(default=default)
        is_bare = isinstance(value, datetime) and value.tzinfo is None
        return value.replace(tzinfo=UTC) if is_bare else value


def with_offset(value):
    """Return a text that names a moment with its offset; anything else is left as it is.

    Raises FieldError for a time that the hub's clock leaves out.
    """
    try:
        moment = parser.parse(value)
    except READING:
        return value  # plone.restapi refuses it
    if moment.tzinfo is not None or not rules.is_in_time(moment):
        return value
    try:
        return moment_in(moment.isoformat()).isoformat()
    except ValueError as error:
        raise FieldError(LEFT_OUT) from error


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


def check_series(text, start, context):
    """Raise FieldError for a recurrence that is none or has no end one can see.

    start: when the first event is, as it was sent; else the one of the event there is counts.
    """
    try:
        first = datetime.fromisoformat(start)
    except (TypeError, ValueError):
        first = getattr(aq_base(context), "start", None)
    try:
        recurrence.check_recurrence(text, first if isinstance(first, datetime) else None)
    except recurrence.NoSeries as error:
        raise FieldError(NO_SERIES[error.why]) from error


class Series(SimpleFieldValidator):
    """In forms: how an event recurs."""

    def validate(self, value, force=False):
        if value:
            start = self.request.form.get("form.widgets.IEventBasic.start")
            check_series(value, start, self.context)
        return super().validate(value, force)


WidgetValidatorDiscriminators(
    Series, request=IKommunalhubLayer, field=IEventRecurrence["recurrence"]
)
