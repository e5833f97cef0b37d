"""What the forms of points ask for. The numbers are the truth; the view only fills them in."""

from copy import copy
from kommunalhub import _
from kommunalhub.core.validation import is_between
from kommunalhub.showroom import media
from kommunalhub.showroom.tours import angles
from kommunalhub.showroom.tours import graph
from kommunalhub.showroom.tours import rules
from kommunalhub.showroom.tours.fields import NAMES
from plone.supermodel import model
from plone.uuid.interfaces import IUUID
from zope import schema
from zope.interface import Interface
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


#: Whether a way has steps: as it is chosen, and as it is kept.
STEPS = {"free": True, "steps": False, "unknown": None}
STEPS_BY_VALUE = {value: token for token, value in STEPS.items()}
STEP_TITLES = {
    "free": _("steps_free", default="No step, no sill"),
    "steps": _("steps_some", default="There are steps or a sill"),
    "unknown": _("steps_unknown", default="I do not know yet"),
}


def others(scene):
    """Return the other scenes of the tour, in its order."""
    exhibit = media.exhibit_of(scene)
    found = graph.scenes_of(exhibit) if exhibit is not None else []
    return [other for other in found if IUUID(other) != IUUID(scene)]


def other_scenes(scene):
    """Return the vocabulary of scenes to which a way may lead."""
    return SimpleVocabulary(
        [SimpleTerm(IUUID(one), IUUID(one), one.title or one.getId()) for one in others(scene)]
    )


def offering(fields, scene):
    """Let the fields of a way offer the other scenes of the tour."""
    target = copy(fields["target"].field)
    target.vocabulary = other_scenes(scene)
    fields["target"].field = target
    return fields


def yaw_field(title=NAMES["yaw"], **options):
    return schema.Int(
        title=title,
        description=_(
            "help_point_yaw",
            default="0 is the middle of the picture, 90 to the right of it, -90 to the left, "
            "180 behind.",
        ),
        constraint=is_between(-angles.HALF, angles.HALF),
        **options,
    )


def pitch_field(title=NAMES["pitch"], **options):
    return schema.Int(
        title=title,
        description=_(
            "help_point_pitch", default="0 is straight ahead, 90 straight up, -90 straight down."
        ),
        constraint=is_between(-angles.RIGHT_ANGLE, angles.RIGHT_ANGLE),
        **options,
    )


class IWay(model.Schema):
    """A way into another scene."""

    target = schema.Choice(title=NAMES["target"], vocabulary=SimpleVocabulary([]))
    words = schema.TextLine(
        title=NAMES["words"],
        description=_(
            "help_way_words",
            default="As you would say it to somebody beside you: „Links durch das Tor in den "
            "Hof“. Needed before everybody may see the tour.",
        ),
        required=False,
        missing_value="",
        default="",
        max_length=rules.LONGEST_WORDS,
    )
    step_free = schema.Choice(
        title=NAMES["step_free"],
        vocabulary=SimpleVocabulary(
            [SimpleTerm(token, token, title) for token, title in STEP_TITLES.items()]
        ),
        default="unknown",
    )
    note = schema.TextLine(
        title=NAMES["note"],
        description=_(
            "help_way_note", default="For example „etwa acht Schritte, die Tür ist niedrig“."
        ),
        required=False,
        missing_value="",
        default="",
        max_length=rules.LONGEST_NOTE,
    )
    yaw = yaw_field(default=0)
    pitch = pitch_field(default=0)


class IWayBack(model.Schema):
    """The way back, put in with the way there."""

    back = schema.Bool(
        title=_("label_way_back", default="Put in the way back as well"),
        required=False,
        default=True,
    )
    back_words = schema.TextLine(
        title=_("label_way_back_words", default="The way back in words"),
        required=False,
        missing_value="",
        default="",
        max_length=rules.LONGEST_WORDS,
    )
    back_yaw = yaw_field(
        _("label_way_back_yaw", default="Way back: to the side, in degrees"), required=False
    )
    back_pitch = pitch_field(
        _("label_way_back_pitch", default="Way back: up or down, in degrees"), required=False
    )


class IDetail(model.Schema):
    """Something to look at closely."""

    title = schema.TextLine(
        title=NAMES["title"],
        description=_("help_detail_title", default="For example „Der Wagen“."),
        max_length=rules.LONGEST_TITLE,
    )
    text = schema.Text(
        title=NAMES["text"],
        description=_(
            "help_detail_text",
            default="Two or three sentences. Needed before everybody may see it.",
        ),
        required=False,
        missing_value="",
        default="",
        max_length=rules.LONGEST_TEXT,
    )
    yaw = yaw_field(default=0)
    pitch = pitch_field(default=0)


class IFirstView(Interface):
    """Where one looks on coming in."""

    yaw = yaw_field()
    pitch = pitch_field()
    fov = schema.Int(
        title=_("label_scene_fov", default="How much one sees at once, in degrees"),
        description=_("help_scene_fov", default="30 is very near, 100 is wide."),
        constraint=is_between(angles.NARROWEST, angles.WIDEST),
    )
