"""What is to be paid: each booking that costs something, and what is owed of one given back."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from kommunalhub.booking import bookings
from kommunalhub.booking import free
from kommunalhub.booking.prices.rules import NOTHING
from plone.uuid.interfaces import IUUID


BOOKED, GIVEN_BACK, MISSED = "booked", "given_back", "missed"


@dataclass(frozen=True)
class Receipt:
    """One line for the treasury; person: user id, "" for an account that is gone."""

    number: str
    start: datetime
    end: datetime
    space: str
    kind: str
    state: str
    partner: str
    applicant: str
    person: str
    price: Decimal
    deposit: Decimal | None
    made: datetime | None


def receipts_of(folder, asked):
    """Return the Receipts of bookings that begin in the days that are Asked, by their beginning."""
    found = []
    query = {"space_kind": asked.kind} if asked.kind else {}
    for space in free.spaces_in(folder, **query):
        book = free.book()
        ledger = book.ledgers.get(IUUID(space)) if book is not None else None
        for number in ledger.bookings if ledger is not None else ():
            booking = ledger.get(number)
            if is_asked(booking, asked) and costs(booking):
                found.append(receipt_of(booking, space))
    return sorted(found, key=lambda one: (one.start, one.space, one.number))


def is_asked(booking, asked):
    return (
        asked.span.start <= booking.start < asked.span.end
        and asked.partner in ("", booking.partner)
        and asked.applicant in ("", booking.applicant)
    )


def costs(booking):
    """Return whether a booking belongs in the list: also one that was free, where prices exist."""
    if booking.kind == bookings.CLOSED or booking.price is None:
        return False
    return booking.is_confirmed or booking.price > 0


def receipt_of(booking, space):
    state = BOOKED if booking.is_confirmed else GIVEN_BACK
    return Receipt(
        number=booking.id[:8].upper(),
        start=booking.start,
        end=booking.end,
        space=space.Title(),
        kind=booking.kind,
        state=MISSED if booking.missed else state,
        partner=booking.partner,
        applicant=booking.applicant,
        person=booking.holder,
        price=booking.price,
        deposit=booking.deposit,
        made=booking.made,
    )


def sums(receipts):
    """Return [(partner, applicant, how many, EUR, EUR of deposits)], by partner and applicant."""
    found = {}
    for one in receipts:
        count, price, deposit = found.get((one.partner, one.applicant), (0, NOTHING, NOTHING))
        deposit += one.deposit or NOTHING
        found[one.partner, one.applicant] = (count + 1, price + one.price, deposit)
    return [(*key, *value) for key, value in sorted(found.items())]
