"""Values of a schema that clients send, read and checked as a form would."""

from datetime import date
from kommunalhub import _
from kommunalhub.core.amounts import IDecimalNumber
from kommunalhub.core.money import read_json
from kommunalhub.core.validation import FieldError
from zope.schema import getFieldsInOrder
from zope.schema import ValidationError
from zope.schema.interfaces import IChoice
from zope.schema.interfaces import IDate
from zope.schema.interfaces import RequiredMissing
from zope.schema.interfaces import TooLong


REQUIRED = _("error_field_required", default="Please fill this in.")
NO_TEXT = _("error_text_expected", default="This must be a text.")
NO_DAY = _("error_not_a_day", default="Please give a date like 2027-05-01.")
NOT_LISTED = _("error_choice", default="Please choose one of the list.")


class Wrong(ValueError):
    """Something that was sent is wrong; errors: {field: sentence}."""

    def __init__(self, errors):
        super().__init__(errors)
        self.errors = errors


def values_of(schema, sent, context, known=None):
    """Return {name: value} of all fields of a schema. Raises Wrong with all that is wrong.

    known: values that hold where nothing was sent, for changes.
    """
    found, errors = {}, {}
    for name, field in getFieldsInOrder(schema):
        if name not in sent and known is not None and name in known:
            found[name] = known[name]
            continue
        field = field.bind(context)
        try:
            value = _read(field, sent.get(name, field.default))
            if isinstance(value, str):
                value = value.strip()
            value = field.missing_value if value in ("", None) else value
            field.validate(value)
        except RequiredMissing:
            errors[name] = REQUIRED
        except TooLong:
            errors[name] = _(
                "error_text_too_long",
                default="Please shorten it to ${n} characters.",
                mapping={"n": field.max_length},
            )
        except FieldError as error:
            errors[name] = error.args[0]
        except (ValidationError, LookupError):
            errors[name] = NOT_LISTED if IChoice.providedBy(field) else NO_TEXT
        else:
            found[name] = value
    if errors:
        raise Wrong(errors)
    return found


def _read(field, value):
    if value is None or value == "":
        return None
    if IDate.providedBy(field):
        try:
            return value if type(value) is date else date.fromisoformat(value)
        except (TypeError, ValueError) as error:
            raise FieldError(NO_DAY) from error
    if IDecimalNumber.providedBy(field):
        return read_json(value)
    if not isinstance(value, str):
        raise FieldError(NO_TEXT)
    return value
