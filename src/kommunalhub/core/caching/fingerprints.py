"""What pages of lists depend on, for their validators (ETag): see etags.Shown."""

from hashlib import sha256
from kommunalhub.core import asking
from kommunalhub.core.caching.revision import catalog_revision
from kommunalhub.core.persons import name_of


class FromCatalog:
    """First base of a page whose content comes from the catalog: it changes whenever that does.

    The catalog counts every change of every thing in it, so nobody sees an old number; who looks,
    the day and the settings are in the validator already.
    """

    def fingerprint(self):
        """Return a hash over all that this page depends on."""
        name = name_of(asking.userid() or "")
        path = "/".join(self.context.getPhysicalPath())
        parts = (path, catalog_revision(), name, *map(repr, self.also_shows()))
        return sha256("\n".join(parts).encode()).hexdigest()

    def also_shows(self):
        """Return what the page shows that is not in the catalog, as values with a repr."""
        return ()
