"""@@punkte of a scene: all that is marked in its picture, to look at, change and take off."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.core.browser.own import OwnPage
from kommunalhub.showroom.tours import graph
from kommunalhub.showroom.tours import linting
from kommunalhub.showroom.tours import operations
from kommunalhub.showroom.tours import records
from kommunalhub.showroom.tours import rules
from kommunalhub.showroom.tours import said
from kommunalhub.showroom.tours.browser.scene import ScenePage
from kommunalhub.showroom.tours.browser.schemas import others
from kommunalhub.showroom.tours.interfaces import IScene
from plone.uuid.interfaces import IUUID
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from z3c.form.field import Fields
from z3c.form.form import Form


TAKEN_OFF = _("message_point_taken_off", default="The point is taken off.")
KIND_OF = {letter: kind for kind, letter in records.LETTERS.items()}


class OfferedPoints(Form):
    """What may be written over REST: this page lets one change it, by a form for each point."""

    fields = Fields(IScene).select(*graph.ATTRIBUTES.values())
    groups = ()

    def updateFields(self):
        """There is nothing to work out."""


class ScenePoints(OwnPage, ScenePage):
    """Lists; the forms for single points stand behind them."""

    template = ViewPageTemplateFile("templates/points.pt")

    @cached_property
    def form_instance(self):
        return OfferedPoints(self.context, self.request)

    @property
    def url(self):
        return f"{self.context.absolute_url()}/{said.POINTS}"

    def post(self):
        id = self.field("delete")
        if id[:1] in KIND_OF:
            operations.take_off(self.context, KIND_OF[id[0]], id)
            return self.lead_to(self.url, TAKEN_OFF)
        return self.lead_to(self.url)

    @cached_property
    def read(self):
        return graph.read(self.context)

    def ways(self):
        return [self.row(way, "weg") for way in self.read.ways]

    def details(self):
        return [self.row(detail, "einzelheit") for detail in self.read.details]

    def row(self, point, form):
        """Return what is told of a point, with what is still wrong with it."""
        tour = self.shown.tour
        is_way = isinstance(point, rules.Way)
        target = tour.by_uid.get(point.target) if is_way else None
        steps = said.STEPS.get(point.step_free) if is_way else None
        return {
            "id": point.id,
            "name": said.name_of(tour, self.read, point.id),
            "to": target.title if target else None,
            "text": point.note if is_way else point.text,
            "steps": steps,
            "ok": is_way and point.step_free,
            "at": f"{point.yaw}°, {point.pitch}°",
            "url": f"{self.context.absolute_url()}/@@{form}?point={point.id}",
            "problems": [
                {
                    "said": said.problem(tour, found),
                    "look": "late" if found.blocks else "soon",
                }
                for found in self.problems
                if found.point == point.id
            ],
        }

    @cached_property
    def problems(self):
        uid = IUUID(self.context)
        return [one for one in linting.problems(self.shown.tour) if one.scene == uid]

    def unlinked(self):
        """Return the other scenes to which no way leads yet: [{title, url}] of the form for it."""
        base = self.context.absolute_url()
        linked = {way.target for way in self.read.ways}
        return [
            {"title": scene.Title(), "url": f"{base}/@@weg?target={IUUID(scene)}"}
            for scene in others(self.context)
            if IUUID(scene) not in linked
        ]

    def first(self):
        view = self.read.view
        return f"{view.yaw}°, {view.pitch}°"
