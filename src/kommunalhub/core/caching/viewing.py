"""What an answer from the catalog depends on, for what is kept while it stays the same."""

from AccessControl.SecurityManagement import getSecurityManager
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core import tools
from kommunalhub.core.caching.revision import catalog_revision
from kommunalhub.core.private.catalog import tokens_of
from kommunalhub.core.reading import once


@once
def view():
    """Return (address of the site, user id, minute, state of the catalog, rights of who asks).

    The minute, because things come and go by their dates of publication.
    """
    rights = tokens_of(tools.catalog(), getSecurityManager().getUser())
    minute = formatting.now().isoformat(timespec="minutes")
    return tools.site_url(), asking.userid() or "", minute, catalog_revision(), *sorted(rights)
