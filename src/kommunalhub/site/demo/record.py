"""What the demo has made already, so that building it again adds nothing twice."""

from kommunalhub.core.ensuring import ensured_on
from persistent.mapping import PersistentMapping


KEY = "kommunalhub.site.demo"


class Record:
    """Keys of the demo's objects, kept on the site. What somebody deleted stays deleted."""

    def __init__(self, portal):
        self._made = ensured_on(portal, KEY, PersistentMapping)

    def has(self, kind, id_):
        return f"{kind}/{id_}" in self._made

    def note(self, kind, id_, obj):
        self._made[f"{kind}/{id_}"] = obj.UID()

    def uid(self, kind, id_):
        """Return the UID of what was made, None where it was not."""
        return self._made.get(f"{kind}/{id_}")
