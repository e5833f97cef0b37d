"""What a visitor gets of a scene, as plain values: once, for page, viewer, list and REST alike."""

from kommunalhub import _
from kommunalhub.core.messages import filled
from kommunalhub.showroom import rules as showroom
from kommunalhub.showroom.panoramas.interfaces import ITiles
from kommunalhub.showroom.tours import angles
from kommunalhub.showroom.tours import rules
from kommunalhub.showroom.tours import said
from zope.i18n import translate

import re


UNSAID_WAY = _("way_unsaid", default="To „${title}“")
NAMES = {
    "way": _("point_name_way", default="Way ${mark}: ${words}"),
    "detail": _("point_name_detail", default="Look closely, ${mark}: ${words}"),
}
COMING = _("scene_announced", default="${title}, scene ${number} of ${total}")


class Shown:
    """The scenes of a tour as dicts of texts and numbers; all sentences in the request's language.

    tour: rules.Tour. url: of the exhibit.
    """

    def __init__(self, tour, url, request):
        self.tour = tour
        self.url = url
        self.request = request
        self.stops = rules.stops(tour)

    def scenes(self):
        return [self.scene(stop) for stop in self.stops]

    def scene_by(self, uid):
        """Return the scene with a UID, None where the tour has none."""
        return next((self.scene(stop) for stop in self.stops if stop.scene.uid == uid), None)

    def scene(self, stop):
        scene = stop.scene
        announced = {"title": scene.title, "number": stop.number, "total": len(self.stops)}
        return {
            **self.named(scene),
            "uid": scene.uid,
            "number": stop.number,
            "total": len(self.stops),
            "announced": self.said(filled(COMING, announced)),
            "summary": scene.summary,
            "words": scene.words,
            "paragraphs": paragraphs(scene.words),
            "easy": showroom.easy_paragraphs(scene.easy),
            "step_free": stop.step_free,
            "view": {"yaw": scene.view.yaw, "pitch": scene.view.pitch, "fov": scene.view.fov},
            "ways": [self.way(exit_) for exit_ in stop.exits],
            "details": [self.detail(look) for look in stop.looks],
            "before": self.named(stop.before),
            "after": self.named(stop.after),
        }

    def named(self, scene):
        """Return {id, title, url} of a scene, None for none."""
        if scene is None:
            return None
        return {"id": scene.id, "title": scene.title, "url": f"{self.url}/{scene.id}"}

    def way(self, exit_):
        way, target = exit_.way, self.named(exit_.target)
        words = way.words or self.said(filled(UNSAID_WAY, {"title": target["title"]}))
        steps = said.STEPS.get(way.step_free)
        return {
            **self.point("way", exit_, way, words),
            "url": target["url"],
            "target": way.target,
            "title": target["title"],
            "words": words,
            "note": way.note,
            "step_free": way.step_free,
            "steps": self.said(steps) if steps else "",
        }

    def detail(self, look):
        detail = look.detail
        found = self.point("detail", look, detail, detail.title)
        return {**found, "title": detail.title, "text": detail.text}

    def point(self, kind, told, point, words):
        name = filled(NAMES[kind], {"mark": told.mark, "words": words})
        return {
            "id": point.id,
            "mark": told.mark,
            "name": self.said(name),
            "where": self.said(said.whereabouts(told)),
            "yaw": point.yaw,
            "pitch": point.pitch,
        }

    def walk(self, uid):
        """Return the walk from the first scene as [{title, url, words}], None without one."""
        steps = self.tour.walk(uid)
        if steps is None:
            return None
        return [{**self.named(here), "words": self.words_of(way)} for here, way in steps]

    def words_of(self, way):
        target = self.tour.by_uid[way.target]
        return way.words or self.said(filled(UNSAID_WAY, {"title": target.title}))

    def said(self, message):
        return translate(message, context=self.request)


def paragraphs(text):
    """Return the paragraphs of a text; an empty line begins a new one."""
    return [" ".join(part.split()) for part in re.split(r"\n\s*\n", text.strip()) if part.strip()]


def panorama(scene, request):
    """Return what a viewer is told of the panorama of a scene (the object), see ITiles."""
    found = ITiles(scene).as_data()
    return {**found, "said": translate(found["said"], context=request)}


def marks(scene):
    """Return where the marks stand on the whole picture: [{mark, style}] of a shown scene."""
    found = []
    for point in (*scene["ways"], *scene["details"]):
        left, top = angles.spot(point["yaw"], point["pitch"])
        found.append({"mark": point["mark"], "style": f"left:{left:.2f}%;top:{top:.2f}%"})
    return found
