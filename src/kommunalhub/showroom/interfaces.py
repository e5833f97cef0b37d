"""What others may use of the showroom: schemas, markers, and what media bring to an exhibit."""

from kommunalhub import _
from kommunalhub.showroom import validation
from plone.app.textfield import RichText
from plone.autoform import directives
from plone.namedfile.field import NamedBlobImage
from plone.supermodel import model
from z3c.form.browser.checkbox import CheckBoxFieldWidget
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

    def shown():
        """Return whether there is something to show to who asks."""

    def render():
        """Return the HTML of the part; it is read without any script."""

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


class IExhibit(IMedium):
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

    model.fieldset(
        "poster",
        label=_("fieldset_exhibit_poster", default="Poster"),
        description=_(
            "fieldset_exhibit_poster_about",
            default="The picture in the list and wherever somebody shares the exhibit.",
        ),
        fields=["image", "alternative", "credits", "licence"],
    )
    image = NamedBlobImage(
        title=_("label_exhibit_poster", default="Picture"),
        description=_(
            "help_exhibit_poster",
            default="JPEG, PNG or WebP, at least 800 pixels wide. Where it was taken is removed "
            "from the file.",
        ),
        required=False,
        constraint=validation.is_picture,
    )

    model.fieldset(
        "place",
        label=_("fieldset_exhibit_place", default="Where it is"),
        fields=["place", "address", "opening_hours", "access", "map_link"],
    )
    place = schema.TextLine(
        title=_("label_exhibit_place", default="Place"),
        description=_(
            "help_exhibit_place", default="Where the thing itself can be seen, if anywhere."
        ),
        required=False,
        missing_value="",
        default="",
        max_length=200,
    )
    address = schema.Text(
        title=_("label_exhibit_address", default="Address"),
        required=False,
        missing_value="",
        default="",
        max_length=400,
    )
    opening_hours = schema.Text(
        title=_("label_exhibit_hours", default="Opening hours"),
        description=_(
            "help_exhibit_hours",
            default="One line each, for example „Mittwoch bis Sonntag, 10–17 Uhr“.",
        ),
        required=False,
        missing_value="",
        default="",
        max_length=600,
    )
    access = schema.TextLine(
        title=_("label_exhibit_access", default="Access"),
        description=_(
            "help_exhibit_access", default="For example „stufenloser Eingang, Höranlage“."
        ),
        required=False,
        missing_value="",
        default="",
        max_length=300,
    )
    map_link = schema.TextLine(
        title=_("label_exhibit_map", default="Link to a map"),
        description=_(
            "help_exhibit_map",
            default="The whole address, beginning with https://. It is a link only: nothing of it "
            "is loaded on the page.",
        ),
        required=False,
        max_length=500,
        constraint=validation.is_web_address,
    )

    model.fieldset(
        "languages",
        label=_("fieldset_exhibit_languages", default="Languages"),
        fields=["languages", "simple_text", "sign_film"],
    )
    directives.widget("languages", CheckBoxFieldWidget)
    languages = schema.Set(
        title=_("label_exhibit_languages", default="Languages"),
        value_type=schema.Choice(vocabulary="kommunalhub.showroom.languages"),
        required=False,
    )
    simple_text = schema.Text(
        title=_("label_exhibit_simple", default="In easy language"),
        description=_(
            "help_exhibit_simple",
            default="The text in Leichter Sprache; an empty line begins a new paragraph.",
        ),
        required=False,
        missing_value="",
        default="",
        max_length=8000,
    )
    sign_film = schema.Choice(
        title=_("label_exhibit_sign", default="In sign language (DGS)"),
        description=_(
            "help_exhibit_sign", default="One of the films of this exhibit. Add the film first."
        ),
        vocabulary="kommunalhub.showroom.films",
        required=False,
    )

    model.fieldset(
        "about",
        label=_("fieldset_exhibit_about", default="About what, and what belongs to it"),
        fields=["topics", "related", "workshops", "projects"],
    )
    directives.widget("topics", CheckBoxFieldWidget)
    topics = schema.Set(
        title=_("label_exhibit_topics", default="Topics"),
        value_type=schema.Choice(vocabulary="kommunalhub.showroom.topics"),
        required=False,
    )
    directives.widget("related", CheckBoxFieldWidget)
    related = schema.Set(
        title=_("label_exhibit_related", default="Related exhibits"),
        value_type=schema.Choice(vocabulary="kommunalhub.showroom.exhibits"),
        required=False,
    )
    directives.widget("workshops", CheckBoxFieldWidget)
    workshops = schema.Set(
        title=_("label_exhibit_workshops", default="Workshops about it"),
        value_type=schema.Choice(vocabulary="kommunalhub.showroom.workshops"),
        required=False,
    )
    directives.widget("projects", CheckBoxFieldWidget)
    projects = schema.Set(
        title=_("label_exhibit_projects", default="Projects it comes from"),
        value_type=schema.Choice(vocabulary="kommunalhub.showroom.projects"),
        required=False,
    )

    model.fieldset(
        "visit",
        label=_("fieldset_exhibit_visit", default="Visit and show elsewhere"),
        fields=["in_hall", "takes_groups", "embed_sites"],
    )
    in_hall = schema.Bool(
        title=_("label_exhibit_hall", default="Runs on the screen in the hall"),
        required=False,
        default=False,
    )
    takes_groups = schema.Bool(
        title=_("label_exhibit_groups", default="Groups can register for a visit in the hall"),
        required=False,
        default=False,
    )
    embed_sites = schema.Text(
        title=_("label_exhibit_embed", default="Sites that may show it"),
        description=_(
            "help_exhibit_embed",
            default="One address a line, for example „https://www.ostsee.example“. Nobody else "
            "can show the exhibit in their pages; leave it empty if nobody is to.",
        ),
        required=False,
        missing_value="",
        default="",
        max_length=1000,
        constraint=validation.are_sites,
    )


class IExhibitPicture(IMedium):
    """A picture in the gallery of an exhibit."""

    title = schema.TextLine(
        title=_("label_picture_title", default="Title"),
        max_length=200,
    )
    image = NamedBlobImage(
        title=_("label_exhibit_poster", default="Picture"),
        description=_(
            "help_exhibit_poster",
            default="JPEG, PNG or WebP, at least 800 pixels wide. Where it was taken is removed "
            "from the file.",
        ),
        constraint=validation.is_picture,
    )
