"""The blocks of „Mein Hub“ in the order that a person chose, and those that are theirs alone."""

from dataclasses import replace
from functools import cached_property
from kommunalhub import _
from kommunalhub.approvals.interfaces import IApprovable
from kommunalhub.core import asking
from kommunalhub.core import blocks
from kommunalhub.core.offers import DAILY
from kommunalhub.core.offers import DUTY
from kommunalhub.core.offers import MINE
from kommunalhub.core.offers import named_pieces_at
from kommunalhub.core.tools import site
from kommunalhub.lib.htmltext import text_of
from kommunalhub.partners.membership import partners_of
from kommunalhub.search.saved.storage import searches_of
from kommunalhub.site.mine import operations
from kommunalhub.site.mine import rules
from kommunalhub.site.mine import storage
from kommunalhub.site.mine.rules import ASIDE
from kommunalhub.site.mine.rules import MAIN
from plone.protect.authenticator import createToken

import re


LONGEST = 5
FIRST_DAY = "first-day"
TITLES = {
    FIRST_DAY: _("meinhub_first_day", default="Your first day"),
    "waiting": _("meinhub_waiting", default="Waiting for you"),
    "overdue": _("meinhub_overdue", default="Overdue in the hub"),
    "operation": _("meinhub_operation", default="How the hub runs"),
    "submitted": _("meinhub_submitted", default="Handed in by me"),
    "recent": _("meinhub_recent", default="Recently worked on"),
    "external": _("meinhub_external", default="How your application goes on"),
    "areas": _("meinhub_areas", default="Your administration"),
    "links": _("meinhub_links", default="My links"),
    "saved": _("meinhub_saved", default="My searches"),
}
HEADING = re.compile(r"<h2\b[^>]*>(.*?)</h2>", re.S)


class MyBlocks:
    """Part of the page: which blocks there are for this person, in which order, and their own."""

    def token(self):
        return createToken()

    def choices(self):
        """Return what the person has chosen, as plain values."""
        mine = storage.mine_of(asking.userid())
        return sorted(mine.blocks.items()), mine.links, mine.ticked

    @cached_property
    def offered(self):
        """The pieces of the offers, by the names of their views."""
        return dict(named_pieces_at(MINE, self.request))

    @cached_property
    def daily(self):
        """The pieces of what the person comes for, by the names of their views."""
        return dict(named_pieces_at(DAILY, self.request))

    @cached_property
    def duties(self):
        """The pieces of what the person has to do, by the names of their views."""
        return dict(named_pieces_at(DUTY, self.request))

    @cached_property
    def brought(self):
        return self.offered | self.daily | self.duties

    @property
    def locked(self):
        """Return the names of the blocks that nobody can hide."""
        return rules.LOCKED.union(self.duties)

    def names(self, column):
        """Return the names of all blocks of a column that this person has, as usual."""
        if column == ASIDE:
            names = [] if self.is_staff() else ["external"]
            names += [*self.offered, *(["areas"] if self.my_areas else []), "links"]
            return [*names, *(["saved"] if self.saved() else [])]
        first_day = [FIRST_DAY] if self.first_day_left() else []
        names = rules.usual_top("waiting", self.waiting_count(), [*self.duties], first_day)
        names += self.daily
        if self.may("kommunalhub: View figures"):
            names.append("overdue")
        if self.may("kommunalhub: View operation"):
            names.append("operation")
        return [*names, "submitted", *(["recent"] if self.recent() else [])]

    def arrangement(self, column):
        return storage.arrangement_of(asking.userid(), column)

    def shown(self, column):
        """Return the names of the blocks that are shown in a column, in order."""
        kept = self.arrangement(column)
        return blocks.shown(self.names(column), replace(kept, hidden=kept.hidden - self.locked))

    def columns(self):
        """Return [{name, blocks}] of all blocks, for who arranges them; see `block`."""
        return [{"name": column, "blocks": self.blocks_of(column)} for column in (MAIN, ASIDE)]

    def blocks_of(self, column):
        kept = self.arrangement(column)
        order = blocks.ordered(self.names(column), kept)
        return [
            {
                "name": name,
                "title": self.title_of(name),
                "hidden": name in kept.hidden - self.locked,
                "locked": name in self.locked,
                "first": name == order[0],
                "last": name == order[-1],
            }
            for name in order
        ]

    def title_of(self, name):
        """Return the heading of a block; that of an offer's piece stands in it."""
        if name in TITLES:
            return TITLES[name]
        found = HEADING.search(self.brought.get(name, ""))
        return " ".join(text_of(found[1]).split()) if found else name

    # What is theirs alone.

    @cached_property
    def steps(self):
        return operations.steps_for(partners_of()) if self.is_staff() else []

    @cached_property
    def ticked(self):
        return frozenset(storage.mine_of(asking.userid()).ticked)

    def first_day_left(self):
        """Return the steps of the first day that are open; none for who has finished the list."""
        return rules.left_open(self.steps, self.ticked)

    def first_day(self):
        """Return [{id, title, url, done}] of the list."""
        return [
            {
                "id": step.id,
                "title": step.title,
                "url": self.whole(step.address) if step.address else None,
                "done": step.id in self.ticked,
            }
            for step in self.steps
        ]

    def links(self):
        """Return [{id, title, url}] of the links that the person chose."""
        return [
            {"id": link.id, "title": link.title, "url": self.whole(link.address)}
            for link in storage.links_of(asking.userid())
        ]

    def whole(self, address):
        """Return an address as a link; a path stands below the site."""
        return f"{self.site_url}{address}" if address.startswith("/") else address

    @cached_property
    def _saved(self):
        return searches_of(site(), asking.userid())

    def saved(self):
        return self._saved

    def searches(self):
        """Return [{title, url, new}] of the person's saved searches."""
        return [
            {
                "title": saved.title,
                "url": f"{self.site_url}/@@search?{saved.address}",
                "new": len(saved.new),
            }
            for saved in self._saved[:LONGEST]
        ]

    @cached_property
    def _recent(self):
        return self.find(
            LONGEST,
            object_provides=IApprovable.__identifier__,
            last_editor=asking.userid(),
            sort_on="modified",
            sort_order="descending",
        )

    def recent(self):
        """Return rows of what the person has changed last."""
        return [self.make.plain(brain) for brain in self._recent]
