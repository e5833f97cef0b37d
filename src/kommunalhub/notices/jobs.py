"""What falls due with time (see core.jobs): mails that wait, daily summaries, tidying."""

from datetime import timedelta
from kommunalhub import _
from kommunalhub.core.jobs.interfaces import IJob
from kommunalhub.notices import delivery
from kommunalhub.notices import digest
from kommunalhub.notices.box import store_of
from plone import api
from zope.interface import implementer


@implementer(IJob)
class DigestJob:
    """One summary per person and working day; keys are user ids."""

    title = _("job_digest", default="Daily summaries")
    order = 80

    def due(self, now):
        return digest.due_people(api.portal.get(), now)

    def do(self, key, now):
        digest.make(api.portal.get(), key, now)


@implementer(IJob)
class MailJob:
    """Mails that nobody has sent yet; keys are ids of the outbox.

    Wanted soon whenever a mail is written. Each is claimed, sent and settled in transactions of
    their own: nothing is sent twice because something had to be tried again.
    """

    title = _("job_mail", default="Waiting mails")
    order = 90
    own_transactions = True
    #: The longest sleep while something waits: somebody may have pressed "try again" elsewhere.
    LOOK_AGAIN = timedelta(minutes=1)

    def due(self, now):
        portal = api.portal.get()
        store = store_of(portal)
        if store is None or delivery.settings_of(portal) is None:
            return []
        return store.outbox.due(now)

    def do(self, key, now):
        delivery.deliver(api.portal.get(), key)

    def again(self, now):
        portal = api.portal.get()
        store = store_of(portal)
        if store is None or delivery.settings_of(portal) is None:
            return None
        when = store.outbox.next_due()
        return None if when is None else min(when, now + self.LOOK_AGAIN)


@implementer(IJob)
class TidyJob:
    """What the outbox remembers of mails sent long ago; keys are days."""

    title = _("job_tidy_mail", default="Forgetting mails sent long ago")
    order = 95

    def due(self, now):
        store = store_of(api.portal.get())
        return store.outbox.forgettable(now) if store is not None else []

    def do(self, key, now):
        store_of(api.portal.get()).outbox.forget(key)
