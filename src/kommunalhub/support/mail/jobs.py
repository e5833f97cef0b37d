"""The jobs: take what waits in the box, and forget what machines have sent long ago."""

from itertools import islice
from kommunalhub import _
from kommunalhub.core.jobs.interfaces import IJob
from kommunalhub.core.private.publisher import forget_what_was_worked_out
from kommunalhub.core.tools import site
from kommunalhub.support.mail import boxes
from kommunalhub.support.mail import operations
from kommunalhub.support.mail import parking
from kommunalhub.support.mail import reading
from kommunalhub.support.mail import settings
from kommunalhub.support.mail import storage
from zope.interface import implementer

import logging
import transaction


logger = logging.getLogger(__name__)

#: What the one key of the box is called, in reports.
BOX = "box"


@implementer(IJob)
class MailIn:
    """Takes what waits in the box; one broken mail stops nothing, and is left where it is."""

    title = _("job_support_mail", default="Take mails to support")
    order = 40
    own_transactions = True

    def due(self, now):
        box = settings.box()
        return [BOX] if box is not None and boxes.waiting(box) else []

    def do(self, key, now):
        portal = site()
        with boxes.opened(settings.box()) as mails:
            failed = sum(take_some(portal, some) for some in batched(mails, reading.TOGETHER))
        if failed:
            raise boxes.BoxError(f"{failed} mails could not be taken; the log says why")


def batched(things, size):
    """Yield lists of so many things."""
    things = iter(things)
    while some := list(islice(things, size)):
        yield some


def take_some(portal, mails):
    """Take some mails; return how many failed. mails: [(path, what to call when it is taken)]."""
    done, failed = dict(mails), 0
    for path, mail, why in reading.read_all(done):
        try:
            operations.accept(portal, path, mail, why)
            done[path]()
        except Exception:
            logger.exception("A mail could not be taken; it stays in the box")
            failed += 1
        finally:
            transaction.abort()
            forget_what_was_worked_out(portal.REQUEST)
    portal._p_jar.cacheMinimize()
    return failed


def take_file(portal, path):
    """Take the mail in a file; see core.incoming.IIncomingMail."""
    [(path, mail, why)] = reading.read_all([path])
    outcome = operations.accept(portal, path, mail, why)
    return f"{outcome.what} {outcome.reason}".strip()


@implementer(IJob)
class OldMail:
    """Forgets mails that no person has sent, after a while; its keys are their ids."""

    title = _("job_support_mail_old", default="Forget automatic mails to support")
    order = 47
    together = 50

    def due(self, now):
        store = storage.section_of(site())
        return parking.outdated(store, now) if store is not None else []

    def do(self, key, now):
        parking.discard(storage.section_of(site()), key, parking.OUTDATED, "")
