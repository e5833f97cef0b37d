"""What the showroom shows on the home page and on the homes of administrations."""

from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.core.browser.frame import static_url
from kommunalhub.core.browser.overview import Piece
from kommunalhub.core.homeblocks import Block
from kommunalhub.partners.localroles import stored_partner
from kommunalhub.showroom import operations
from kommunalhub.showroom import reading
from kommunalhub.showroom import rules
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


NEWEST = 3


class OnShow(Piece):
    """What is on: live now, coming, then the newest."""

    def is_shown(self):
        self.url = self.address(operations.SECTION)
        rows = reading.exhibits(formatting.now()) if self.url else []
        self.cards = [row.shown for row in rows if not row.shown["badge"]][:NEWEST]
        self.style = static_url("showroom.css", self.site_url)
        return bool(self.cards)


class LiveNow(Piece):
    """A line for each livestream that runs now; before and after there is nothing."""

    def is_shown(self):
        rows = reading.exhibits(formatting.now(), kind=rules.LIVE)
        self.streams = [
            {**row.shown, "until": formatting.clock(row.ends)}
            for row in rows
            if row.look == rules.ON_AIR and not row.shown["badge"]
        ]
        return bool(self.streams)


class ExhibitsBlock(Block):
    """The exhibits of an administration, on its home."""

    title = _("block_exhibits", default="In the showroom")
    about = _("block_exhibits_about", default="The newest exhibits of the administration.")
    order = 60
    rows = 3
    template = ViewPageTemplateFile("templates/block.pt")

    def is_there(self):
        partner = stored_partner(self.context)
        rows = reading.exhibits(formatting.now(), partner=partner) if partner else []
        self.found = [row.shown for row in rows if not row.shown["badge"]][: self.limit]
        return bool(self.found)

    def shown_url(self):
        return f"{self.site_url}/{operations.SECTION}?partner={stored_partner(self.context)}"

    def data(self):
        return [
            {"@id": one["url"], "title": one["title"], "kind": one["kind_id"]} for one in self.found
        ]
