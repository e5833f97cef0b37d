"""What an exhibit says besides its text: a fieldset of its form each, the last base comes first."""

from kommunalhub import _
from kommunalhub.showroom import validation
from plone.autoform import directives
from plone.namedfile.field import NamedBlobImage
from plone.supermodel import model
from z3c.form.browser.checkbox import CheckBoxFieldWidget
from zope import schema


#: What the group of its fields is called, those of its cut included.
POSTER = _("fieldset_exhibit_poster", default="Poster")


class IPoster(model.Schema):
    """The picture in the list and wherever somebody shares the exhibit."""

    model.fieldset(
        "picture",
        label=POSTER,
        description=_(
            "fieldset_exhibit_poster_about",
            default="The picture in the list and wherever somebody shares the exhibit.",
        ),
        fields=["image"],
    )
    image = NamedBlobImage(
        title=_("label_exhibit_poster", default="Poster"),
        description=_(
            "help_exhibit_poster",
            default="JPEG, PNG or WebP, at least 800 pixels wide. Where it was taken is removed "
            "from the file.",
        ),
        required=False,
        constraint=validation.is_picture,
    )


class IPlace(model.Schema):
    """Where the thing itself can be seen."""

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


class ILanguages(model.Schema):
    """In which languages it is told, easy language and sign language among them."""

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


class IAbout(model.Schema):
    """What it is about, and what belongs to it."""

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


class IVisit(model.Schema):
    """Where else it is shown, and whether groups may come for it."""

    model.fieldset(
        "visit",
        label=_("fieldset_exhibit_visit", default="Visit and show elsewhere"),
        fields=["in_hall", "takes_groups", "visit_space", "embed_sites"],
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
    visit_space = schema.Choice(
        title=_("label_exhibit_visit_space", default="Hall for groups"),
        description=_(
            "help_exhibit_visit_space",
            default="Booked with the visit, on its own terms. Without a choice it is the first "
            "hall by name.",
        ),
        vocabulary="kommunalhub.showroom.halls",
        required=False,
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
