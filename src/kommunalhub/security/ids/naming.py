"""Short names are made of titles in the language of the site, whatever browsers speak."""

from kommunalhub.core.language import site_language
from kommunalhub.interfaces import IKommunalhubLayer
from plone.i18n.normalizer.interfaces import IURLNormalizer
from plone.i18n.normalizer.interfaces import IUserPreferredURLNormalizer
from zope.component import adapter
from zope.component import getUtility
from zope.interface import implementer


def named(text, **options):
    """Return a short name for a text: „Wie es sich trägt“ becomes `wie-es-sich-traegt`.

    options: as of IURLNormalizer, such as max_length.
    """
    return getUtility(IURLNormalizer).normalize(text, locale=site_language(), **options)


@implementer(IUserPreferredURLNormalizer)
@adapter(IKommunalhubLayer)
class NamesOfSite:
    """In place of Plone's, which asks the browser: one thing would get another name from each."""

    def __init__(self, request):
        self.request = request

    def normalize(self, text):
        return named(text)
