"""@@rundgang-bearbeiten of an exhibit: its scenes in order, and what the tour still lacks."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.core.browser.own import OwnPage
from kommunalhub.core.messages import filled
from kommunalhub.showroom import gaps
from kommunalhub.showroom import operations as showroom
from kommunalhub.showroom.panoramas.interfaces import ITiles
from kommunalhub.showroom.tours import graph
from kommunalhub.showroom.tours import rules
from kommunalhub.showroom.tours import said
from kommunalhub.showroom.tours.statics import FILES
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


UNFINISHED = _(
    "tour_unfinished_scenes", default="${n} scenes lack something: each of them says what."
)
UNFINISHED_ONE = _("tour_unfinished_scenes_one", default="One scene lacks something: it says what.")
MOVED = _("message_scene_moved", default="The order is saved.")


class TourEditor(OwnPage):
    """For who may change the exhibit."""

    template = ViewPageTemplateFile("templates/editor.pt")

    @property
    def url(self):
        return f"{self.context.absolute_url()}/{said.EDITOR}"

    def style(self):
        return FILES.address("tours.css")

    def post(self):
        by_id = {scene.getId(): scene for scene in self.objects}
        for name, by in (("up", -1), ("down", 1)):
            scene = by_id.get(self.field(name))
            if scene is not None:
                showroom.move(scene, by)
                return self.lead_to(f"{self.url}#{scene.getId()}", MOVED)
        return self.lead_to(self.url)

    @cached_property
    def objects(self):
        return graph.scenes_of(self.context)

    def scenes(self):
        """Return a row for each scene, in order."""
        last = len(self.objects) - 1
        return [self.row(scene, at, at == last) for at, scene in enumerate(self.objects)]

    def refresh_url(self):
        """Return where to look again while pictures are made ready; None once all are."""
        states = {ITiles(scene).status for scene in self.objects}
        return self.url if states & {"waiting", "cutting"} else None

    def row(self, scene, at, is_last):
        url, tiles, read = scene.absolute_url(), ITiles(scene), graph.read(scene)
        lacking = self.gaps.get(read.id, [])
        return {
            "id": read.id,
            "number": at + 1,
            "title": read.title,
            "url": url,
            "edit": f"{url}/edit",
            "points": f"{url}/{said.POINTS}",
            "delete": self.delete_url(scene, url),
            "picture": tiles.picture("small"),
            "status": None if tiles.status == "ready" else tiles.said,
            "ways": len(read.ways),
            "details": len(read.details),
            "gaps": lacking,
            "needed": sum(gap["needed"] for gap in lacking),
            "first": at == 0,
            "last": is_last,
        }

    def delete_url(self, scene, url):
        return f"{url}/delete_confirmation" if asking.may("Delete objects", scene) else None

    def add_url(self):
        """Return the address of the form for a new scene, None when there is no room for more."""
        if len(self.objects) >= rules.MOST_SCENES:
            return None
        return f"{self.context.absolute_url()}/++add++{graph.TYPE}"

    @cached_property
    def gaps(self):
        """What the exhibit lacks, as rows by the id of the scene; "" for the exhibit itself."""
        scenes = {scene.getId() for scene in self.objects}
        found = {}
        for gap in gaps.gaps_of(self.context):
            place = (gap.path or "").split("/")[0]
            found.setdefault(place if place in scenes else "", []).append(self.shown(gap))
        return found

    def shown(self, gap):
        base = self.context.absolute_url()
        return {
            "said": gap.said,
            "url": f"{base}/{gap.path}" if gap.path else base,
            "needed": gap.keeps_back,
            "look": "late" if gap.keeps_back else "soon",
            "word": self.word(gap),
        }

    def missing(self):
        """Return rows of what the exhibit itself lacks, what keeps it back first."""
        return self.gaps.get("", [])

    def unfinished(self):
        """Return how many scenes lack something, as a sentence; None for none."""
        count = len(self.gaps.keys() - {""})
        if not count:
            return None
        message = UNFINISHED_ONE if count == 1 else UNFINISHED
        return filled(message, {"n": count})

    def word(self, gap):
        if gap.keeps_back:
            return _("gap_keeps_back", default="needed")
        if gap.until is not None:
            return _("gap_promised", default="follows")
        return _("gap_advice", default="better with it")
