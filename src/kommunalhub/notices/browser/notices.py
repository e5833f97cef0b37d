"""„Mitteilungen“: one row for each case with its latest step; works without scripts too."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.core.browser.frame import static_url
from kommunalhub.core.browser.own import OwnPage
from kommunalhub.core.browser.parts import batch_of
from kommunalhub.notices import operations
from kommunalhub.notices.listing import FILTERS
from kommunalhub.notices.listing import latest_of
from kommunalhub.notices.listing import MINE
from kommunalhub.notices.listing import OWN
from kommunalhub.notices.listing import rows_of
from kommunalhub.notices.listing import told_counts
from kommunalhub.notices.listing import UNREAD
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


SIZE = 25
TITLES = {
    "": _("notices_filter_all", default="All"),
    UNREAD: _("notices_filter_unread", default="New"),
    MINE: _("notices_filter_mine", default="Waiting for me"),
    OWN: _("notices_filter_own", default="My own cases"),
}


class Notices(OwnPage):
    """@@mitteilungen: the notices of who is signed in."""

    template = ViewPageTemplateFile("templates/notices.pt")

    @property
    def url(self):
        return f"{self.site_url}/@@mitteilungen"

    @cached_property
    def only(self):
        """What the list is narrowed to, "" for nothing."""
        chosen = self.field("only")
        return chosen if chosen in FILTERS else ""

    @property
    def here(self):
        """The address of the list as it is narrowed now."""
        return f"{self.url}?only={self.only}" if self.only else self.url

    def filters(self):
        """Return [{title, url, current}]."""
        return [
            {
                "title": title,
                "url": f"{self.url}?only={name}" if name else self.url,
                "current": "page" if name == self.only else None,
            }
            for name, title in TITLES.items()
        ]

    @cached_property
    def found(self):
        return latest_of(self.portal, self.userid, self.only)

    @cached_property
    def batch(self):
        query = [("only", self.only)] if self.only else []
        return batch_of(self.request, len(self.found), SIZE, self.url, query)

    @cached_property
    def rows(self):
        """Return the rows of this page, see listing.rows_of, with `earlier`: how many more."""
        told = told_counts(self.portal, self.userid)
        rows = rows_of(self.portal, self.batch.cut(self.found))
        return [{**row, "earlier": told[row["case"]] - 1 if row["case"] else 0} for row in rows]

    def script(self):
        return static_url("notices.js", self.site_url)

    @cached_property
    def unread(self):
        return operations.unread_count(self.portal, self.userid)

    def post(self):
        """Mark one row as read (`read`), or all that is unread (`all`)."""
        if self.field("all"):
            operations.mark_read(self.portal, self.userid)
            return self.lead_to(self.here, _("notices_all_read", default="All marked as read."))
        operations.mark_read(self.portal, self.userid, [self.field("read")])
        return self.lead_to(self.here)
