"""The documents of a case: list, upload, delete."""

from kommunalhub.core import formatting
from plone import api
from Products.Five import BrowserView


class CaseFiles(BrowserView):
    """What the page of a case shows of its files, read from the catalog."""

    @property
    def shown(self):
        """Return whether cases of this kind have files at all."""
        return "File" in self.context.getTypeInfo().allowed_content_types

    def rows(self):
        """Return the files as [{title, url, size, when}], oldest first."""
        path = "/".join(self.context.getPhysicalPath())
        brains = api.portal.get_tool("portal_catalog")(
            path={"query": path, "depth": 1}, sort_on="created"
        )
        return [
            {
                "title": brain.Title or brain.getId,
                "url": f"{brain.getURL()}/@@download/file",
                "delete_url": f"{brain.getURL()}/@@delete-file",
                "size": brain.getObjSize,
                "when": formatting.moment(brain.created.asdatetime()),
            }
            for brain in brains
        ]

    def may_add(self):
        return api.user.has_permission("Modify portal content", obj=self.context)
