"""The page of an exhibit without the site around it."""

from functools import cached_property
from kommunalhub.core import formatting
from kommunalhub.core.browser.frame import Frame
from kommunalhub.core.browser.frame import static_url
from kommunalhub.core.caching.revision import is_public
from kommunalhub.core.tools import site_url
from kommunalhub.showroom import media
from kommunalhub.showroom import operations
from kommunalhub.showroom import reading
from kommunalhub.showroom import rules
from kommunalhub.showroom.browser.exhibit import ExhibitView
from kommunalhub.showroom.visit.rules import led
from kommunalhub.showroom.visit.rules import within
from Products.Five import BrowserView
from zExceptions import NotFound


SCREEN = "@@bildschirm"


class Bare:
    """What pages without header and footer need of the frame."""

    @cached_property
    def frame(self):
        frame = Frame(self.context, self.request)
        frame.prepare()
        return frame

    def styles(self):
        return [*self.frame.styles(), static_url("showroom.css", site_url())]

    @property
    def script(self):
        return static_url("kiosk.js", site_url())


class Embedded(Bare, ExhibitView):
    """@@einbetten: the exhibit for pages of the sites that it names, and for nobody else."""

    def __call__(self):
        if not is_public(self.context) or not self.origins:
            raise NotFound(self.__name__)
        return self.index()

    @cached_property
    def origins(self):
        return rules.origins_of(self.context.embed_sites)

    def source_needs(self):
        return [*super().source_needs(), *(f"frame-ancestors {one}" for one in self.origins)]


class Screen(Bare, BrowserView):
    """@@bildschirm of `showroom`: what runs on the screen in the hall, large."""

    def cards(self):
        rows = reading.exhibits(formatting.now())
        public = [row.shown for row in rows if row.facts.get("in_hall")]
        return [{**card, "url": f"{card['url']}/{SCREEN}"} for card in public if not card["badge"]]

    @property
    def start(self):
        return f"{self.context.absolute_url()}/{SCREEN}"


class ScreenExhibit(Bare, ExhibitView):
    """@@bildschirm of an exhibit: links lead within it, or nowhere."""

    def __call__(self):
        if not is_public(self.context) or not self.context.in_hall:
            raise NotFound(self.__name__)
        return self.index()

    @property
    def start(self):
        return f"{site_url()}/{operations.SECTION}/{SCREEN}"

    @cached_property
    def way(self):
        exhibit = self.context.absolute_url()
        names = frozenset(one.getId() for one in media.media_of(self.context))
        return lambda address: within(address, exhibit, names, SCREEN)

    def text(self):
        text = super().text()
        return led(text, self.way) if text else None

    def rendered(self):
        return [led(html, self.way) for html in super().rendered()]


class ScreenMedium(BrowserView):
    """@@bildschirm of a medium without one of its own: its place on the page of the exhibit."""

    def __call__(self):
        exhibit = media.exhibit_of(self.context)
        if exhibit is None:
            raise NotFound(self.__name__)
        target = f"{exhibit.absolute_url()}/{SCREEN}#{self.context.getId()}"
        return self.request.response.redirect(target, status=303)
