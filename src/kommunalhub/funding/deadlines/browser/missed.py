"""@@fristen-versaeumt: what administrations have missed, for the hub management.

By administration and day. Nobody is named and nothing is counted by person: it is to help in time.
"""

from datetime import timedelta
from functools import cached_property
from kommunalhub.core import formatting
from kommunalhub.funding.deadlines.browser.listing import Filtered
from kommunalhub.funding.deadlines.browser.shown import shown
from kommunalhub.funding.deadlines.listing import Asked
from kommunalhub.funding.deadlines.listing import is_late
from kommunalhub.funding.deadlines.listing import Listing
from kommunalhub.funding.deadlines.listing import OVER
from kommunalhub.funding.deadlines.listing import OVERDUE
from kommunalhub.partners.operations import get_partner


#: How far back what was done too late is shown.
BACK = timedelta(days=365)


class Missed(Filtered):
    """What is overdue, and what was done too late within a year, by administration."""

    name = "fristen-versaeumt"

    @cached_property
    def listing(self):
        return Listing(Asked(state=OVERDUE, partner=self.asked.partner), self.today)

    @cached_property
    def late(self):
        asked = Asked(state=OVER, partner=self.asked.partner, first=self.today - BACK)
        return [row for row in Listing(asked, self.today) if is_late(row)]

    @cached_property
    def groups(self):
        """Return [{title, id, overdue, late}] by the names of the administrations."""
        found = {}
        for name, rows in (("overdue", self.listing), ("late", self.late)):
            for row in rows:
                group = found.setdefault(row.partner, {"overdue": [], "late": []})
                group[name].append(shown(row, self.today))
        titled = []
        for partner, group in found.items():
            known = get_partner(partner)
            titled.append({"title": known.title if known else partner, "id": partner, **group})
        return sorted(titled, key=lambda group: formatting.sort_key(group["title"]))
