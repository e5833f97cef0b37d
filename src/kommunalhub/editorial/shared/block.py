"""The block of an area that leads to the shared pages, and says where something is to do."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.approvals.pages import RELEASED
from kommunalhub.core import asking
from kommunalhub.core.homeblocks import Block
from kommunalhub.editorial.shared import operations
from kommunalhub.editorial.shared import said
from kommunalhub.editorial.shared import storage
from kommunalhub.partners.localroles import stored_partner
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class Shared(Block):
    """By title; what is to do is for who fills them."""

    title = _("block_shared", default="For all administrations")
    about = _("block_shared_about", default="Pages with gaps that you fill for your own.")
    order = 45
    rows = 5
    template = ViewPageTemplateFile("templates/block.pt")

    @cached_property
    def items(self):
        """Return [{title, url, todo, tags}] of the shared pages who asks may read: one query."""
        uids = list(storage.board())
        if not uids:
            return []
        partner = stored_partner(self.context)
        fills = asking.may("Modify portal content", self.context)
        found = []
        query = {"UID": uids, "review_state": RELEASED, "sort_on": "sortable_title"}
        for brain in self.find(self.limit, **query):
            todo = operations.todo_in(brain, partner) if fills else operations.Todo()
            url = f"{brain.getURL()}?partner={partner}"
            row = {"title": brain.Title, "url": url, "todo": todo, "tags": said.tags(todo)}
            found.append(row)
        return found

    def is_there(self):
        return bool(self.items)

    def shows(self):
        return tuple(one["todo"] for one in self.items)

    def data(self):
        return [{"@id": one["url"], "title": one["title"]} for one in self.items]
