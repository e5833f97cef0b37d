"""What others may use of disturbances: the schema and the marker of their folder."""

from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.core.validation import FieldError
from kommunalhub.support.disturbances import rules
from kommunalhub.support.interfaces import offered_devices
from plone.app.z3cform.widgets.datetime import DatetimeFieldWidget
from plone.autoform import directives
from plone.supermodel import model
from z3c.form.browser.checkbox import CheckBoxFieldWidget
from zope import schema
from zope.interface import Interface
from zope.interface import invariant
from zope.interface import provider
from zope.schema.interfaces import IContextAwareDefaultFactory


#: Times are those of the hub, whatever the site or a person has set.
BERLIN = "Europe/Berlin"


class IDisturbanceFolder(Interface):
    """Marks the folder `support/stoerungen`: what is disturbed, was and will be."""


def is_likely(value) -> bool:
    """Constraint: a moment that somebody can mean."""
    if not rules.FIRST <= value.year <= rules.LAST:
        raise FieldError(_("error_disturbance_year", default="Please check the year."))
    return True


@provider(IContextAwareDefaultFactory)
def this_minute(context):
    """Return the present minute in Berlin."""
    return formatting.to_local(formatting.now()).replace(second=0, microsecond=0)


class IDisturbance(model.Schema):
    """Something that does not work for many, from when to when, and for whom."""

    title = schema.TextLine(
        title=_("label_disturbance_title", default="What is disturbed?"),
        description=_("help_disturbance_title", default="One sentence, as it stands on the pages."),
        max_length=120,
    )
    directives.widget("description", rows=3)
    description = schema.Text(
        title=_("label_disturbance_text", default="What people should know"),
        description=_(
            "help_disturbance_text",
            default="What they can do until then, and when you write again. No names, please.",
        ),
        required=False,
        missing_value="",
        default="",
        max_length=1000,
    )
    directives.widget("partners", CheckBoxFieldWidget)
    partners = schema.Set(
        title=_("label_disturbance_partners", default="Whom it concerns"),
        description=_(
            "help_disturbance_partners",
            default="Choose administrations. Choose none, and it concerns everybody.",
        ),
        value_type=schema.Choice(vocabulary="kommunalhub.partners"),
        required=False,
    )
    category = schema.Choice(
        title=_("label_category", default="What is it about?"),
        vocabulary="kommunalhub.support_categories",
        required=False,
    )
    directives.widget("device", autocomplete="off", offers=offered_devices)
    device = schema.TextLine(
        title=_("label_device", default="Device or room"), required=False, max_length=120
    )
    directives.widget("starts", DatetimeFieldWidget, default_timezone=BERLIN)
    starts = schema.Datetime(
        title=_("label_disturbance_starts", default="Since when"),
        description=_(
            "help_disturbance_starts", default="A time to come announces it: it shows from then on."
        ),
        defaultFactory=this_minute,
        constraint=is_likely,
    )
    directives.widget("ends", DatetimeFieldWidget, default_timezone=BERLIN)
    ends = schema.Datetime(
        title=_("label_disturbance_ends", default="Until when"),
        description=_(
            "help_disturbance_ends",
            default="Leave it empty as long as nobody knows; you end it with one click.",
        ),
        required=False,
        constraint=is_likely,
    )
    public = schema.Bool(
        title=_("label_disturbance_public", default="Show it to visitors as well"),
        description=_(
            "help_disturbance_public", default="On all pages, to everybody, also without account."
        ),
        required=False,
        default=False,
    )

    @invariant
    def ends_after_the_beginning(data):
        if not data.starts or not data.ends:
            return
        if rules.aware(data.ends) <= rules.aware(data.starts):
            raise FieldError(
                _("error_disturbance_ends", default="It ends before it begins."), "ends"
            )
