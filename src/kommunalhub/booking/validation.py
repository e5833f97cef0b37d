"""The sentences for what cannot be set on a space, as constraints of its fields."""

from kommunalhub import _
from kommunalhub.booking import tree
from kommunalhub.core.tools import site
from kommunalhub.core.validation import FieldError
from kommunalhub.core.validation import is_between
from kommunalhub.lib import typedhours
from plone.uuid.interfaces import IUUID


#: More seats than the house of the hub will ever have: catches slips of the finger.
MOST_SEATS = 500


is_number_of_seats = is_between(1, MOST_SEATS)
is_notice = is_between(0, 24 * 90)
is_horizon = is_between(2, 366)
is_length = is_between(1, 60 * 24 * 31)
is_buffer = is_between(0, 24 * 60)
is_check_in = is_between(0, 240)
is_quota = is_between(1, 1000)


def are_hours(value) -> bool:
    try:
        typedhours.parse_hours(value)
    except ValueError as error:
        message = _(
            "error_space_opening",
            default="„${line}“ is not understood. Please write it like „Mo–Fr 8:00–18:00“.",
            mapping={"line": error.args[0]},
        )
        raise FieldError(message) from error
    return True


def are_days(value) -> bool:
    try:
        typedhours.parse_days(value)
    except ValueError as error:
        message = _(
            "error_space_closed_days",
            default="„${line}“ is not understood. Please write it like „24.12.2026“ or "
            "„24.12.2026–31.12.2026“.",
            mapping={"line": error.args[0]},
        )
        raise FieldError(message) from error
    return True


def why_no_part(data):
    """Return the sentence why a space cannot be part of the one chosen, or None."""
    whole = data.part_of
    space = IUUID(getattr(data, "__context__", None) or data, None)
    if not whole or space is None:
        return None
    why = tree.why_not(site(), space, whole)
    if why == tree.CIRCLE:
        return _("error_space_circle", default="A space cannot be part of itself or of its parts.")
    if why == tree.TAKEN:
        return _(
            "error_space_taken_together",
            default="Both are booked for the same time already. "
            "Please cancel or move one of the bookings first.",
        )
    return None
