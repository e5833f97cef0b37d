"""`support/stoerungen`: what runs, what is announced, what is over."""

from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.support.disturbances import operations
from kommunalhub.support.disturbances import rules
from kommunalhub.support.disturbances import workflow
from Products.Five import BrowserView


#: So many are shown of what is over.
MOST = 30
HEADINGS = {
    rules.RUNS: _("heading_disturbances_running", default="Now"),
    rules.PLANNED: _("heading_disturbances_planned", default="Announced"),
    rules.OVER: _("heading_disturbances_over", default="Over"),
}


class DisturbanceList(BrowserView):
    """Those that concern who asks; support sees all."""

    def groups(self):
        """Return [{heading, rows}] of what there is."""
        found = {name: [] for name in HEADINGS}
        for disturbance in operations.latest():
            name = operations.standing(disturbance)
            if name != rules.OVER or len(found[name]) < MOST:
                found[name].append(row_of(disturbance))
        return [
            {"heading": heading, "rows": found[name]}
            for name, heading in HEADINGS.items()
            if found[name]
        ]

    def may_publish(self):
        return asking.may(workflow.ADD_DISTURBANCE, self.context)


def row_of(disturbance):
    return {
        "url": disturbance.absolute_url(),
        "title": disturbance.title,
        "text": disturbance.description,
        "starts": formatting.moment(disturbance.starts),
        "ends": formatting.moment(disturbance.ends) if disturbance.ends else None,
    }
