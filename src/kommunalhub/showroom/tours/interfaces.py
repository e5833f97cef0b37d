"""What others may use of tours: the scene."""

from kommunalhub import _
from kommunalhub.core.validation import is_between
from kommunalhub.showroom.interfaces import IMedium
from kommunalhub.showroom.panoramas.interfaces import IPanoramic
from kommunalhub.showroom.panoramas.interfaces import panorama_field
from kommunalhub.showroom.tours import angles
from kommunalhub.showroom.tours.fields import Points
from plone.autoform import directives
from plone.supermodel import model
from zope import schema


class IScene(IMedium, IPanoramic):
    """A place in a tour, seen all around; `alternative` says in words what there is to see."""

    directives.order_before(title="*")
    title = schema.TextLine(
        title=_("label_scene_title", default="Title"),
        description=_("help_scene_title", default="Where one is, for example „Die Diele“."),
        max_length=120,
    )
    description = schema.TextLine(
        title=_("label_scene_description", default="In a few words"),
        description=_(
            "help_scene_description",
            default="For the list of scenes, for example „Wagen, Herdstelle, Gebälk“.",
        ),
        required=False,
        missing_value="",
        default="",
        max_length=160,
    )
    alternative = schema.Text(
        title=_("label_scene_alternative", default="What one sees here"),
        description=_(
            "help_scene_alternative",
            default="Everybody reads it; who cannot look around reads nothing else. Begin with "
            "where one stands, then what is in front, left, right and behind. Needed before "
            "everybody may see it.",
        ),
        required=False,
        missing_value="",
        default="",
        max_length=4000,
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
        max_length=4000,
    )
    panorama = panorama_field()

    model.fieldset(
        "view",
        label=_("fieldset_scene_view", default="Where one looks first"),
        description=_(
            "fieldset_scene_view_about",
            default="In degrees. With „Points in the picture“ you can look there instead of "
            "counting.",
        ),
        fields=["yaw", "pitch", "fov"],
    )
    yaw = schema.Int(
        title=_("label_point_yaw", default="To the side, in degrees"),
        description=_(
            "help_point_yaw",
            default="0 is the middle of the picture, 90 to the right of it, -90 to the left, "
            "180 behind.",
        ),
        default=0,
        constraint=is_between(-angles.HALF, angles.HALF),
    )
    pitch = schema.Int(
        title=_("label_point_pitch", default="Up or down, in degrees"),
        description=_(
            "help_point_pitch", default="0 is straight ahead, 90 straight up, -90 straight down."
        ),
        default=0,
        constraint=is_between(-angles.RIGHT_ANGLE, angles.RIGHT_ANGLE),
    )
    fov = schema.Int(
        title=_("label_scene_fov", default="How much one sees at once, in degrees"),
        description=_("help_scene_fov", default="30 is very near, 100 is wide."),
        default=angles.USUAL,
        constraint=is_between(angles.NARROWEST, angles.WIDEST),
    )

    model.fieldset(
        "rights",
        label=_("fieldset_scene_rights", default="Who made the picture"),
        fields=["credits", "licence"],
    )

    # Written by the forms for points (browser/points.py) and over REST.
    directives.omitted("ways", "details")
    ways = Points("way", title=_("label_scene_ways", default="Ways into other scenes"))
    details = Points("detail", title=_("label_scene_details", default="Details to look at"))
