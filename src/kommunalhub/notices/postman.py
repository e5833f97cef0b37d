"""Mails go to the server as soon as they are committed, from the thread of a serving process.

Where it does not run (see core.jobs.worker) the job "mail" does the same.
"""

from datetime import timedelta
from kommunalhub.core import formatting
from kommunalhub.core.jobs.worker import Worker
from kommunalhub.notices.delivery import deliver
from kommunalhub.notices.delivery import Place


#: The longest sleep while something waits: somebody may have pressed "try again" elsewhere.
LOOK_AGAIN = timedelta(minutes=1)
postman = Worker("kommunalhub-mail")


def send(database, path):
    """Send what is due at a site; return when to look again, None for not before there is more."""
    when = deliver(Place(database, path))
    return None if when is None else min(when, formatting.now() + LOOK_AGAIN)


def wake_after_commit(portal):
    """Have the mails of a site sent when the transaction has been committed."""
    postman.wake_after_commit(portal, send)
