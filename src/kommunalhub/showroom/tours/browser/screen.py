"""@@bildschirm of a scene: on the screen in the hall, where ways lead within the tour alone."""

from functools import cached_property
from kommunalhub.core.caching.revision import is_public
from kommunalhub.core.tools import site_url
from kommunalhub.showroom import media
from kommunalhub.showroom import operations
from kommunalhub.showroom.tours.browser.scene import SceneView
from kommunalhub.showroom.visit.pages import Bare
from kommunalhub.showroom.visit.pages import SCREEN
from kommunalhub.showroom.visit.rules import led
from kommunalhub.showroom.visit.rules import within
from zExceptions import NotFound


class ScreenScene(Bare, SceneView):
    """For exhibits that run in the hall."""

    page = SCREEN

    def __call__(self):
        if not is_public(self.exhibit) or not self.exhibit.in_hall:
            raise NotFound(self.__name__)
        return self.index()

    @property
    def start(self):
        return f"{site_url()}/{operations.SECTION}/{SCREEN}"

    @property
    def tour_url(self):
        return f"{self.exhibit.absolute_url()}/{SCREEN}"

    @cached_property
    def way(self):
        exhibit = self.exhibit.absolute_url()
        names = frozenset(one.getId() for one in media.media_of(self.exhibit))
        return lambda address: within(address, exhibit, names, SCREEN)

    def told(self):
        return led(super().told(), self.way)
