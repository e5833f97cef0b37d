"""@@aufbewahrung: what is kept of workshops, until when, and what was erased; numbers alone."""

from functools import cached_property
from kommunalhub.core import formatting
from kommunalhub.core.browser.parts import batch_of
from kommunalhub.workshops import keeping
from kommunalhub.workshops import retention
from Products.Five import BrowserView


SIZE = 50


class Retention(BrowserView):
    """For the hub management: no names, so that it can be kept and shown."""

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@aufbewahrung"

    @property
    def months(self):
        return retention.retention_months()

    @cached_property
    def found(self):
        return keeping.report(formatting.now())

    @cached_property
    def due(self):
        """How many workshops the next run erases something of."""
        return sum(row.is_due for row in self.found)

    @cached_property
    def batch(self):
        return batch_of(self.request, len(self.found), SIZE, self.url)

    def rows(self):
        return [
            {
                "title": row.title,
                "url": row.url,
                "end": formatting.day(row.end),
                "people_on": formatting.day(row.people_on),
                "row": row,
            }
            for row in self.batch.cut(self.found)
        ]

    def totals(self):
        """Return the sums over all workshops, by name."""
        names = ("registered", "came", "absent", "waiting", "given_back")
        return {name: sum(getattr(row, name) for row in self.found) for name in names}
