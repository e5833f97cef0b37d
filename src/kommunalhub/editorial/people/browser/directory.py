"""`personen`: who does what, by a task or a name."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.core.browser.parts import batch_of
from kommunalhub.editorial.people import finding
from kommunalhub.editorial.people import operations
from kommunalhub.editorial.people import workflow
from kommunalhub.editorial.people.browser.rows import Rows
from kommunalhub.partners.titles import short_title_of
from Products.Five import BrowserView
from urllib.parse import urlencode


SIZE = 25


class Directory(BrowserView):
    """What who asks may see; one query, and everything from what the catalog keeps."""

    @property
    def url(self):
        return self.context.absolute_url()

    @cached_property
    def chosen(self):
        return finding.chosen_in(self.request.form)

    @property
    def q(self):
        return self.chosen.get("q", "")

    @cached_property
    def positions(self):
        return finding.Positions()

    @cached_property
    def found(self):
        return finding.found(self.chosen, self.positions)

    @cached_property
    def batch(self):
        query = self.chosen.items()
        return batch_of(self.request, len(self.found.positions), SIZE, self.url, query)

    def rows(self):
        make = Rows(self.found, self.positions)
        return [make.row(one) for one in self.batch.cut(self.found.positions)]

    def partners(self):
        """Return the administrations as options, where there are several."""
        ids = self.positions.partners()
        return [
            {
                "value": one,
                "title": short_title_of(one),
                "selected": self.chosen.get("partner") == one,
            }
            for one in ids
            if len(ids) > 1 or "partner" in self.chosen
        ]

    @property
    def unit(self):
        return self.chosen.get("unit")

    def caption(self):
        """Return how many positions there are, with what was asked for."""
        number, asked = self.batch.total, self.q
        if asked and number == 1:
            return _("people_found_for_one", default="1 position fits „${q}“", mapping={"q": asked})
        if asked:
            return _(
                "people_found_for",
                default="${n} positions fit „${q}“",
                mapping={"n": number, "q": asked},
            )
        if number == 1:
            return _("people_found_one", default="1 position")
        return _("people_found", default="${n} positions", mapping={"n": number})

    @cached_property
    def may_add(self):
        return asking.may(workflow.ADD_POSITION, self.context) and bool(operations.kept_partners())

    def own(self):
        """Return [{title, url}] of the positions that who asks holds, to say something there."""
        me = asking.userid()
        uids = set(self.positions.holders.positions_of(me)) if me else ()
        if not uids:
            return []
        held = [rid for rid, uid, *_rest in self.positions.records if uid in uids]
        listed = map(self.positions.listed, held)
        return [{"title": one.title, "url": f"{one.url}/@@meine-angaben"} for one in listed]

    def ways(self):
        """Return [{title, url}] of the table, for who keeps positions."""
        if not self.may_add:
            return []
        ways = (
            (_("action_positions_xlsx", default="As a table (XLSX)"), "@@stellen.xlsx"),
            (_("action_positions_import", default="Read from a table"), "@@einlesen"),
        )
        return [{"title": title, "url": f"{self.url}/{view}"} for title, view in ways]

    def chart_url(self):
        query = {name: self.chosen[name] for name in ("partner",) if name in self.chosen}
        return f"{self.url}/@@aufbau" + (f"?{urlencode(query)}" if query else "")
