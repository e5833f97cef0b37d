"""@@hub-colours.css, @@hub-logo, favicon.ico: the shades of a hub's own colour and its mark."""

from html import escape
from kommunalhub.core import brand
from kommunalhub.core import tools
from kommunalhub.core.browser.frame import Frame
from kommunalhub.core.caching.lasting import LASTING
from plone.app.layout.viewlets import ViewletBase
from Products.Five import BrowserView
from zExceptions import NotFound


KEPT_NOWHERE = "private, no-cache"


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


class Logo(BrowserView):
    """The mark of a hub that has its own; kept for a year by the address that pages give it."""

    def __call__(self):
        digest = brand.mark_digest()
        if not digest:
            raise NotFound(brand.LOGO_VIEW)
        return self.shown(LASTING if self.request.form.get("v") == digest else KEPT_NOWHERE)

    def shown(self, lasts):
        data, media_type = brand.mark()
        response = self.request.response
        response.setHeader("Content-Type", media_type)
        response.setHeader("X-Theme-Disabled", "1")
        response.setHeader("Cache-Control", lasts)
        return data


class Favicon(Logo):
    """favicon.ico, which browsers ask for beside files that name no icon: in place of Plone's."""

    def __call__(self):
        return self.shown(KEPT_NOWHERE)


class IconLink(ViewletBase):
    """The icon of Plone's pages: that of ours."""

    def render(self):
        frame = Frame(self.context, self.request)
        return f'<link rel="icon" href="{escape(frame.icon())}" />'
