"""Directions and problems as people read them."""

from kommunalhub import _
from kommunalhub.core.messages import filled
from kommunalhub.showroom.tours import rules


DIRECTIONS = {
    "ahead": _("direction_ahead", default="straight ahead"),
    "half_right": _("direction_half_right", default="ahead to the right"),
    "right": _("direction_right", default="to the right"),
    "back_right": _("direction_back_right", default="behind you to the right"),
    "behind": _("direction_behind", default="behind you"),
    "back_left": _("direction_back_left", default="behind you to the left"),
    "left": _("direction_left", default="to the left"),
    "half_left": _("direction_half_left", default="ahead to the left"),
}
#: Where one has to look up or down as well.
HEIGHTS = {
    "up": _("direction_up", default="${side}, high up"),
    "down": _("direction_down", default="${side}, far down"),
}
STEPS = {
    True: _("way_step_free", default="without a step"),
    False: _("way_steps", default="with steps"),
}

PROBLEMS = {
    "empty": _("tour_empty", default="The tour has no scene yet. Please add the first one."),
    "undescribed": _("tour_undescribed", default="„${scene}“ has no description in words."),
    "unpictured": _("tour_unpictured", default="„${scene}“ has no picture all around."),
    "broken": _(
        "tour_broken",
        default="The picture all around of „${scene}“ could not be made ready. Please choose "
        "another copy of it.",
    ),
    "unreachable": _(
        "tour_unreachable",
        default="No way leads to „${scene}“: who looks around never comes here.",
    ),
    "lost": _("tour_lost", default="In „${scene}“, „${point}“ leads to no other scene any more."),
    "one_way": _("tour_one_way", default="No way leads back from „${other}“ to „${scene}“."),
    "wordless": _(
        "tour_wordless", default="In „${scene}“, the way „${point}“ is not described in words."
    ),
    "contrary": _(
        "tour_contrary",
        default="In „${scene}“, the words „${point}“ name one side and the point lies on the "
        "other.",
    ),
    "outside": _("tour_outside", default="In „${scene}“, „${point}“ lies outside the picture."),
    "steps": _(
        "tour_steps", default="In „${scene}“, nobody has said whether „${point}“ has steps."
    ),
    "untold": _("tour_untold", default="In „${scene}“, nothing is said about „${point}“."),
    "close": _(
        "tour_close",
        default="In „${scene}“, „${other}“ and „${point}“ lie on each other: a finger meets both.",
    ),
}
#: What is mended in the form of the scene, not among its points.
IN_FORM = frozenset({"undescribed", "unpictured", "broken"})
#: Where points are put, below a scene; where the whole tour is looked after, below an exhibit.
POINTS, EDITOR = "@@punkte", "@@rundgang-bearbeiten"


def whereabouts(told):
    """Return where an Exit or a Look is, seen from the first view."""
    side = DIRECTIONS[told.direction]
    return filled(HEIGHTS[told.height], {"side": side}) if told.height else side


def problem(tour, found):
    """Return the sentence for a linting.Problem."""
    scene = tour.by_uid.get(found.scene)
    names = {"scene": scene.title if scene else "", "other": found.other or "–"}
    names["point"] = name_of(tour, scene, found.point) if found.point else ""
    return filled(PROBLEMS[found.code], names)


def name_of(tour, scene, id):
    """Return what a point is called: its words or title, else where it leads, else its id."""
    for point in (*scene.ways, *scene.details):
        if point.id == id:
            if isinstance(point, rules.Detail):
                return point.title or id
            target = tour.by_uid.get(point.target)
            return point.words or (target.title if target else id)
    return id


def path(tour, found):
    """Return where a problem is mended, from the exhibit on."""
    if found.scene is None:
        return EDITOR
    scene = tour.by_uid[found.scene]
    if found.code in IN_FORM:
        return f"{scene.id}/edit"
    anchor = f"#{found.point}" if found.point else ""
    return f"{scene.id}/{POINTS}{anchor}"
