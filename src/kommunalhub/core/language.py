"""Words for no reader in particular: what is stored or mailed is in the language of the site."""

from plone import api
from zope.i18n import translate


def site_language():
    """Return the code of the language that the site speaks."""
    return api.portal.get_default_language()


def in_site_language(message, domain=None):
    """Return a message in the language of the site: who will read it is not here to be asked.

    domain: where to look a plain id up; a message knows its own.
    """
    return translate(message, domain=domain, target_language=site_language())
