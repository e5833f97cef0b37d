"""Nothing stays open for more people than it is for, whatever wrote the roles of its state anew."""

from kommunalhub import _
from kommunalhub.core.jobs.interfaces import IJob
from kommunalhub.core.tools import thing_of
from kommunalhub.partners.audience import narrowing
from zope.interface import implementer


@implementer(IJob)
class AudienceJob:
    """Things the catalog keeps otherwise than their audience says; keys are uids.

    Steps and changes are followed at once. This is for what raises no event: settings of security
    updated by hand, a workflow chosen anew.
    """

    title = _("job_audience", default="Keeping pages to those they are for")
    order = 10

    def due(self, now):
        return narrowing.loose()

    def do(self, key, now):
        thing = thing_of(key)
        if thing is not None:
            narrowing.follow(thing)
