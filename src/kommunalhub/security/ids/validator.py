"""The error of a short name at its field: in Plone's form to rename and in edit forms."""

from Acquisition import aq_inner
from Acquisition import aq_parent
from kommunalhub.interfaces import IKommunalhubLayer
from kommunalhub.security.ids.interfaces import INamedByHouse
from kommunalhub.security.ids.interfaces import NAMED_BY_HOUSE
from kommunalhub.security.ids.names import refusal
from kommunalhub.security.ids.naming import named
from plone.app.content.browser.actions import IRenameForm
from plone.app.dexterity.behaviors.id import IShortName
from z3c.form.interfaces import IAddForm
from z3c.form.validator import SimpleFieldValidator
from z3c.form.validator import WidgetValidatorDiscriminators
from zope.interface import Invalid


class NameValidator(SimpleFieldValidator):
    """Asks about the name that Plone would make of what was typed."""

    def validate(self, value, force=False):
        super().validate(value, force)
        if not value:
            return
        creating = IAddForm.providedBy(getattr(self.view, "parentForm", self.view))
        here = aq_inner(self.context)
        if not creating and value == here.getId():
            return
        if not creating and INamedByHouse.providedBy(here):
            raise Invalid(NAMED_BY_HOUSE)
        name = named(value)
        message = refusal(here, None, name) if creating else refusal(aq_parent(here), here, name)
        if message is not None:
            raise Invalid(message)


class RenameValidator(NameValidator):
    """For the form to rename."""


class ShortNameValidator(NameValidator):
    """For „short name“ in edit forms."""


WidgetValidatorDiscriminators(
    RenameValidator, request=IKommunalhubLayer, field=IRenameForm["new_id"]
)
WidgetValidatorDiscriminators(ShortNameValidator, request=IKommunalhubLayer, field=IShortName["id"])
