"""What makes a search field answer while somebody types, see core/browser/static/suggest.js.

<input data-suggest="${suggest/url}" data-suggest-all="${suggest/all_text}"
       data-suggest-count="${suggest/count_text}" ... /> inside of a div with the class searchline.
"""

from kommunalhub import _
from kommunalhub.core import tools
from kommunalhub.core.browser.frame import static_url
from Products.Five import BrowserView
from zope.i18n import translate


class Suggest(BrowserView):
    """Addresses and texts; # stands for how many hits there are."""

    @property
    def site_url(self):
        return tools.site_url()

    @property
    def url(self):
        return f"{self.site_url}/@@ajax-search"

    @property
    def script(self):
        return static_url("suggest.js", self.site_url)

    @property
    def all_text(self):
        """The line below the answers."""
        return self.said(_("search_all_hits", default="Show all # hits"))

    @property
    def count_text(self):
        """What is read out when the answers are there."""
        return self.said(_("search_live_count", default="# hits, arrow down to choose"))

    def said(self, message):
        return translate(message, context=self.request)
