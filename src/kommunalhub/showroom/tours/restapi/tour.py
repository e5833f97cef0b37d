"""@tour of an exhibit: the graph, as the pages tell it and the viewer shows it."""

from kommunalhub.core import asking
from kommunalhub.showroom.tours import graph
from kommunalhub.showroom.tours import linting
from kommunalhub.showroom.tours import said
from kommunalhub.showroom.tours import shown
from plone.restapi.services import Service
from zope.i18n import translate


class TourGet(Service):
    """GET: all scenes in their order; for who may change the exhibit also what it lacks."""

    def reply(self):
        objects = graph.scenes_of(self.context)
        tour, url = graph.tour_of(self.context), self.context.absolute_url()
        scenes = [
            {"@id": scene["url"], **scene, "panorama": shown.panorama(obj, self.request)}
            for scene, obj in zip(
                shown.Shown(tour, url, self.request).scenes(), objects, strict=True
            )
        ]
        found = {"@id": f"{url}/@tour", "items": scenes, "items_total": len(scenes)}
        if asking.may("Modify portal content", self.context):
            found["problems"] = [self.problem(tour, one, url) for one in linting.problems(tour)]
        return found

    def problem(self, tour, found, url):
        return {
            "code": found.code,
            "message": translate(said.problem(tour, found), context=self.request),
            "blocks": found.blocks,
            "scene": found.scene,
            "point": found.point,
            "@id": f"{url}/{said.path(tour, found)}",
        }
