"""The sentences for what cannot be set on a space, as constraints of its fields."""

from kommunalhub import _
from kommunalhub.booking import rules
from kommunalhub.booking import tree
from kommunalhub.core.validation import FieldError
from plone import api
from plone.uuid.interfaces import IUUID


#: More seats than the house of the hub will ever have: catches slips of the finger.
MOST_SEATS = 500


def is_number_of_seats(value) -> bool:
    return _between(
        value,
        1,
        MOST_SEATS,
        _("error_seats", default="Please enter a number of seats between 1 and ${most}."),
    )


def is_notice(value) -> bool:
    return _between(value, 0, 24 * 90, NUMBER)


def is_horizon(value) -> bool:
    return _between(value, 2, 366, NUMBER)


def is_length(value) -> bool:
    return _between(value, 1, 60 * 24 * 31, NUMBER)


def is_buffer(value) -> bool:
    return _between(value, 0, 24 * 60, NUMBER)


def is_check_in(value) -> bool:
    return _between(value, 0, 240, NUMBER)


def is_quota(value) -> bool:
    return _between(value, 1, 1000, NUMBER)


NUMBER = _("error_not_between", default="Please write a whole number from ${least} to ${most}.")


def _between(value, least, most, message):
    if value is not None and not least <= value <= most:
        raise FieldError(message.__class__(message, mapping={"least": least, "most": most}))
    return True


def are_hours(value) -> bool:
    try:
        rules.parse_hours(value)
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
        rules.parse_days(value)
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
    why = tree.why_not(api.portal.get(), space, whole)
    if why == tree.CIRCLE:
        return _("error_space_circle", default="A space cannot be part of itself or of its parts.")
    if why == tree.TAKEN:
        return _(
            "error_space_taken_together",
            default="Both are booked for the same time already. "
            "Please cancel or move one of the bookings first.",
        )
    return None
