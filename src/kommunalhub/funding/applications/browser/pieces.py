"""On „Mein Hub“: orders that were too early and wait for a second person."""

from datetime import date
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.browser.overview import Piece
from kommunalhub.funding.applications.operations.orders import hands_on
from kommunalhub.funding.applications.permissions import keeps
from kommunalhub.funding.applications.permissions import KEPT


MOST = 10


class Overrides(Piece):
    """For who keeps the file of the case and did not ask for it; the oldest first.

    Whether it can be confirmed is judged when somebody does so.
    """

    def is_shown(self):
        if "Staff" not in asking.roles():
            return False
        brains = self.find(portal_type="FundingConsultation", review_state=KEPT)
        found = [row for brain in brains for row in waiting_in(brain)]
        self.rows = sorted(found, key=lambda row: (row["iso"], row["url"], row["what"]))[:MOST]
        return bool(self.rows)


def waiting_in(brain):
    """Return what of a case waits for who asks: [{what, url, iso, day, case}]."""
    waiting = (brain.case_extra or {}).get("overrides")
    if not waiting or not keeps(brain):
        return []
    mine = hands_on(brain)
    return [
        {
            "what": one["what"],
            "url": f"{brain.getURL()}/@@antrag/{one['application']}#auftraege",
            "iso": one["asked_on"],
            "day": formatting.day(date.fromisoformat(one["asked_on"])),
            "case": brain.Title,
        }
        for one in waiting
        if one["by"] not in mine
    ]
