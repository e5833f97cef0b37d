"""The page of a scene: its text is the page; the view all around is laid over it on demand."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.booking.codes.marks import code_of
from kommunalhub.core import asking
from kommunalhub.core.messages import filled
from kommunalhub.core.vocabularies import titles_of
from kommunalhub.security.interfaces import ISourceNeeds
from kommunalhub.showroom import media
from kommunalhub.showroom.panoramas.interfaces import ITiles
from kommunalhub.showroom.tours import graph
from kommunalhub.showroom.tours import rules
from kommunalhub.showroom.tours import said
from kommunalhub.showroom.tours import shown
from kommunalhub.showroom.tours.statics import FILES
from plone.uuid.interfaces import IUUID
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound
from zope.interface import implementer

import json


PICTURED = _("scene_pictured", default="All around in „${title}“: ${summary}")
CODED = _("scene_code", default="Code with the address of „${title}“")
READING_TIME = _("scene_reading_time", default="${title}, about ${minutes} minutes to read")
READING_TIME_ONE = _("scene_reading_time_one", default="${title}, about a minute to read")
#: The viewer shows pictures it has loaded itself.
NEEDS = ("img-src blob:",)


class Looked(BrowserView):
    """What page and viewer know of a scene."""

    @cached_property
    def exhibit(self):
        found = media.exhibit_of(self.context)
        if found is None:
            raise NotFound("exhibit")
        return found

    @cached_property
    def shown(self):
        tour = graph.tour_of(self.exhibit)
        return shown.Shown(tour, self.exhibit.absolute_url(), self.request)

    @cached_property
    def scene(self):
        """What there is of this scene, see shown.Shown."""
        return self.shown.scene_by(IUUID(self.context))

    @cached_property
    def tiles(self):
        return ITiles(self.context)


class ForViewer(Looked):
    """@@rundblick.json: the same for the viewer, with the addresses of the pieces."""

    def __call__(self):
        self.request.response.setHeader("Content-Type", "application/json")
        found = {**self.scene, "panorama": shown.panorama(self.context, self.request)}
        return json.dumps(found, ensure_ascii=False)


@implementer(ISourceNeeds)
class ScenePage(Looked):
    """What pages with the view all around have in common."""

    def source_needs(self):
        return NEEDS

    # Addresses of what is loaded

    def tour_style(self):
        return FILES.address("tours.css")

    def tour_script(self):
        return FILES.address("tours.js")

    @property
    def json_url(self):
        return f"{self.context.absolute_url()}/@@rundblick.json"

    # What is told of the picture

    def picture(self):
        """Return {url, width, height, text} of the whole picture in little, or None."""
        found = self.tiles.picture("preview")
        if found is None:
            return None
        scene = self.scene
        text = filled(PICTURED, {"title": scene["title"], "summary": scene["summary"] or "–"})
        return {**found, "text": text if scene["summary"] else scene["title"]}

    def marks(self):
        return shown.marks(self.scene)

    def unready(self):
        """Return what to say to who waits for the panorama: of the exhibit's people alone."""
        return self.tiles.said if self.may_edit and self.picture() is None else None

    # For who works on it

    @cached_property
    def may_edit(self):
        return asking.may("Modify portal content", self.context)

    @property
    def points_url(self):
        return f"{self.context.absolute_url()}/{said.POINTS}"

    @property
    def editor_url(self):
        return f"{self.exhibit.absolute_url()}/{said.EDITOR}"


class SceneView(ScenePage):
    """What everybody reads."""

    body = ViewPageTemplateFile("templates/told.pt")
    #: The name of the page of a scene to which ways lead, where that is not its own.
    page = None

    def public_fingerprint(self):
        """The picture is there some time after the scene."""
        return self.tiles.template or ""

    def told(self):
        """Return the scene as HTML: text, ways, picture and the list of all scenes."""
        return self.body()

    def reading_time(self):
        """Return how long it takes to read the whole tour, as a sentence."""
        minutes = rules.minutes(self.shown.tour)
        message = READING_TIME_ONE if minutes == 1 else READING_TIME
        return filled(message, {"title": self.exhibit.Title(), "minutes": minutes})

    def scenes(self):
        """Return all scenes of the tour, the present one marked."""
        here = self.scene["uid"]
        return [{**scene, "here": scene["uid"] == here} for scene in self.shown.scenes()]

    def walk(self):
        """Return the steps from the first scene to here; None at the first, or without a way."""
        return self.shown.walk(self.scene["uid"]) or None

    def code(self):
        return code_of(self.context.absolute_url())

    def code_label(self):
        return filled(CODED, {"title": self.scene["title"]})

    def facts(self):
        """Return [(label, text)]: who made the picture, and what others may do with it."""
        found = [(_("label_medium_credits", default="Made by"), self.context.credits)]
        licence = titles_of("kommunalhub.showroom.licences").get(self.context.licence)
        found.append((_("label_medium_licence", default="Licence"), licence))
        return [(label, text) for label, text in found if text]
