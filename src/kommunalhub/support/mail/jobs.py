"""The jobs: take what waits in the box, and forget what machines have sent long ago."""

from itertools import islice
from kommunalhub import _
from kommunalhub.core.jobs.interfaces import IJob
from kommunalhub.core.private.publisher import forget_what_was_worked_out
from kommunalhub.core.tools import site
from kommunalhub.notices import operations as notices
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

#: So many mails share a transaction.
AT_ONCE = 10
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
    for path, mail, why in reading.read_all(take_together(portal, done)):
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


def take_together(portal, done):
    """Take mails, several in each transaction; return the paths of those that go by themselves.

    What is written with each mail (the indexes, the section) is written once for all of them. Where
    one of them goes wrong, or somebody else has written, all of its transaction are taken anew.
    """
    left, some = [], []

    def attempted(step, *args):
        """Take a step; where it goes wrong, let all of the transaction go by themselves."""
        try:
            step(*args)
        except Exception:
            logger.info("some mails are taken one by one", exc_info=True)
            transaction.begin()
            left.extend(some)
            some.clear()

    transaction.begin()
    for path, mail, why in reading.read_all(done):
        some.append(path)
        attempted(operations.take, portal, path, mail, why)
        if len(some) == AT_ONCE:
            attempted(commit, some, done)
        notices.begin_anew()
        forget_what_was_worked_out(portal.REQUEST)
    attempted(commit, some, done)
    return left


def commit(some, done):
    """Let mails be taken for good, and tell the box; what it was told of is taken out of `some`."""
    transaction.commit()
    while some:
        done[some[0]]()
        del some[0]
    transaction.begin()


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
