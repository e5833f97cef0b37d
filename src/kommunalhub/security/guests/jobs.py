"""The job that forgets what nobody has confirmed; each room that asks registers its own."""

from kommunalhub.core.jobs.interfaces import IJob
from zope.interface import implementer


@implementer(IJob)
class Forgetting:
    """Its keys are the ids of what was typed and not confirmed in time.

    title: what is forgotten; unconfirmed: a pending.Unconfirmed.
    """

    title = ""
    unconfirmed = None
    order = 60
    together = 50

    def due(self, now):
        return self.unconfirmed.old(now)

    def do(self, key, now):
        self.unconfirmed.forget(key)
