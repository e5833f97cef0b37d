"""@@einbetten of a scene: in the page of another site, where ways stay in the frame."""

from kommunalhub.showroom.tours.browser.scene import SceneView
from kommunalhub.showroom.visit.pages import FRAME
from kommunalhub.showroom.visit.pages import Framed
from kommunalhub.showroom.visit.rules import turned


class EmbeddedScene(Framed, SceneView):
    """For exhibits that name sites."""

    page = FRAME

    @property
    def tour_url(self):
        return f"{self.exhibit.absolute_url()}/{FRAME}"

    def told(self):
        return turned(super().told(), self.way)
