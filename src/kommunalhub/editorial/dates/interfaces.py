"""What an event says besides Plone's own fields, and what others may use of it."""

from kommunalhub import _
from plone.autoform import directives
from plone.autoform.interfaces import IFormFieldProvider
from plone.supermodel import model
from z3c.form.browser.checkbox import CheckBoxFieldWidget
from zope import schema
from zope.interface import Interface
from zope.interface import provider


class ICalendarSection(Interface):
    """Marks the folder `kalender`."""


@provider(IFormFieldProvider)
class IDated(model.Schema):
    """What has a stored list of dates: about what, who might come, and how they get in.

    Who may read it at all is another matter, see partners/audience.
    """

    model.fieldset(
        "access",
        label=_("fieldset_event_access", default="Access and topics"),
        fields=["access", "access_note", "topics", "audience"],
    )
    directives.widget("access", CheckBoxFieldWidget)
    access = schema.Set(
        title=_("label_event_access", default="What there is"),
        description=_(
            "help_event_access",
            default="Tick only what will really be there; people plan their way by it.",
        ),
        value_type=schema.Choice(vocabulary="kommunalhub.event_access"),
        required=False,
    )
    access_note = schema.TextLine(
        title=_("label_event_access_note", default="More about access"),
        description=_(
            "help_event_access_note",
            default="For example „Aufzug im Hof, bitte klingeln“ or whom to ask in advance.",
        ),
        required=False,
        max_length=300,
    )
    directives.widget("topics", CheckBoxFieldWidget)
    topics = schema.Set(
        title=_("label_workshop_topics", default="Topics"),
        value_type=schema.Choice(vocabulary="kommunalhub.material_topics"),
        required=False,
    )
    directives.widget("audience", CheckBoxFieldWidget)
    audience = schema.Set(
        title=_("label_event_meant_for", default="Meant for"),
        description=_(
            "help_event_meant_for",
            default="Helps people to choose. It keeps nobody from reading it.",
        ),
        value_type=schema.Choice(vocabulary="kommunalhub.material_audiences"),
        required=False,
    )
