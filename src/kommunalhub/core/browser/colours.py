"""@@hub-colours.css: the shades of a hub's own colour, on every page."""

from kommunalhub.core import brand
from kommunalhub.core import tools
from plone.app.layout.viewlets import ViewletBase
from Products.Five import BrowserView


class Colours(BrowserView):
    """The tokens of frame.css in the colour of this hub; its address changes with the colour."""

    def __call__(self):
        self.request.response.setHeader("Content-Type", "text/css; charset=utf-8")
        return brand.stylesheet()


class ColoursLink(ViewletBase):
    """The link to it on Plone's pages."""

    def render(self):
        links = (
            f'<link rel="stylesheet" href="{url}" />'
            for url in brand.stylesheet_urls(tools.site_url())
        )
        return "".join(links)
