"""The verbs of requests: ask, follow what is decided, and what becomes of the bookings."""

from dataclasses import replace
from kommunalhub import _
from kommunalhub.approvals.workflows import state_of
from kommunalhub.booking import bookings
from kommunalhub.booking import operations
from kommunalhub.booking import said
from kommunalhub.booking import writing
from kommunalhub.booking.asked import workflow
from kommunalhub.booking.asked.interfaces import IRequestFolder
from kommunalhub.booking.storage import book_of
from kommunalhub.core.acting import as_builder
from kommunalhub.core.language import in_site_language
from kommunalhub.core.messages import filled
from kommunalhub.core.sections import disown
from kommunalhub.core.sections import ensure_folder
from kommunalhub.core.tools import site
from kommunalhub.core.tools import thing_of
from kommunalhub.core.tools import tool
from plone.dexterity.utils import addContentToContainer
from plone.dexterity.utils import createContent
from plone.uuid.interfaces import IUUID
from zope.interface import alsoProvides


FOLDER = "anfragen"
#: What becomes of the bookings with each decision.
FOLLOWS = {
    workflow.APPROVE: bookings.CONFIRMED,
    workflow.REJECT: bookings.REFUSED,
    workflow.WITHDRAW: bookings.CANCELLED,
    workflow.LAPSE: bookings.LAPSED,
}
TITLE = _("title_request", default="${space}: ${when}")


def ensure_requests(folder):
    """Return the folder of the requests for the spaces in a folder, made if it is missing."""
    if FOLDER not in folder.objectIds():
        with as_builder(site()):
            made = ensure_folder(
                folder,
                FOLDER,
                in_site_language(_("section_requests", default="Requests for spaces")),
                in_site_language(
                    _("section_requests_about", default="Bookings that have to be approved.")
                ),
                state="public",
                layout="booking-requests",
                addable=[workflow.TYPE],
            )
            disown(made)
            alsoProvides(made, IRequestFolder)
            made.exclude_from_nav = True
            made.reindexObject()
    return folder[FOLDER]


def ask(space, booking):
    """Have a booking approved: by the request of its series, or one of its own."""
    case = request_of(booking) or make(space, booking)
    case.dates = (*case.dates, (booking.space, booking.id))
    writing.write(space, booking, replace(booking, source=IUUID(case)))
    refresh(case)


def request_of(booking):
    """Return the open request for other dates of the same series, or None."""
    if not booking.series:
        return None
    for one in operations.of_person(booking.holder):
        if one.series == booking.series and one.state == bookings.ASKED and one.source:
            return case_of(one.source)
    return None


def make(space, booking):
    """Make the request of who is signed in, and hand it in.

    Past the permission to add one: nobody may make a request but by a booking.
    """
    mapping = {"space": space.Title(), "when": said.when(booking.span)}
    title = in_site_language(filled(TITLE, mapping))
    case = createContent(workflow.TYPE, title=title)
    case.partner = space.partner
    case.holder = booking.holder
    folder = ensure_requests(space.aq_parent)
    case = addContentToContainer(folder, case, checkConstraints=False)
    tool("portal_workflow").doActionFor(case, workflow.SUBMIT)
    return case


def case_of(uid):
    """Return the request with a UID, whoever asks, or None."""
    return thing_of(uid, portal_type=workflow.TYPE)


def dates_of(case):
    """Return the Bookings of a request, as they are now, by their start.

    By the ledgers alone, for the catalog asks for it while it indexes: a search would let the
    catalog index the request a second time meanwhile, under a second number.
    """
    book, found = book_of(site()), []
    for uid, number in case.dates:
        ledger = book.ledgers.get(uid) if book is not None else None
        if ledger is not None and number in ledger.bookings:  # else kept no longer
            found.append(ledger.get(number))
    return sorted(found, key=lambda one: (one.start, one.id))


def waiting_of(case):
    """Return the Bookings of a request that still wait for the answer, by their start."""
    uid = IUUID(case)
    return [one for one in dates_of(case) if one.state == bookings.ASKED and one.source == uid]


def of_booking(space, booking):
    """Return the request that a Booking waits for, whoever asks, or None."""
    return case_of(operations.get(space, booking.id).source)


def all_of(case):
    """Return [(Space, Booking)] of a request, as they are now; none of spaces that are gone."""
    return with_spaces(dates_of(case))


def open_of(case):
    """Return [(Space, Booking)] of a request that still wait for the answer."""
    return with_spaces(waiting_of(case))


def with_spaces(found):
    pairs = [(operations.space_of(one.space), one) for one in found]
    return [(space, one) for space, one in pairs if space is not None]


def follow(case, action, comment):
    """Do with the bookings of a request what was decided."""
    state = FOLLOWS.get(action)
    if state is not None:
        for space, one in open_of(case):
            put(space, one, state, comment)
        refresh(case)


def put(space, one, state, reason=""):
    new = replace(one, state=state, until=None, sequence=one.sequence + 1)
    writing.write(space, one, new, reason=reason)


def settle(booking):
    """Close the request of a booking that waits no more, when it was the last one."""
    case = case_of(booking.source)
    if case is None:
        return
    if state_of(case) == workflow.SUBMITTED and not open_of(case):
        close(case, workflow.LAPSE if booking.state == bookings.LAPSED else workflow.WITHDRAW)
    refresh(case)


def close(case, action):
    with as_builder(site()):
        tool("portal_workflow").doActionFor(case, action, comment="")


def lapse(case, now):
    """Let those bookings of a request lapse that begin before anybody has answered."""
    for space, one in open_of(case):
        if one.until is not None and one.until <= now:
            put(space, one, bookings.LAPSED)
    if state_of(case) == workflow.SUBMITTED and not open_of(case):
        close(case, workflow.LAPSE)


def refresh(case):
    """Let lists know what is left of a request."""
    case.reindexObject(idxs=["case_extra", "awaiting"])
