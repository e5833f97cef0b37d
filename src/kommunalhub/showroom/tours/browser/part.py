"""The tour on the page of its exhibit: all scenes, told from beginning to end."""

from functools import cached_property
from kommunalhub.core import asking
from kommunalhub.showroom.panoramas.interfaces import ITiles
from kommunalhub.showroom.parts import ExhibitPart
from kommunalhub.showroom.tours import graph
from kommunalhub.showroom.tours import said
from kommunalhub.showroom.tours import shown
from kommunalhub.showroom.tours.gaps import KINDS
from kommunalhub.showroom.tours.statics import FILES
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class TourPart(ExhibitPart):
    """Shown where there are scenes; and to who makes a tour, so that they find the beginning."""

    order = 20
    template = ViewPageTemplateFile("templates/part.pt")
    ways_in = ViewPageTemplateFile("templates/brief.pt")

    @cached_property
    def objects(self):
        return graph.scenes_of(self.context)

    def shown(self):
        return bool(self.objects) or (self.context.kind in KINDS and self.may_edit)

    def render(self):
        return self.template()

    def brief(self):
        """Return the ways in alone: each scene is told on its own page, within the frame."""
        return self.ways_in() if self.is_tour else self.render()

    def structured(self):
        keys = {"name": "title", "url": "url", "description": "words"}
        return {
            "hasPart": [
                {"@type": "WebPage"} | {key: scene[name] for key, name in keys.items()}
                for scene in self.scenes
            ]
        }

    @cached_property
    def scenes(self):
        """Return the scenes as they are told, each with its picture in little or None."""
        told = shown.Shown(graph.tour_of(self.context), self.context.absolute_url(), self.request)
        pictures = [ITiles(scene).picture("small") for scene in self.objects]
        return [
            {**scene, "picture": picture}
            for scene, picture in zip(told.scenes(), pictures, strict=True)
        ]

    @property
    def is_tour(self):
        """Return whether there is somewhere to go; a panorama is a single scene."""
        return len(self.objects) != 1

    def style(self):
        return FILES.address("tours.css")

    @cached_property
    def may_edit(self):
        return asking.may("Modify portal content", self.context)

    @property
    def editor_url(self):
        return f"{self.context.absolute_url()}/{said.EDITOR}"
