"""The letter about a booking, with a file for the calendar of who reads it."""

from dataclasses import dataclass
from dataclasses import replace
from kommunalhub import _
from kommunalhub.booking import calendars
from kommunalhub.core import formatting
from kommunalhub.core.language import in_site_language
from kommunalhub.notices.address import link_to
from kommunalhub.notices.letters.writing import write
from kommunalhub.notices.texts import filled


MADE, CHANGED, CANCELLED = "made", "changed", "cancelled"
# What has happened: said to who did it, to who did not, and where nobody did it.
SENTENCES = {
    MADE: (
        _("booking_told_made", default="You have booked ${space}: ${when}."),
        _(
            "booking_told_made_by",
            default="${other} has booked ${space} for you: ${when}.",
        ),
        _("booking_told_made_itself", default="${space} is booked for you: ${when}."),
    ),
    CHANGED: (
        _("booking_told_changed", default="Your booking of ${space} is now: ${when}."),
        _(
            "booking_told_changed_by",
            default="${other} has changed your booking of ${space}. It is now: ${when}.",
        ),
        _("booking_told_changed", default="Your booking of ${space} is now: ${when}."),
    ),
    CANCELLED: (
        _(
            "booking_told_cancelled",
            default="You have cancelled your booking of ${space}, ${when}.",
        ),
        _(
            "booking_told_cancelled_by",
            default="${other} has cancelled your booking of ${space}, ${when}.",
        ),
        _(
            "booking_told_cancelled_itself",
            default="Your booking of ${space}, ${when}, is cancelled.",
        ),
    ),
}
#: The page of one's own bookings.
PAGE = "meine-buchungen"
SUBJECT = _("mail_subject_booking", default="${space}: ${start}")
SUBJECT_CANCELLED = _("mail_subject_booking_cancelled", default="Cancelled: ${space}, ${start}")


@dataclass(frozen=True)
class Told:
    """What a letter tells: sentence (translatable) and reason (text, may be empty).

    sender: (name, e-mail address).
    """

    booking: object
    space: object
    sentence: object
    reason: str
    key: str
    sender: tuple


def booking_letter(portal, person, told):
    """Return the Letter about a booking to its holder."""
    booking, title = told.booking, told.space.Title()
    page = link_to(portal, view=PAGE)
    subject = SUBJECT if booking.is_firm else SUBJECT_CANCELLED
    letter = write(
        portal,
        person,
        "booking",
        key=told.key,
        subject=filled(subject, {"space": title, "start": formatting.moment(booking.start)}),
        sentence=in_site_language(told.sentence),
        purpose=booking.purpose,
        reason=told.reason,
        page=page,
    )
    summary = f"{title}: {booking.purpose}" if booking.purpose else title
    text, method = calendars.message(
        booking,
        summary,
        title,
        page,
        formatting.now(),
        told.sender,
        (person.name, person.email),
    )
    return replace(letter, calendar=text, method=method)
