"""Plone's icons, called by words of the person's language."""

from Products.CMFPlone.browser.icons import IconsView
from zope.i18n import translate


class Icons(IconsView):
    """@@iconresolver: Plone's templates name their icons in English, past all catalogues."""

    def tag(self, name, tag_class="", tag_alt=""):
        words = translate(tag_alt, domain="plone", context=self.request) if tag_alt else ""
        return super().tag(name, tag_class=tag_class, tag_alt=words)
