"""A context for `translate` where nobody asks: the language in which the site writes letters."""

from kommunalhub.core.language import site_language
from zope.i18n.interfaces import IUserPreferredLanguages
from zope.interface import implementer


@implementer(IUserPreferredLanguages)
class SiteLanguage:
    def getPreferredLanguages(self):
        return [site_language()]
