"""The behaviour with which an object says for whom it is."""

from AccessControl.PermissionRole import rolesForPermissionOn
from kommunalhub import _
from kommunalhub.partners.audience import rules
from plone.autoform import directives
from plone.autoform.interfaces import IFormFieldProvider
from plone.supermodel import model
from z3c.form.browser.checkbox import CheckBoxFieldWidget
from zope import schema
from zope.interface import implementer
from zope.interface import Interface
from zope.interface import Invalid
from zope.interface import invariant
from zope.interface import provider
from zope.interface.interfaces import IObjectEvent
from zope.interface.interfaces import ObjectEvent


class IRolesWritten(IObjectEvent):
    """The roles of its state were written on an object anew, without a step; who narrows them
    further follows.
    """


@implementer(IRolesWritten)
class RolesWritten(ObjectEvent):
    """See IRolesWritten."""


class INarrowable(Interface):
    """Marks what can be for some people only: whatever has the behaviour."""


@provider(IFormFieldProvider)
class IAudience(INarrowable, model.Schema):
    """Behaviour `kommunalhub.audience`: for whom a page is, once it is released internally."""

    model.fieldset(
        "audience",
        label=_("fieldset_audience", default="For whom"),
        fields=list(rules.FIELDS),
    )
    directives.widget("audience_partners", CheckBoxFieldWidget)
    audience_partners = schema.Tuple(
        title=_("label_audience_partners", default="Only for these administrations"),
        description=_(
            "help_audience_partners",
            default="Choose nothing here and below, and everybody reads it who works in the hub or "
            "its administrations. Those who look after it always read it: the editors and "
            "reviewers of its administration, and the hub management.",
        ),
        value_type=schema.Choice(vocabulary="kommunalhub.partners"),
        required=False,
        missing_value=(),
        default=(),
    )
    directives.widget("audience_functions", CheckBoxFieldWidget)
    audience_functions = schema.Tuple(
        title=_("label_audience_functions", default="Only for these functions"),
        description=_(
            "help_audience_functions",
            default="In the administrations chosen above, or in all where none is chosen.",
        ),
        value_type=schema.Choice(vocabulary="kommunalhub.audience_functions"),
        required=False,
        missing_value=(),
        default=(),
    )
    directives.widget("audience_groups", CheckBoxFieldWidget)
    audience_groups = schema.Tuple(
        title=_("label_audience_groups", default="Also for these groups"),
        description=_(
            "help_audience_groups",
            default="Choose only here, and it is for these groups alone.",
        ),
        value_type=schema.Choice(vocabulary="kommunalhub.audience_groups"),
        required=False,
        missing_value=(),
        default=(),
    )

    @invariant
    def is_for_all_where_public(data):
        """What the world reads is for nobody in particular."""
        page = getattr(data, "__context__", None)
        if not INarrowable.providedBy(page):
            return  # it is being made, in a folder
        chosen = any(getattr(data, name, None) for name in rules.FIELDS)
        if chosen and "Anonymous" in rolesForPermissionOn("View", page):
            raise Invalid(
                _(
                    "error_audience_public",
                    default="This page is public: everybody reads it. Take it back before you "
                    "choose for whom it is.",
                )
            )
