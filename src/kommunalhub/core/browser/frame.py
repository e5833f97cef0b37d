"""The frame around every page of ours: no viewlets, no theming, our own styles only.

A page uses it so (see templates/frame.pt for the slots):

    <html metal:use-macro="context/@@hub-frame/macros/page">
      <metal:title fill-slot="title">Title of the page</metal:title>
      <metal:main fill-slot="main"><div class="wrap">...</div></metal:main>
    </html>
"""

from kommunalhub.core import brand
from kommunalhub.core import tools
from kommunalhub.core.browser.parts import Macros
from kommunalhub.core.language import site_language
from kommunalhub.core.statics import fingerprint
from plone import api
from Products.statusmessages.interfaces import IStatusMessage
from zope.component import queryMultiAdapter


RESOURCES = "++resource++kommunalhub"
# Kept in the request itself: to give it another interface costs a fiftieth of a page.
OWN = "_kommunalhub_own_page"


def static_url(name: str, site_url: str) -> str:
    """Return the address of a static file with its fingerprint."""
    return f"{site_url}/{RESOURCES}/{name}?v={fingerprint(name)}"


def is_own_page(request):
    """Tell whether a page of ours was made: it needs no styles or scripts in its HTML."""
    return OWN in vars(request)


class Frame(Macros):
    """Head, header, messages and footer of a page; header and footer are views found by name."""

    def prepare(self):
        """Say that this page needs no theme, and bears the strictest security policy."""
        self.request.response.setHeader("X-Theme-Disabled", "1")
        vars(self.request)[OWN] = True

    @property
    def site_url(self):
        return tools.site_url()

    @property
    def site_title(self):
        return api.portal.get().Title()

    @property
    def language(self):
        return self.request.get("LANGUAGE") or site_language()

    def styles(self):
        ours = [static_url(name, self.site_url) for name in ("frame.css", "hub.css")]
        return ours + brand.stylesheet_urls(self.site_url)

    def script(self):
        return static_url("hub.js", self.site_url)

    def font(self):
        return f"{self.site_url}/{RESOURCES}/fonts/source-sans-3.woff2"

    def icon(self):
        return brand.icon_url(self.site_url) or static_url(brand.MARK, self.site_url)

    def part(self, name: str) -> str:
        """Return the HTML of a view by name, or nothing where it is not registered."""
        view = queryMultiAdapter((self.context, self.request), name=name)
        return "" if view is None else view()

    def messages(self):
        """Return and forget the messages that wait for this person."""
        return [
            {"text": message.message, "kind": message.type}
            for message in IStatusMessage(self.request).show()
        ]
