"""What `kommunalhub import` and `kommunalhub export` have in common."""

from contextlib import contextmanager
from kommunalhub.core.acting import as_system
from kommunalhub.core.language import in_site_language
from kommunalhub.editorial.moving.refusals import MovingRefused
from kommunalhub.site.server import sites
from kommunalhub.site.server.configuration import Refused
from time import monotonic


#: Seconds between two lines of progress.
PROGRESS = 2


@contextmanager
def at_work(site_id):
    """Act in a site as the system; what cannot be moved at all is told as commands tell it."""
    with sites.opened(site_id) as portal, as_system(portal):
        try:
            yield
        except MovingRefused as refused:
            raise Refused(in_site_language(refused.args[0])) from refused


class Progress:
    """Tells how far it is, every few seconds."""

    def __init__(self, what, tell):
        self.what, self.tell, self.last = what, tell, monotonic()

    def __call__(self, done, total=None):
        if monotonic() - self.last >= PROGRESS:
            self.last = monotonic()
            of = "" if total is None else f" of {total}"
            self.tell(f"{done}{of} {self.what}")
