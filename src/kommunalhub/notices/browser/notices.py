"""„Mitteilungen“: what the bell counts, newest first; works without scripts and on a phone."""

from functools import cached_property
from itertools import islice
from kommunalhub import _
from kommunalhub.core.browser.own import OwnPage
from kommunalhub.core.browser.parts import batch_of
from kommunalhub.notices import operations
from kommunalhub.notices.listing import rows_of
from kommunalhub.notices.listing import shown_of
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


SIZE = 25


class Notices(OwnPage):
    """@@mitteilungen: the notices of who is signed in."""

    template = ViewPageTemplateFile("templates/notices.pt")

    @property
    def url(self):
        return f"{self.site_url}/@@mitteilungen"

    @cached_property
    def keys(self):
        return [key for key, _notice in shown_of(self.portal, self.userid)]

    @cached_property
    def batch(self):
        return batch_of(self.request, len(self.keys), SIZE, self.url)

    @cached_property
    def rows(self):
        start = self.batch.start
        found = islice(shown_of(self.portal, self.userid), start, start + SIZE)
        return rows_of(self.portal, list(found))

    @cached_property
    def unread(self):
        return operations.unread_count(self.portal, self.userid)

    def post(self):
        """Mark one notice as read (`read`), or open its case (`open`), or mark all (`all`)."""
        if self.field("all"):
            operations.mark_read(self.portal, self.userid)
            return self.lead_to(self.url, _("notices_all_read", default="All marked as read."))
        key = self.field("open") or self.field("read")
        operations.mark_read(self.portal, self.userid, [key])
        if self.field("open"):
            for found, notice in shown_of(self.portal, self.userid):
                [row] = rows_of(self.portal, [(found, notice)]) if found == key else [None]
                if row is not None and row["url"]:
                    return self.lead_to(row["url"])
        return self.lead_to(self.url)
