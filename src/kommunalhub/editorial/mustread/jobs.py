"""What falls due with time: telling who is asked, reminding them, and forgetting old proofs."""

from datetime import date
from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.core import registry
from kommunalhub.core.jobs.interfaces import IJob
from kommunalhub.core.tools import site
from kommunalhub.core.tools import thing_of
from kommunalhub.editorial.mustread import operations
from kommunalhub.editorial.mustread import reading
from kommunalhub.editorial.mustread import rules
from kommunalhub.editorial.mustread import storage
from plone.uuid.interfaces import IUUID
from zope.interface import implementer


MONTHS, DEFAULT_MONTHS = "kommunalhub.must_read_months", 24


@implementer(IJob)
class MustReadJob:
    """People who are to be told of a page, or reminded of it; keys are „uid user-id“.

    Who has been told stands on the page, so a late joiner is told with the next run, and a night
    that was missed is caught up once.
    """

    title = _("job_must_read", default="Tell whom a page asks to confirm it, and remind them")
    order = 55
    together = 20

    def due(self, now):
        return [
            f"{IUUID(page)} {userid}"
            for page in reading.asking_pages()
            for userid in operations.untold(page, now)
        ]

    def do(self, key, now):
        uid, _space, userid = key.partition(" ")
        page = thing_of(uid)
        if page is not None:
            operations.tell(page, userid, now)


@implementer(IJob)
class ForgetReadingsJob:
    """Pages that were no longer asked for long ago; keys are uids."""

    title = _("job_must_read_forget", default="Forget confirmations whose time is over")
    order = 96

    def due(self, now):
        months = registry.read(MONTHS) or DEFAULT_MONTHS
        today = formatting.to_local(now).date()
        return [
            uid
            for uid, ended in storage.ended_pages(site())
            if rules.forget_on(date.fromisoformat(ended), months) <= today
        ]

    def do(self, key, now):
        page = thing_of(key)
        if page is None:
            storage.forget_page(site(), key)
        else:
            operations.forget(page)
        storage.ended_of(site()).pop(key, None)
