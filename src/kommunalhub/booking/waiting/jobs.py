"""The job that ends offers and waits, and offers what has got free without anybody's doing."""

from kommunalhub import _
from kommunalhub.booking.storage import book_of
from kommunalhub.booking.waiting import promotion
from kommunalhub.core.jobs.interfaces import IJob
from kommunalhub.core.tools import site
from zope.interface import implementer


@implementer(IJob)
class Offers:
    """Its keys are the UIDs of spaces with a queue in which something has to change."""

    title = _("job_booking_offers", default="End offers of spaces and pass the spaces on")
    order = 46

    def due(self, now):
        book = book_of(site())
        ledgers = book.ledgers.items() if book is not None else ()
        return [uid for uid, ledger in ledgers if ledger.queue and promotion.is_due(uid, now)]

    def do(self, key, now):
        promotion.settle(key)
