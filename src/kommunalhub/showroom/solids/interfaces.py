"""What others may use of 3D objects: the object and its described views."""

from kommunalhub import _
from kommunalhub.core.validation import is_between
from kommunalhub.showroom.interfaces import IMedium
from kommunalhub.showroom.solids import validation
from kommunalhub.showroom.validation import is_picture
from plone.autoform import directives
from plone.namedfile.field import NamedBlobFile
from plone.namedfile.field import NamedBlobImage
from plone.supermodel import model
from zope import schema


class ISolid(IMedium):
    """An object in 3D; `alternative` says in words what it looks like as a whole."""

    directives.order_before(title="*")
    title = schema.TextLine(
        title=_("label_solid_title", default="Title"),
        description=_("help_solid_title", default="What it is, for example „Ein Butterfass“."),
        max_length=200,
    )
    directives.order_after(file="title")
    file = NamedBlobFile(
        title=_("label_solid_file", default="3D file"),
        description=_(
            "help_solid_file",
            default="A GLB file (binary glTF), at most 40 MB, with all its pictures in it, without "
            "Draco, Meshopt or KTX2. Pictures in it have 2048 pixels a side at most.",
        ),
        constraint=validation.is_solid,
    )

    model.fieldset(
        "facts",
        label=_("fieldset_solid_facts", default="Measures and material"),
        fields=["measures", "material", "made"],
    )
    measures = schema.TextLine(
        title=_("label_solid_measures", default="Measures"),
        description=_(
            "help_solid_measures",
            default="In words, with something to compare: „66 cm hoch, reicht bis zum Knie“.",
        ),
        required=False,
        missing_value="",
        default="",
        max_length=300,
    )
    material = schema.TextLine(
        title=_("label_solid_material", default="Material"),
        description=_(
            "help_solid_material", default="What it is made of and how that feels to the touch."
        ),
        required=False,
        missing_value="",
        default="",
        max_length=300,
    )
    made = schema.TextLine(
        title=_("label_solid_made", default="How the 3D file was made"),
        description=_(
            "help_solid_made", default="For example „von 140 Fotos gerechnet“ or „gezeichnet“."
        ),
        required=False,
        missing_value="",
        default="",
        max_length=300,
    )


class ISolidView(IMedium):
    """A view of an object as a picture; `alternative` describes what one sees from there."""

    directives.order_before(title="*")
    title = schema.TextLine(
        title=_("label_view_title", default="From where"),
        description=_("help_view_title", default="For example „Von oben, mit dem Deckel“."),
        max_length=200,
    )
    directives.order_after(image="title")
    image = NamedBlobImage(
        title=_("label_view_image", default="Picture of the view"),
        constraint=is_picture,
    )

    model.fieldset(
        "angles",
        label=_("fieldset_view_angles", default="Where that is in the 3D object"),
        description=_(
            "fieldset_view_angles_about",
            default="In degrees, so that visitors can turn the object to this view.",
        ),
        fields=["turn", "tilt"],
    )
    turn = schema.Int(
        title=_("label_view_turn", default="Turned to the side"),
        description=_(
            "help_view_turn", default="0 is the front, 90 its right side, -90 its left, 180 behind."
        ),
        required=False,
        constraint=is_between(-180, 180),
    )
    tilt = schema.Int(
        title=_("label_view_tilt", default="From above"),
        description=_(
            "help_view_tilt", default="0 is level, 90 straight from above, -60 from below."
        ),
        required=False,
        constraint=is_between(-60, 90),
    )
