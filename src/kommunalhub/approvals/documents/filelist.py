"""The documents of a case as its page shows them."""

from AccessControl import getSecurityManager
from AccessControl.PermissionRole import rolesForPermissionOn
from functools import cached_property
from kommunalhub.approvals.documents import files
from kommunalhub.core import formatting
from plone import api
from zope.component import queryMultiAdapter


class CaseFiles:
    """What the page of a case shows of its files, read from the catalog."""

    def __init__(self, case):
        self.case = case

    @property
    def shown(self):
        """Return whether cases of this kind have files at all."""
        return files.takes_files(self.case)

    @cached_property
    def rows(self):
        """The files, oldest first.

        Each is {title, kind, url, size, when, iso, reading, delete_url}; reading: a few words where
        the search does not know what it says.
        """
        if not self.shown or not self.case.objectCount():
            return []
        path = "/".join(self.case.getPhysicalPath())
        # a view of the part that reads files, which this one does not know
        words = queryMultiAdapter((self.case, self.case.REQUEST), name="file-reading")
        # files have no days of their own: asking who may see what is over would wake the case
        brains = api.portal.get_tool("portal_catalog")(
            path={"query": path, "depth": 1}, sort_on="created", show_inactive=True
        )
        return [
            {
                "title": brain.getId if not brain.Title else brain.Title,
                "kind": brain.getId.rpartition(".")[2].upper() if "." in brain.getId else "",
                "url": f"{brain.getURL()}/@@download/file",
                "delete_url": f"{brain.getURL()}/@@delete-file" if self.may_delete(brain) else None,
                "size": brain.getObjSize.replace(".", ","),
                "when": formatting.moment(brain.created.asdatetime()),
                "iso": brain.created.ISO8601(),
                "reading": words.short(brain.file_reading) if words is not None else None,
            }
            for brain in brains
        ]

    def readings(self):
        """Return what is told about reading them, for validators of the page."""
        return [str(row["reading"]) for row in self.rows]

    def may_delete(self, brain):
        """Return whether this person may delete a file, without waking it.

        Files have no workflow: they take the permission from the case, and their own Owner.
        """
        user = getSecurityManager().getUser()
        roles = set(user.getRolesInContext(self.case)) - {"Owner"}
        if self.case.Creator() == user.getId() or brain.Creator == user.getId():
            roles.add("Owner")
        return bool(roles.intersection(rolesForPermissionOn("Delete objects", self.case)))

    def may_add(self):
        return files.may_add(self.case)

    def limits(self):
        """Return {mb, kinds, accept} for the help text and the file dialog."""
        limits = files.limits()
        return {
            "mb": limits.megabytes,
            "kinds": ", ".join(limits.kinds),
            "accept": ",".join(f".{kind}" for kind in limits.kinds),
        }
