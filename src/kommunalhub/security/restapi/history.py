"""PATCH @history: go back to a version, which must be there."""

from kommunalhub import _
from kommunalhub.core.restapi.body import body_of
from kommunalhub.core.restapi.body import wrong
from plone.restapi.services.history.patch import HistoryPatch
from Products.CMFEditions.interfaces.IArchivist import ArchivistError


NO_VERSION = _("error_no_version", default="There is no version of this number.")


class VersionPatch(HistoryPatch):
    """plone.restapi's, which takes any value for a version."""

    def reply(self):
        version = body_of(self.request).get("version")
        if isinstance(version, bool) or not isinstance(version, int) or version < 0:
            raise wrong("version", NO_VERSION, self.request)
        try:
            return super().reply()
        except ArchivistError as error:
            raise wrong("version", NO_VERSION, self.request) from error
