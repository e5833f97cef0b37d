"""The job that reminds of deadlines, and tells the hub management of those that were missed."""

from kommunalhub import _
from kommunalhub.core.formatting import to_local
from kommunalhub.core.jobs.interfaces import IJob
from kommunalhub.core.tools import thing_of
from kommunalhub.funding.deadlines import reminding
from kommunalhub.funding.deadlines.storage import register_of
from zope.interface import implementer


@implementer(IJob)
class DeadlineReminders:
    """Its keys are the UIDs of cases: who has several deadlines in one is written to once."""

    title = _("job_deadline_reminders", default="Remind of deadlines of grants")
    order = 51

    def due(self, now):
        last = (to_local(now).date().toordinal() + 1,)
        return list(dict.fromkeys(key[1] for key in register_of().remind.keys(max=last)))

    def do(self, key, now):
        case = thing_of(key)
        if case is not None:
            reminding.remind(case, to_local(now).date())
