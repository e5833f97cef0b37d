"""Errors of rules put where they belong: at their field, in forms and over REST alike.

A constraint or an invariant raises FieldError(message, "field"). An invariant may only read fields
of the fieldset that `field` stands in: z3c.form checks each fieldset for itself, and fills what it
has not from the stored object.
"""

from kommunalhub import _
from kommunalhub.interfaces import IKommunalhubLayer
from kommunalhub.lib import addresses
from kommunalhub.lib import globe
from plone.restapi.deserializer.dxcontent import DeserializeFromJson
from z3c.form.error import ErrorViewSnippet
from z3c.form.interfaces import IErrorViewSnippet
from z3c.form.interfaces import IForm
from z3c.form.interfaces import IManagerValidator
from z3c.form.validator import InvariantsValidator
from zExceptions import BadRequest
from zope.component import adapter
from zope.interface import implementer
from zope.interface import Interface
from zope.interface.interfaces import IInterface
from zope.schema import ValidationError
from zope.schema.interfaces import WrongContainedType


class FieldError(ValidationError):
    """A value breaks a rule; args[0] is the translatable sentence, `at` the name of its field.

    In a constraint of a field `at` may be left out.
    """

    def __init__(self, message, at=None):
        super().__init__(message)
        self.at = at

    def doc(self):
        return self.args[0]


def is_email(value) -> bool:
    """Constraint: one e-mail address."""
    if not addresses.is_email(value):
        raise FieldError(
            _(
                "error_email",
                default="Please check the e-mail address; it looks like name@example.org.",
            )
        )
    return True


def is_phone(value) -> bool:
    """Constraint: a telephone number."""
    if not addresses.is_phone(value):
        raise FieldError(
            _("error_phone", default="Please enter a telephone number, e.g. 04361 498-0.")
        )
    return True


def is_point(value) -> bool:
    """Constraint: a place on the globe."""
    if value and globe.point_of(value) is None:
        raise FieldError(
            _(
                "error_hub_point",
                default="Please write latitude and longitude in degrees, as maps show them: "
                "54.2928, 10.8886.",
            )
        )
    return True


def not_between(least, most):
    """Return the sentence for a number that is not from least to most, both counted."""
    return _(
        "error_not_between",
        default="Please write a whole number from ${least} to ${most}.",
        mapping={"least": least, "most": most},
    )


def is_between(least, most):
    """Return a constraint: a number from least to most, both counted; nothing is right too."""

    def constraint(value) -> bool:
        if value is not None and not least <= value <= most:
            raise FieldError(not_between(least, most))
        return True

    return constraint


@implementer(IManagerValidator)
@adapter(Interface, IKommunalhubLayer, IForm, IInterface, Interface)
class FieldsetInvariants(InvariantsValidator):
    """Leaves a FieldError to the fieldset that shows its field: only there all values are new."""

    def validate(self, data):
        shown = {field.field.__name__ for field in self.view.fields.values()}
        return tuple(
            error
            for error in super().validate(data)
            if not isinstance(error, FieldError) or error.at is None or error.at in shown
        )


@implementer(IErrorViewSnippet)
@adapter(FieldError, IKommunalhubLayer, None, None, IForm, Interface)
class FieldErrorView(ErrorViewSnippet):
    """Shows the error of an invariant beside the widget of its field."""

    def update(self):
        super().update()
        if self.widget is None and self.error.at is not None:
            self.widget = self._widget()
            if self.widget is not None and not getattr(self.widget, "error", None):
                self.widget.error = self

    def _widget(self):
        for widget in self.form.widgets.values():
            if widget.field.__name__ == self.error.at:
                return widget
        return None


@implementer(IErrorViewSnippet)
@adapter(WrongContainedType, IKommunalhubLayer, None, None, IForm, Interface)
class LineErrorView(ErrorViewSnippet):
    """Says what is wrong with the first wrong line of a list, where its constraint says it."""

    def createMessage(self):
        told = (error.doc() for error in self.error.errors or () if isinstance(error, FieldError))
        return next(told, super().createMessage())


class DeserializeWithFields(DeserializeFromJson):
    """plone.restapi's deserialiser; a FieldError of an invariant names its field in the answer.

    security/fields registers it, with its own question who may write what.
    """

    def __call__(self, validate_all=False, data=None, create=False, mask_validation_errors=True):
        try:
            return super().__call__(validate_all, data, create, mask_validation_errors=False)
        except BadRequest as bad:
            if isinstance(bad.args[0], list):
                bad.args[0][:] = self.placed(bad.args[0], mask_validation_errors)
            raise

    def placed(self, errors, mask):
        """Return the errors, each FieldError with its field.

        What an invariant says of a field that has an error of its own is left out: it did not
        know the value that was sent.
        """
        named = {error.get("field") for error in errors}
        found = []
        for error in errors:
            at = getattr(error.get("error"), "at", None)
            if at is not None and "field" not in error:
                if at in named:
                    continue
                error["field"] = at
            if mask:
                error["error"] = "ValidationError"
            found.append(error)
        return found
