"""The verbs of the plan: take a drawing, take it off, put spaces on it."""

from hashlib import sha256
from kommunalhub import _
from kommunalhub.booking.plan import rules
from kommunalhub.booking.plan.storage import ensured_plan_of
from kommunalhub.booking.plan.storage import plan_of
from kommunalhub.lib import drawings
from plone.namedfile.file import NamedBlobFile


SVG = "image/svg+xml"
LONGEST_TEXT = 500
#: Why a file is no drawing, as people read it.
REFUSED = {
    "markup": _(
        "drawing_no_svg",
        default="This is no SVG file. Please export the drawing as SVG, not compressed.",
    ),
    "none": _("drawing_nothing", default="Nothing is drawn in this file."),
    "large": _("drawing_large", default="The file is larger than 500 kB. Please simplify it."),
    "many": _(
        "drawing_many",
        default="The drawing has more than 5,000 parts. Please leave out what nobody needs here.",
    ),
    "nested": _("drawing_nested", default="The drawing has too many groups within groups."),
    "entities": _(
        "drawing_entities",
        default="The file declares entities. Please export it anew as plain SVG.",
    ),
    "size": _(
        "drawing_size",
        default="The drawing needs a width and a height (viewBox), and must not be more than five "
        "times as long as it is wide.",
    ),
}
TEXT_MISSING = _(
    "drawing_text_missing",
    default="Please say what the drawing shows, for people who do not see it.",
)
TEXT_LONG = _("drawing_text_long", default="Please shorten this to 500 characters.")
WRONG = {
    "range": _("place_range", default="Please write a whole number from 0 to 100."),
    "small": _("place_small", default="This is too small to be hit on a telephone."),
    "outside": _("place_outside", default="The place reaches beyond the edge of the plan."),
    "label": _("place_label_long", default="Please shorten this to 40 characters."),
}


class PlanRefused(ValueError):
    """What is wrong; `errors` is {field: translatable sentence}, fields of places as `x-UID`."""

    def __init__(self, errors):
        super().__init__(errors)
        self.errors = errors


def draw(folder, data, text):
    """Keep a drawing (bytes) made anew from what may stand in one; return the Drawing.

    Raises PlanRefused with `drawing` or `text`.
    """
    errors, found = {}, None
    try:
        found = drawings.redrawn(data)
    except drawings.DrawingRefused as refused:
        errors["drawing"] = REFUSED[refused.reason]
    errors |= problems_of_text(text)
    if errors:
        raise PlanRefused(errors)
    plan, made = ensured_plan_of(folder), found.svg.encode()
    digest = sha256(made).hexdigest()[:12]
    if digest != plan.digest:
        plan.drawing = NamedBlobFile(made, contentType=SVG, filename="raumplan.svg")
        plan.width, plan.height, plan.digest = found.width, found.height, digest
    plan.text = text.strip()
    return found


def describe(folder, text):
    """Say anew what the drawing shows. Raises PlanRefused."""
    errors = problems_of_text(text)
    if errors:
        raise PlanRefused(errors)
    plan = plan_of(folder)
    if plan is not None and plan.drawing is not None:
        plan.text = text.strip()


def problems_of_text(text):
    text = text.strip()
    if not text:
        return {"text": TEXT_MISSING}
    return {"text": TEXT_LONG} if len(text) > LONGEST_TEXT else {}


def take_off_drawing(folder):
    """Let the plan be without a drawing; places stay."""
    plan = plan_of(folder)
    if plan is not None and plan.drawing is not None:
        plan.drawing = None
        plan.text = plan.digest = ""
        plan.width = plan.height = 0


def put(folder, places):
    """Put spaces on the plan: {UID: Place, or None for not on it}; all of them or none.

    Raises PlanRefused.
    """
    errors = {
        f"{field}-{uid}": WRONG[code]
        for uid, place in places.items()
        if place is not None
        for field, code in problems_of(place).items()
    }
    if errors:
        raise PlanRefused(errors)
    plan = ensured_plan_of(folder)
    for uid, place in places.items():
        if place is None:
            plan.take_off(uid)
        else:
            plan.put(uid, place)


def problems_of(place):
    found = rules.problems(place)
    if len(place.label) > rules.LONGEST_LABEL:
        found["label"] = "label"
    return found


def lay_out_anew(folder):
    """Forget all places, so that the plan is laid out by itself again."""
    plan = plan_of(folder)
    if plan is not None:
        plan.kept.clear()
