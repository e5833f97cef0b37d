"""What others may use of the showroom: schemas, markers, and what media bring to an exhibit."""

from kommunalhub import _
from kommunalhub.showroom import validation
from kommunalhub.showroom.schemas import IAbout
from kommunalhub.showroom.schemas import ILanguages
from kommunalhub.showroom.schemas import IPlace
from kommunalhub.showroom.schemas import IPoster
from kommunalhub.showroom.schemas import IVisit
from plone.app.textfield import RichText
from plone.namedfile.field import NamedBlobImage
from plone.supermodel import model
from zope import schema
from zope.interface import Attribute
from zope.interface import Interface


class IShowroom(Interface):
    """Marks the folder `showroom`."""


class IExhibitPart(Interface):
    """A part of an exhibit's page: named multi-adapter of (exhibit, request).

    `parts.ExhibitPart` has the answers of parts that say no more than they must.
    """

    order = Attribute("Number: parts stand from the smallest to the largest.")
    pictured = Attribute("Whether it shows at once what the poster shows; that stays away then.")

    def shown():
        """Return whether there is something to show to who asks."""

    def render():
        """Return the HTML of the part; it is read without any script."""

    def brief():
        """Return the HTML of the part where there is little room: in the frame of another page."""

    def structured():
        """Return what it adds to the data for search engines (JSON-LD), a dict."""

    def sources():
        """Return what the page loads for it that others may not: see security ISourceNeeds."""

    def changes():
        """Return a text that changes with what it shows and is no content, such as the time."""


class IExhibitFacts(Interface):
    """What lists know of an exhibit: subscription adapter of IExhibit."""

    def facts():
        """Return plain values, kept in the catalog as `exhibit_facts`, with what others say.

        starts, ends: datetimes in ISO 8601 with offset, of what is shown live. stops: how many
        scenes a tour has. minutes: how long it takes.
        """


class IGaps(Interface):
    """What an exhibit, or one of its media, lacks: subscription adapter of IExhibit."""

    def gaps():
        """Return the rules.Gaps of one kind of medium, or of the exhibit itself."""


class ICredited(model.Schema):
    """Who has made a medium and what others may do with it."""

    credits = schema.TextLine(
        title=_("label_medium_credits", default="Made by"),
        description=_(
            "help_medium_credits",
            default="Who took the picture, made the film or scanned the object, as it is to be "
            "named.",
        ),
        required=False,
        missing_value="",
        default="",
        max_length=200,
    )
    licence = schema.Choice(
        title=_("label_medium_licence", default="Licence"),
        description=_(
            "help_medium_licence",
            default="What others may do with it. Needed before everybody may see it.",
        ),
        vocabulary="kommunalhub.showroom.licences",
        required=False,
    )


class IMedium(ICredited):
    """A medium of an exhibit: a scene, a film, an object, a picture."""

    alternative = schema.Text(
        title=_("label_medium_alternative", default="Description in words"),
        description=_(
            "help_medium_alternative",
            default="What there is to see, for who cannot see it. Needed before everybody may "
            "see it.",
        ),
        required=False,
        missing_value="",
        default="",
        max_length=4000,
    )


class IExhibit(IMedium, IVisit, IAbout, ILanguages, IPlace, IPoster):
    """An exhibit: one thing to visit. Its own medium is the poster."""

    title = schema.TextLine(
        title=_("label_exhibit_title", default="Title"),
        description=_(
            "help_exhibit_title", default="For example „Rundgang durch eine Museumsscheune“."
        ),
        max_length=200,
    )
    description = schema.Text(
        title=_("label_exhibit_description", default="Summary"),
        description=_(
            "help_exhibit_description",
            default="Two or three sentences: what is there to discover?",
        ),
        required=False,
        missing_value="",
        default="",
        max_length=1000,
    )
    kind = schema.Choice(
        title=_("label_exhibit_kind", default="What it is"),
        vocabulary="kommunalhub.showroom.kinds",
    )
    text = RichText(
        title=_("label_exhibit_text", default="Text"),
        description=_(
            "help_exhibit_text",
            default="What visitors read before they look around. Who cannot see the media reads "
            "this and the descriptions of the media.",
        ),
        required=False,
        default_mime_type="text/html",
        output_mime_type="text/x-html-safe",
        allowed_mime_types=("text/html",),
    )

    model.fieldset("picture", fields=["alternative", "credits", "licence"])


class IExhibitPicture(IMedium):
    """A picture in the gallery of an exhibit."""

    title = schema.TextLine(
        title=_("label_picture_title", default="Title"),
        max_length=200,
    )
    image = NamedBlobImage(
        title=_("label_picture", default="Picture"),
        description=_(
            "help_exhibit_poster",
            default="JPEG, PNG or WebP, at least 800 pixels wide. Where it was taken is removed "
            "from the file.",
        ),
        constraint=validation.is_picture,
    )
