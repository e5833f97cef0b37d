"""`personen/@@aufbau`: the units of an administration, who leads them and who works there."""

from functools import cached_property
from kommunalhub.core.formatting import sort_key
from kommunalhub.editorial.people import finding
from kommunalhub.editorial.people import rules
from kommunalhub.partners.membership import get_partner
from kommunalhub.partners.membership import partners_of
from kommunalhub.partners.titles import short_title_of
from Products.Five import BrowserView
from urllib.parse import urlencode


class Chart(BrowserView):
    """The chart of one administration as a list of lists; that of who asks, if none is named."""

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@aufbau"

    @cached_property
    def positions(self):
        return finding.Positions()

    @cached_property
    def partner(self):
        """The id of the administration that is shown, None where there is no position at all."""
        there = self.positions.partners()
        asked = self.request.form.get("partner")
        own = (asked, *partners_of(), *there)
        return next((one for one in own if isinstance(one, str) and one in there), None)

    def title(self):
        found = get_partner(self.partner)
        return found.title if found is not None else ""

    def partners(self):
        """Return [{title, url, current}] of the administrations to choose from."""
        return [
            {
                "title": short_title_of(one),
                "url": f"{self.url}?{urlencode({'partner': one})}",
                "current": "page" if one == self.partner else None,
            }
            for one in self.positions.partners()
        ]

    @cached_property
    def tree(self):
        return rules.tree(self.positions.chosen({"partner": self.partner or ""}), sort_key)

    def unit_url(self, way):
        """Return the address of the directory with a unit and what is below it."""
        query = {"partner": self.partner, "unit": f" {rules.BELOW} ".join(way)}
        return f"{self.context.absolute_url()}?{urlencode(query)}"

    def units(self, unit=None, way=()):
        """Return [{name, url, positions, units}] of the units below one, without end."""
        unit = unit or self.tree
        return [
            {
                "name": one.name,
                "url": self.unit_url((*way, one.name)),
                "positions": [self.position(position) for position in one.positions],
                "units": self.units(one, (*way, one.name)),
            }
            for one in unit.units
        ]

    def top(self):
        """Return the positions of the administration itself."""
        return [self.position(one) for one in self.tree.positions]

    @staticmethod
    def position(one):
        return {
            "url": one.url,
            "title": one.title,
            "name": one.person.name,
            "is_head": one.is_head,
        }
