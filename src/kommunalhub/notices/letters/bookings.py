"""The letter about a booking, with a file for the calendar of who reads it."""

from dataclasses import dataclass
from dataclasses import replace
from kommunalhub import _
from kommunalhub.booking import bookings
from kommunalhub.booking import calendars
from kommunalhub.core import formatting
from kommunalhub.core.language import in_site_language
from kommunalhub.core.messages import filled
from kommunalhub.notices.address import link_for
from kommunalhub.notices.letters.writing import write


MADE, CHANGED, CANCELLED = "made", "changed", "cancelled"
ASKED, GRANTED, REFUSED, UNANSWERED = "asked", "granted", "refused", "unanswered"
WAITING, OFFERED, LAPSED, UNLUCKY, LEFT = "waiting", "offered", "lapsed", "unlucky", "left"
REMINDER = "reminder"
#: What is told of with its price.
WITH_PRICE = (MADE, CHANGED, ASKED, GRANTED, OFFERED)
#: What no calendar hears of: nothing is booked, or nothing has changed.
WITHOUT_FILE = (WAITING, OFFERED, LAPSED, UNLUCKY, LEFT, REMINDER)
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
    ASKED: (
        _(
            "booking_told_asked",
            default="You have asked for ${space}: ${when}. It is kept for you until this is "
            "approved. We write to you as soon as it is decided.",
        ),
        _(
            "booking_told_asked_by",
            default="${other} has asked for ${space} for you: ${when}. It is kept for you until "
            "this is approved. We write to you as soon as it is decided.",
        ),
    ),
    WAITING: (
        _(
            "booking_told_waiting",
            default="You are on the waiting list for ${space}: ${when}. As soon as it is free for "
            "you, we write to you.",
        ),
        _(
            "booking_told_waiting_by",
            default="${other} has put you on the waiting list for ${space}: ${when}. As soon as it "
            "is free for you, we write to you.",
        ),
    ),
    LEFT: (
        _(
            "booking_told_left",
            default="You do not wait for ${space}, ${when}, any more.",
        ),
        _(
            "booking_told_left_by",
            default="${other} has taken you off the waiting list for ${space}, ${when}.",
        ),
        _(
            "booking_told_left",
            default="You do not wait for ${space}, ${when}, any more.",
        ),
    ),
}
#: What happens by itself, or is decided on: said alike whoever did it.
ITSELF = {
    GRANTED: _("booking_told_granted", default="${space} is yours: ${when}. It is approved."),
    REFUSED: _(
        "booking_told_refused",
        default="${space}, ${when}, was not approved. It is not kept for you any more.",
    ),
    UNANSWERED: _(
        "booking_told_unanswered",
        default="${space}, ${when}, was not approved in time. It is not kept for you any more; we "
        "are sorry. Please ask the hub management if you still need it.",
    ),
    OFFERED: _(
        "booking_told_offered",
        default="${space} is free for you: ${when}. It is kept for you until ${until}. Please take "
        "it until then; after that it goes to the next in line.",
    ),
    LAPSED: _(
        "booking_told_lapsed",
        default="${space}, ${when}, was kept for you until now. It has gone on to the next in "
        "line.",
    ),
    UNLUCKY: _(
        "booking_told_unlucky",
        default="${space}, ${when}, has not got free for you. You do not wait for it any more.",
    ),
    REMINDER: _(
        "booking_told_reminder",
        default="Soon: ${space}, ${when}. If you do not need it, please cancel it: somebody else "
        "may be waiting.",
    ),
}
SENTENCES |= {kind: (sentence,) * 3 for kind, sentence in ITSELF.items()}
#: The page of one's own bookings.
PAGE = "meine-buchungen"
SUBJECT = _("mail_subject_booking", default="${space}: ${start}")
SUBJECTS = {
    CANCELLED: _("mail_subject_booking_cancelled", default="Cancelled: ${space}, ${start}"),
    ASKED: _("mail_subject_booking_asked", default="Asked for: ${space}, ${start}"),
    REFUSED: _("mail_subject_booking_refused", default="Not approved: ${space}, ${start}"),
    UNANSWERED: _("mail_subject_booking_unanswered", default="Not decided: ${space}, ${start}"),
    WAITING: _("mail_subject_booking_waiting", default="Waiting list: ${space}, ${start}"),
    OFFERED: _("mail_subject_booking_offered", default="Free for you: ${space}, ${start}"),
    LAPSED: _("mail_subject_booking_lapsed", default="Your offer has ended: ${space}, ${start}"),
    UNLUCKY: _("mail_subject_booking_unlucky", default="Not free: ${space}, ${start}"),
    LEFT: _("mail_subject_booking_left", default="Off the waiting list: ${space}, ${start}"),
    REMINDER: _("mail_subject_booking_reminder", default="Reminder: ${space}, ${start}"),
}
GO = _("link_my_bookings", default="My bookings")
GO_OFFER = _("link_booking_offer", default="Take it, or leave it")


def what_of(old, new):
    """Return which of the above has become of a Booking, or None where nobody has to hear of it.

    old: as it was before, None for a new one.
    """
    before = old.state if old is not None else None
    if before is not None and old.sequence == new.sequence:
        return REMINDER if new.reminded and not old.reminded else None
    if new.state == bookings.CONFIRMED:
        return {None: MADE, bookings.OFFERED: MADE, bookings.ASKED: GRANTED}.get(before, CHANGED)
    if new.state == bookings.ASKED:
        return CHANGED if before == bookings.ASKED else ASKED
    if new.state == bookings.LAPSED:
        ends = {bookings.OFFERED: LAPSED, bookings.WAITING: UNLUCKY}
        return ends.get(before, UNANSWERED)
    if new.state == bookings.CANCELLED:
        return LEFT if before in (bookings.WAITING, bookings.OFFERED) else CANCELLED
    return {bookings.WAITING: WAITING, bookings.OFFERED: OFFERED, bookings.REFUSED: REFUSED}[
        new.state
    ]


@dataclass(frozen=True)
class Told:
    """What a letter tells: sentence (translatable) and reason (text, may be empty).

    sender: (name, e-mail address). what: one of the kinds above. link: of its page, where there is
    something to do.
    """

    booking: object
    space: object
    sentence: object
    reason: str
    key: str
    sender: tuple
    what: str = MADE
    link: str = ""


def price_of(booking, what):
    """Return EUR of a booking as text, None where it is free of charge or of no matter.

    Of one that is given back: what is owed for it.
    """
    matters = what in WITH_PRICE or what == CANCELLED
    return formatting.money(booking.price) if matters and booking.price else None


def booking_letter(portal, person, told):
    """Return the Letter about a booking to its holder."""
    booking, title = told.booking, told.space.Title()
    page = link_for(portal, person.userid, view=PAGE)
    subject, has_file = SUBJECTS.get(told.what, SUBJECT), told.what not in WITHOUT_FILE
    letter = write(
        portal,
        person,
        "booking",
        key=told.key,
        subject=filled(subject, {"space": title, "start": formatting.moment(booking.start)}),
        sentence=in_site_language(told.sentence),
        purpose=booking.purpose,
        price=price_of(booking, told.what),
        is_owed=told.what == CANCELLED,
        reason=told.reason,
        page=told.link or page,
        go=in_site_language(GO_OFFER if told.link else GO),
        has_file=has_file,
    )
    if not has_file:
        return letter
    summary = f"{title}: {booking.purpose}" if booking.purpose else title
    text, method = calendars.message(
        booking,
        summary,
        title,
        page.partition("?")[0],  # calendars are shared: no key of a link
        formatting.now(),
        told.sender,
        (person.name, person.email),
    )
    return replace(letter, calendar=text, method=method)
