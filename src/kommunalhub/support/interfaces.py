"""What others may use of support: the schema of a ticket and the markers."""

from kommunalhub import _
from plone.autoform import directives
from plone.supermodel import model
from z3c.form.browser.radio import RadioFieldWidget
from zope import schema
from zope.component import queryUtility
from zope.interface import Attribute
from zope.interface import Interface


class IDeviceOffers(Interface):
    """Utility: the devices and rooms that the form of a ticket offers."""

    def __call__():
        """Return labels of those that who asks may see, sorted."""


def offered_devices():
    """Return the labels of devices and rooms for who reports something."""
    offers = queryUtility(IDeviceOffers)
    return offers() if offers is not None else []


class IPeopleOffers(Interface):
    """Utility: those for whom the form of a ticket offers to report something."""

    def __call__():
        """Return names, sorted."""


def offered_people():
    """Return the names of those for whom the person who is logged in reports something."""
    offers = queryUtility(IPeopleOffers)
    return offers() if offers is not None else []


class ISupportSection(Interface):
    """Marks the folder `support`: the queue, and what people have reported."""


class ITicketPart(Interface):
    """Named adapter of (ticket, request): what a room of support adds to the page of a ticket.

    It stands below what is said, for everybody who reads the ticket; it decides itself what whom.
    """

    order = Attribute("Where it stands among the parts: a number.")
    id = Attribute("The anchor of its section.")
    title = Attribute("The heading of its section: a message.")

    def html():
        """Return what stands in its section, "" where it has nothing to say to who looks."""


class IByLink(Interface):
    """Named utility: an act of a room for who comes by a link; outside/acts.py lists its name."""

    done = Attribute("What is said once it is done: a message.")

    def offered(ticket):
        """Return whether it can be done now."""

    def act(ticket, form):
        """Do it as who is acting. form: what was sent. Raises ApprovalError."""


class IMayHelp(Interface):
    """Named adapter of (support section, request): what may help before anybody is asked."""

    order = Attribute("Where its places stand among those of others: a number.")

    def places(text):
        """Return [learning.helping.Place] that fit a text of some letters, the best first.

        Only what who asks may see, of the catalog, and few of them.
        """


class ISupportTicket(model.Schema):
    """Something that does not work, and what is said until it does."""

    title = schema.TextLine(
        title=_("label_ticket_title", default="What does not work?"),
        description=_("help_ticket_title", default="One sentence is enough."),
        max_length=200,
    )
    directives.widget("description", rows=4)
    description = schema.Text(
        title=_("label_ticket_description", default="Tell more"),
        description=_(
            "help_ticket_description",
            default="Since when, what you have tried, what the message says. Please write no "
            "passwords.",
        ),
        required=False,
        missing_value="",
        default="",
        max_length=10_000,
    )
    # Radio buttons: how urgent it is, is read as a whole before somebody chooses.
    directives.widget("urgency", RadioFieldWidget)
    urgency = schema.Choice(
        title=_("label_urgency", default="How much does it hold you up?"),
        vocabulary="kommunalhub.support_urgencies",
        default="detour",
    )
    category = schema.Choice(
        title=_("label_category", default="What is it about?"),
        vocabulary="kommunalhub.support_categories",
        required=False,
    )
    directives.widget("device", autocomplete="off", offers=offered_devices)
    device = schema.TextLine(
        title=_("label_device", default="Device or room"),
        description=_(
            "help_device",
            default="For example: printer in corridor 1, or the number on its label. Choose from "
            "the list, or write in your own words.",
        ),
        required=False,
        max_length=120,
    )
    directives.widget("for_whom", autocomplete="off", offers=offered_people)
    for_whom = schema.TextLine(
        title=_("label_for_whom", default="For somebody else"),
        description=_(
            "help_for_whom",
            default="Who it is about, if not you. With the name of a colleague from the list, or "
            "their e-mail address, they read it and get our answers as you do.",
        ),
        required=False,
        max_length=120,
    )
