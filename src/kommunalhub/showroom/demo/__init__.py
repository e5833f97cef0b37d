"""Exhibits of all kinds and in all states, with media that scripts of ours have drawn."""

from datetime import timedelta
from kommunalhub.showroom.live import operations as live
from kommunalhub.showroom.tours import operations as tours
from kommunalhub.showroom.tours import records
from pathlib import Path
from plone.app.textfield.value import RichTextValue
from plone.namedfile.file import NamedBlobFile
from plone.namedfile.file import NamedBlobImage
from plone.uuid.interfaces import IUUID


EXHIBITS = Path(__file__).with_name("exhibits.toml")
MEDIA = Path(__file__).with_name("media")
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
KIND = "exhibit"
#: Who drew all of it, and on what terms.
RIGHTS = {"credits": "Digital Hub, gezeichnet mit eigenen Programmen", "licence": "cc0"}
TEXTS = (
    *("id", "title", "description", "kind", "alternative", "simple_text", "place"),
    *("opening_hours", "access", "in_hall", "takes_groups", "embed_sites"),
)
SETS = ("topics", "languages")
#: {table: (type, names of values that are taken as they are)}
PARTS = {
    "scene": (
        "Scene",
        ("id", "title", "description", "alternative", "simple_text", "yaw", "pitch"),
    ),
    "solid": ("Solid", ("id", "title", "alternative", "measures", "material", "made")),
    "film": ("Film", ("id", "title", "alternative")),
    "picture": ("ExhibitPicture", ("id", "title", "alternative")),
    "view": ("SolidView", ("id", "title", "alternative", "turn", "tilt")),
}


def build(stage):
    """Make the exhibits that are missing; return how many there are."""
    table, section = stage.table(EXHIBITS), stage.section("showroom")
    for place, entry in stage.missing(KIND, table["exhibit"]):
        made, calendar = entry["created"], stage.calendar
        moment = calendar.moment(calendar.workday(made["ago"]), place % 5)
        exhibit = stage.enter(section, "Exhibit", made["by"], moment, fields_of(entry, calendar))
        fill(stage, exhibit, entry, table, moment)
        stage.play(exhibit, entry.get("steps", ()), calendar)
        for part in table["recording"]:
            if part["exhibit"] == entry["id"]:
                bring_recording(stage, exhibit, part, made["by"])
        stage.record.note(KIND, entry["id"], exhibit)
    return len(table["exhibit"])


def fields_of(entry, calendar):
    """Return the fields of an exhibit."""
    fields = {name: entry[name] for name in TEXTS if name in entry}
    fields |= {name: set(entry[name]) for name in SETS}
    if "text" in entry:
        fields["text"] = RichTextValue(entry["text"], "text/html", "text/x-html-safe")
    if "poster" in entry:
        fields |= RIGHTS | {"image": picture(entry["poster"])}
    if "live" in entry:  # it was so many working days ago, in the evening
        start = calendar.moment(calendar.workday(entry["live"])) + 10 * HOUR
        start = min(start, calendar.now - 2 * HOUR)
        fields |= {"live_start": start, "live_end": start + HOUR, "live_captions": "none"}
    return fields


def fill(stage, exhibit, entry, table, moment):
    """Add the media of an exhibit, as who made it."""
    by, made = entry["created"]["by"], {}
    for kind in ("scene", "solid", "film", "picture"):
        portal_type, names = PARTS[kind]
        for part in table[kind]:
            if part["exhibit"] == entry["id"]:
                fields = {name: part[name] for name in names if name in part} | RIGHTS
                fields |= files_of(kind, part)
                made[part["id"]] = stage.enter(exhibit, portal_type, by, moment, fields)
    for part in table["view"]:
        owner, _slash, solid = part["solid"].partition("/")
        if owner == entry["id"]:
            portal_type, names = PARTS["view"]
            fields = {name: part[name] for name in names} | RIGHTS | files_of("picture", part)
            stage.enter(made[solid], portal_type, by, moment, fields)
    with stage.as_person(by, moment):
        for part in table["scene"]:
            if part["exhibit"] == entry["id"]:
                point(made[part["id"]], part, made)


def bring_recording(stage, exhibit, part, by):
    """Add the recording of a livestream, some days after it, by the form's own verb."""
    moment = stage.calendar.moment(stage.calendar.workday(part["ago"]))
    fields = {"alternative": part["alternative"]} | RIGHTS | files_of("film", part)
    with stage.as_person(by, moment):
        film = live.add_recording(exhibit, fields)
    stage.backdate_creation(film, moment)
    stage.backdate_change(exhibit, moment)


def files_of(kind, part):
    """Return the fields of a medium that hold files."""
    if kind == "picture":
        return {"image": picture(part["picture"])}
    if kind == "scene":
        return {}  # see `point`
    if kind == "solid":
        return {"file": file(part["file"], "model/gltf-binary")}
    return {
        "file": file(part["file"], "video/mp4"),
        "image": picture(part["poster"]),
        "captions": file(part["captions"], "text/vtt"),
    }


def point(scene, part, scenes):
    """Give a scene its panorama, ways and details.

    The panorama comes past its field: a child process for each of ours would cost seconds.
    """
    scene.panorama = file(part.get("file", f"{part['id']}.jpg"), "image/jpeg")
    for values in part.get("ways", ()):
        target = IUUID(scenes[values["target"]])
        tours.put(scene, records.WAY, {**values, "target": target})
    for values in part.get("details", ()):
        tours.put(scene, records.DETAIL, values)


def picture(name):
    return NamedBlobImage((MEDIA / name).read_bytes(), "image/jpeg", name)


def file(name, content_type):
    return NamedBlobFile((MEDIA / name).read_bytes(), content_type, name)
