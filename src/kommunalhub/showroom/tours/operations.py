"""The verbs of a tour: put a point, take it off, link two scenes, look somewhere first, move."""

from dataclasses import replace
from kommunalhub import _
from kommunalhub.core.messages import filled
from kommunalhub.showroom import media
from kommunalhub.showroom.tours import fields
from kommunalhub.showroom.tours import graph
from kommunalhub.showroom.tours import records
from kommunalhub.showroom.tours import rules
from kommunalhub.showroom.tours.interfaces import IScene
from plone.uuid.interfaces import IUUID
from zope.event import notify
from zope.lifecycleevent import Attributes
from zope.lifecycleevent import ObjectModifiedEvent


ELSEWHERE = _("error_way_target", default="Please choose another scene of this tour.")
GONE = _("error_point_gone", default="This point is not there any more.")


class Wrong(ValueError):
    """What is wrong with a point; `errors` is {name: sentence}."""

    def __init__(self, errors):
        super().__init__(errors)
        self.errors = errors


def put(scene, kind, values, id=""):
    """Put a point into a scene, or change the one with this id; return its record. Raises Wrong."""
    return _put(scene, kind, _checked(scene, kind, values), id)


def _checked(scene, kind, values):
    record, wrong = records.read(kind, values)
    if wrong:
        raise Wrong({name: fields.said(name, code) for name, code in wrong.items()})
    check_targets(scene, (record,) if kind == records.WAY else ())
    return record


def check_targets(scene, ways):
    """Raise Wrong where a way does not lead into another scene of the tour."""
    others = {IUUID(other) for other in graph.scenes_of(media.exhibit_of(scene))} - {IUUID(scene)}
    for way in ways:
        if way.target not in others:
            raise Wrong({"target": ELSEWHERE})


def _put(scene, kind, record, id):
    there = graph.points_of(scene, kind)
    taken = {point.id for point in there}
    if id:
        if id not in taken:
            raise Wrong({"yaw": GONE})
        record = replace(record, id=id)
        _keep(scene, kind, [record if point.id == id else point for point in there])
        return record
    same = _same(there, record)
    if same is not None:  # sent twice
        return same
    _check_room(scene, kind, record)
    found = rules.numbered((*there, replace(record, id="")), taken, records.LETTERS[kind])
    _keep(scene, kind, found)
    return found[-1]


def _same(there, record):
    return next((point for point in there if replace(point, id="") == record), None)


def _check_room(scene, kind, record):
    """Raise Wrong where a scene has no room for one more point."""
    there, most = graph.points_of(scene, kind), records.MOST[kind]
    if len(there) >= most and _same(there, record) is None:
        raise Wrong({"yaw": filled(fields.MANY, {"most": most})})


def take_off(scene, kind, id):
    """Take a point off a scene; one that is not there stays away."""
    there = graph.points_of(scene, kind)
    rest = [point for point in there if point.id != id]
    if len(rest) < len(there):
        _keep(scene, kind, rest)


def link(scene, way, other, back):
    """Put a way into another scene, and one back from there; both or none. Raises Wrong.

    way, back: values of the two ways, without their targets. Errors of the way back are called
    `back_…`.
    """
    there = _checked(scene, records.WAY, {**way, "target": IUUID(other)})
    _check_room(scene, records.WAY, there)
    try:
        here = _checked(other, records.WAY, {**back, "target": IUUID(scene)})
        _check_room(other, records.WAY, here)
    except Wrong as wrong:
        raise Wrong({f"back_{name}": said for name, said in wrong.errors.items()}) from wrong
    _put(scene, records.WAY, there, "")
    _put(other, records.WAY, here, "")


def look_first(scene, yaw, pitch, fov):
    """Let a scene begin with this view; the values are those that its schema allows."""
    if (scene.yaw, scene.pitch, scene.fov) != (yaw, pitch, fov):
        scene.yaw, scene.pitch, scene.fov = yaw, pitch, fov
        _changed(scene, "yaw", "pitch", "fov")


def _keep(scene, kind, points):
    name = graph.ATTRIBUTES[kind]
    setattr(scene, name, [records.kept(point) for point in points])
    _changed(scene, name)


def _changed(scene, *names):
    notify(ObjectModifiedEvent(scene, Attributes(IScene, *names)))
