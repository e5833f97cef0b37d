"""`kommunalhub mail-in`: take a mail from standard input, as a mail server hands it over.

The mail server keeps a mail for later unless the exit code is 0; see server/spool.py.
"""

from kommunalhub.core.acting import as_system
from kommunalhub.core.incoming import IIncomingMail
from kommunalhub.site.server import process
from kommunalhub.site.server import sites
from zope.component import getUtility

import logging


HANDED_OVER = ("site_id", "file")
logger = logging.getLogger(__name__)


def work(options, tell):
    """Take the mail in a file; 1 when it could not be taken now."""
    with sites.opened(options["site_id"]) as portal:
        try:
            with as_system(portal):
                tell(getUtility(IIncomingMail)(portal, options["file"]))
        except Exception:
            logger.exception("a mail could not be taken")
            tell("It could not be taken now; the log says why.")
            return 1
    return 0


run = process.alone(work)
