"""What pages of lists depend on, for their validators (ETag): see etags.Shown."""

from hashlib import sha256
from kommunalhub.core.persons import name_of
from plone import api


class FromCatalog:
    """First base of a page whose content comes from the catalog: it changes whenever that does.

    The catalog counts every change of every thing in it, so nobody sees an old number; who looks,
    the day and the settings are in the validator already.
    """

    def fingerprint(self):
        """Return a hash over all that this page depends on."""
        counter = api.portal.get_tool("portal_catalog").getCounter()
        name = name_of(api.user.get_current().getId() or "")
        path = "/".join(self.context.getPhysicalPath())
        parts = (path, str(counter), name, *map(repr, self.also_shows()))
        return sha256("\n".join(parts).encode()).hexdigest()

    def also_shows(self):
        """Return what the page shows that is not in the catalog, as values with a repr."""
        return ()
