"""The page of an exhibit without the site around it."""

from functools import cached_property
from kommunalhub.core import formatting
from kommunalhub.core.browser.frame import Frame
from kommunalhub.core.browser.frame import static_url
from kommunalhub.core.caching.revision import is_public
from kommunalhub.core.tools import site_url
from kommunalhub.security.interfaces import ISourceNeeds
from kommunalhub.showroom import media
from kommunalhub.showroom import operations
from kommunalhub.showroom import reading
from kommunalhub.showroom import rules
from kommunalhub.showroom import workflow
from kommunalhub.showroom.browser.exhibit import ExhibitView
from kommunalhub.showroom.visit.rules import cut
from kommunalhub.showroom.visit.rules import led
from kommunalhub.showroom.visit.rules import turned
from kommunalhub.showroom.visit.rules import within
from kommunalhub.showroom.visit.taking import TakeAlong
from Products.Five import BrowserView
from zExceptions import NotFound
from zope.component import getMultiAdapter
from zope.interface import implementer


SCREEN = "@@bildschirm"
FRAME = "@@einbetten"
#: Parts from here on tell how to take an exhibit along or what a page asked: nothing for the hall.
AROUND = 90


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


class Framed(Bare):
    """What the pages have in common that other sites show: of an exhibit, for sites it names.

    `exhibit` is what the page says to be one.
    """

    def __call__(self):
        if not is_public(self.exhibit) or not self.origins:
            raise NotFound(self.__name__)
        return self.index()

    @cached_property
    def origins(self):
        return rules.origins_of(self.exhibit.embed_sites)

    def source_needs(self):
        return [*super().source_needs(), *(f"frame-ancestors {one}" for one in self.origins)]

    @cached_property
    def way(self):
        """Ways through a tour stay in the frame; everything else opens beside it."""
        names = frozenset(one.getId() for one in media.media_of(self.exhibit, "Scene"))
        return lambda address: within(address, self.exhibit.absolute_url(), names, FRAME)


class Embedded(Framed, ExhibitView):
    """@@einbetten: the exhibit for pages of the sites that it names, and for nobody else."""

    @property
    def exhibit(self):
        return self.context

    def text(self):
        text = super().text()
        return turned(text, self.way) if text else None

    def rendered(self):
        """Return its parts in short, but for how to take it along: it has been."""
        parts = [part for part in self.parts if not isinstance(part, TakeAlong)]
        return [turned(part.brief(), self.way) for part in parts]


class Screen(Bare, BrowserView):
    """@@bildschirm of `showroom`: what runs on the screen in the hall, large."""

    def cards(self):
        rows = reading.exhibits(formatting.now())
        here = [row for row in rows if row.facts.get("in_hall")]
        public = [row.shown for row in here if row.brain.review_state == workflow.PUBLIC]
        return [{**card, "url": f"{card['url']}/{SCREEN}"} for card in public]

    @property
    def start(self):
        return f"{self.context.absolute_url()}/{SCREEN}"


class Within(Bare):
    """What the screens of an exhibit and of what stands in it share: there is no way out."""

    exhibit = None

    def __call__(self):
        if not runs_in_hall(self.exhibit):
            raise NotFound(self.__name__)
        return self.index()

    @property
    def start(self):
        return f"{site_url()}/{operations.SECTION}/{SCREEN}"

    @property
    def within(self):
        """The address that others on the screen begin with."""
        return self.exhibit.absolute_url()

    @cached_property
    def way(self):
        names = frozenset(one.getId() for one in media.media_of(self.exhibit))
        return lambda address: within(address, self.within, names, SCREEN)


class ScreenExhibit(Within, ExhibitView):
    """@@bildschirm of an exhibit: links lead within it, or nowhere."""

    @property
    def exhibit(self):
        return self.context

    def text(self):
        text = super().text()
        return led(text, self.way) if text else None

    def rendered(self):
        return [led(part.render(), self.way) for part in self.parts if part.order < AROUND]


@implementer(ISourceNeeds)
class ScreenMedium(Within, BrowserView):
    """@@bildschirm of a medium: the middle of its own page, with what that loads."""

    @cached_property
    def exhibit(self):
        return media.exhibit_of(self.context)

    @cached_property
    def page(self):
        return getMultiAdapter((self.context, self.request), name="view")

    def source_needs(self):
        return self.page.source_needs() if ISourceNeeds.providedBy(self.page) else ()

    @cached_property
    def pieces(self):
        """(tags of the head, HTML) of its own page."""
        return cut(self.page(), [*self.styles(), self.frame.script()])

    def loaded(self):
        return self.pieces[0]

    def main(self):
        return led(self.pieces[1], self.way)

    def back(self):
        return f"{self.within}/{SCREEN}"


class ScreenPicture(BrowserView):
    """@@bildschirm of a picture: its place on the page of the exhibit."""

    def __call__(self):
        exhibit = media.exhibit_of(self.context)
        if not runs_in_hall(exhibit):
            raise NotFound(self.__name__)
        target = f"{exhibit.absolute_url()}/{SCREEN}#{self.context.getId()}"
        return self.request.response.redirect(target, status=303)


def runs_in_hall(exhibit):
    return exhibit is not None and is_public(exhibit) and bool(exhibit.in_hall)
