"""Names of the people who have an account: a search for one of them is not kept."""

from kommunalhub.lib.german.wordlist import german
from kommunalhub.search.gaps import rules
from Products.PluggableAuthService.interfaces.plugins import IUserEnumerationPlugin


class Names:
    """The names of all accounts of a site, looked up once."""

    def __init__(self, portal):
        self.portal = portal
        self._names = None

    def has(self, text):
        """Tell whether a query could be about one of them."""
        if self._names is None:
            self._names = list(self._all())
        return rules.names_somebody(text, self._names, _is_common)

    def _all(self):
        plugins = self.portal.acl_users.plugins.listPlugins(IUserEnumerationPlugin)
        for _name, plugin in plugins:
            for found in plugin.enumerateUsers():
                title = rules.key_of(str(found.get("title") or "")).split()
                if title:
                    yield set(title), title[-1]
                for part in ("login", "id"):
                    yield rules.words_of(str(found.get(part) or "")), None


def sieve(portal, texts):
    """Return those of some queries that may be written down."""
    names = Names(portal)
    return {text for text in texts if not names.has(text)}


def _is_common(word):
    words = german()
    return word in words.nouns or word in words.others
