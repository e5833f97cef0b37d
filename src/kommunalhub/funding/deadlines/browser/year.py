"""@@fristen-jahr: the deadlines of a year, a table for each month; made to be printed."""

from datetime import date
from functools import cached_property
from kommunalhub.core import formatting
from kommunalhub.funding.deadlines.browser.listing import Filtered
from kommunalhub.funding.deadlines.browser.shown import shown
from kommunalhub.funding.deadlines.listing import Asked
from kommunalhub.funding.deadlines.listing import EVERY
from kommunalhub.funding.deadlines.listing import Listing
from kommunalhub.partners.operations import get_partner


#: Years around this one in which somebody may leaf: earmarking lasts for decades.
YEARS = 40


class Year(Filtered):
    """All deadlines of a year, also those that are done, of one partner or of all."""

    name = "fristen-jahr"

    @cached_property
    def year(self):
        text = self.request.form.get("year")
        found = int(text) if isinstance(text, str) and text.isdecimal() and len(text) == 4 else 0
        return found if abs(found - self.today.year) <= YEARS else self.today.year

    @cached_property
    def listing(self):
        of_year = Asked(
            state=EVERY,
            partner=self.asked.partner,
            kind=self.asked.kind,
            first=date(self.year, 1, 1),
            last=date(self.year, 12, 31),
        )
        return Listing(of_year, self.today)

    @property
    def partner_title(self):
        found = get_partner(self.asked.partner)
        return found.title if found is not None else ""

    def leaf(self):
        """Return {before, after, list}: addresses of the years beside it, and of the list."""
        return {
            "before": self.link(self.name, year=str(self.year - 1)),
            "after": self.link(self.name, year=str(self.year + 1)),
            "list": self.link("fristen", year=""),
        }

    @cached_property
    def months(self):
        """Return [{title, id, rows}] of the months in which there is something."""
        found = {}
        for row in self.listing:
            if row.how != "dropped":
                found.setdefault(row.day.replace(day=1), []).append(shown(row, self.today))
        return [
            {"title": formatting.month(first), "id": f"monat-{first.month}", "rows": rows}
            for first, rows in sorted(found.items())
        ]
