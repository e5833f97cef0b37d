"""The sentences for what a workshop must not be, as constraints of the schema's fields."""

from kommunalhub import _
from kommunalhub.core.formatting import BERLIN
from kommunalhub.core.validation import FieldError
from kommunalhub.core.validation import is_between
from kommunalhub.partners.membership import get_partner
from kommunalhub.partners.membership import partner_ids
from kommunalhub.partners.titles import short_title_of
from kommunalhub.workshops import typed
from urllib.parse import urlsplit


#: More seats than any room of the hub or its administrations has.
MOST_SEATS = 1000
MOST_HOURS = 14 * 24
MOST_MONTHS = 120


def is_capacity(value) -> bool:
    if not 1 <= value <= MOST_SEATS:
        raise FieldError(
            _(
                "error_workshop_capacity",
                default="Please enter a number of seats between 1 and ${most}.",
                mapping={"most": MOST_SEATS},
            )
        )
    return True


is_minimum = is_between(0, MOST_SEATS)


def is_validity(value) -> bool:
    if not 1 <= value <= MOST_MONTHS:
        raise FieldError(
            _(
                "error_workshop_valid",
                default="Please enter between 1 and ${most} months, or nothing.",
                mapping={"most": MOST_MONTHS},
            )
        )
    return True


def is_offer_hours(value) -> bool:
    if not 1 <= value <= MOST_HOURS:
        raise FieldError(
            _(
                "error_workshop_offer",
                default="Please enter between 1 and ${most} hours.",
                mapping={"most": MOST_HOURS},
            )
        )
    return True


def are_sessions(value) -> bool:
    try:
        typed.sessions_in(value, BERLIN)
    except typed.WrongLine as wrong:
        raise FieldError(
            _(
                "error_workshop_sessions",
                default="This line cannot be read: „${line}“. Please write each date like "
                "„9.12.2026 9:00–12:00, Halle im Hub“.",
                mapping={"line": wrong.line[:80]},
            )
        ) from wrong
    return True


def names_of_partners():
    """Return {what people may write, in small letters: id} of the administrations."""
    found = {}
    for partner in partner_ids():
        for name in (partner, get_partner(partner).title, short_title_of(partner)):
            found[" ".join(name.split()).lower()] = partner
    return found


def are_quotas(value) -> bool:
    try:
        typed.quotas_in(value, names_of_partners())
    except typed.WrongLine as wrong:
        raise FieldError(
            _(
                "error_workshop_quotas",
                default="This line cannot be read: „${line}“. Please write the name of an "
                "administration of the hub once, a colon and a number, like „Musterdorf: 4“.",
                mapping={"line": wrong.line[:80]},
            )
        ) from wrong
    return True


def is_web_address(value) -> bool:
    try:
        parts = urlsplit(value)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme not in ("https", "http") or not parts.hostname or " " in value:
        raise FieldError(
            _(
                "error_workshop_link",
                default="Please enter the whole address, beginning with https://.",
            )
        )
    return True


def check_quotas(quotas, capacity):
    """Raise FieldError where more seats are kept than there are."""
    kept = typed.quotas_in(quotas, names_of_partners())
    if capacity is not None and sum(kept.values()) > capacity:
        raise FieldError(
            _(
                "error_workshop_quotas_many",
                default="These are ${kept} seats, but there are only ${seats}.",
                mapping={"kept": sum(kept.values()), "seats": capacity},
            ),
            "quotas",
        )


def check_seats(name, number, capacity):
    """Raise FieldError for a field with more people than there are seats."""
    if None not in (number, capacity) and number > capacity:
        raise FieldError(
            _("error_workshop_minimum_many", default="There are not so many seats."), name
        )
