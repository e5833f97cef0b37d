"""What is said of areas: when it is open, and what is wrong with what was typed."""

from datetime import date
from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.editorial.areas import opening
from kommunalhub.lib.workdays import ONE_DAY


WEEKDAYS = tuple(formatting.short_weekday(date(2026, 11, 30) + day * ONE_DAY) for day in range(7))
OPEN = _("area_open_until", default="Open today until ${time}")
OPENS_TODAY = _("area_opens_today", default="Closed at the moment, open today from ${time}")
OPENS_LATER = _("area_opens_later", default="Closed, open again on ${day} from ${time}")
OPENS_TOMORROW = _("area_opens_tomorrow", default="Closed, open again tomorrow from ${time}")
SHUT = _("area_shut", default="Closed at the moment")
CLOSED = _("area_closed", default="closed")
BAD_LINE = _("error_area_line", default="This line is not understood: “${line}”.")
TOO_MANY = _("error_area_lines", default="Please write ${n} lines at most.", mapping={"n": 0})
PICTURE_TEXT = _(
    "error_area_picture_text",
    default="Please say what the picture shows, or that it is decoration.",
)
PICTURE_BOTH = _(
    "error_area_picture_both",
    default="A picture is decoration or says something: please choose one of them.",
)
PICTURES = {
    "kind": _("error_area_picture_kind", default="Please choose a picture as PNG, JPEG or WebP."),
    "large": _(
        "error_area_picture_large",
        default="This picture is too large. Please make it smaller than 8 MB and 50 megapixels.",
    ),
    "broken": _("error_area_picture_broken", default="This picture cannot be read to its end."),
}
SIGNS = {
    "waves": _("area_sign_waves", default="Waves"),
    "tree": _("area_sign_tree", default="Tree"),
    "tower": _("area_sign_tower", default="Tower"),
    "boat": _("area_sign_boat", default="Boat"),
    "wheat": _("area_sign_wheat", default="Ear of grain"),
    "knots": _("area_sign_knots", default="Network"),
}


def bad_line(line):
    return _("error_area_line", default=BAD_LINE.default, mapping={"line": line[:80]})


def too_many(most):
    return _("error_area_lines", default=TOO_MANY.default, mapping={"n": most})


def said(standing, today):
    """Return how it stands (opening.Standing) as a sentence."""
    if standing.kind == opening.SHUT:
        return SHUT
    mapping = {"time": opening.clock(standing.minute)}
    if standing.kind == opening.OPEN:
        return _("area_open_until", default=OPEN.default, mapping=mapping)
    if standing.kind == opening.OPENS_TODAY:
        return _("area_opens_today", default=OPENS_TODAY.default, mapping=mapping)
    if (standing.day - today).days == 1:
        return _("area_opens_tomorrow", default=OPENS_TOMORROW.default, mapping=mapping)
    mapping["day"] = formatting.weekday(standing.day).rpartition(" ")[0]
    return _("area_opens_later", default=OPENS_LATER.default, mapping=mapping)
