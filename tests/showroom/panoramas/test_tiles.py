"""From a picture to its tiles: cleaned, cut after the commit, as private as its thing."""

from io import BytesIO
from kommunalhub.core import formatting
from kommunalhub.core.jobs.runner import do_job
from kommunalhub.core.validation import FieldError
from kommunalhub.showroom.panoramas import operations
from kommunalhub.showroom.panoramas import process
from kommunalhub.showroom.panoramas import rules
from kommunalhub.showroom.panoramas import state
from kommunalhub.showroom.panoramas.interfaces import IPanoramic
from kommunalhub.showroom.panoramas.interfaces import ITiles
from kommunalhub.showroom.panoramas.interfaces import panorama_field
from PIL import Image
from plone.namedfile.file import NamedBlobFile
from showroom.panoramas.pictures import camera_exif
from showroom.panoramas.pictures import picture
from zope.event import notify
from zope.interface import alsoProvides
from zope.lifecycleevent import ObjectModifiedEvent

import pytest
import transaction


def sent(data, name="diele.jpg"):
    return NamedBlobFile(data, contentType="application/x-unknown", filename=name)


def waiting(portal):
    return list(operations.waiting_now(portal, formatting.now()))


def with_panorama(hub, exhibit, data):
    """Return a thing of an exhibit with a panorama, as a scene of a tour is one."""
    thing = hub.add_picture(exhibit)
    alsoProvides(thing, IPanoramic)
    thing.panorama = sent(data)
    notify(ObjectModifiedEvent(thing))
    return thing


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (picture(2048, 1536), "ratio"),
        (b"kein Bild", "kind"),
        (picture()[:-500], "broken"),
    ],
)
def test_the_field_says_what_is_wrong(data, problem):
    with pytest.raises(FieldError) as refused:
        panorama_field().constraint(sent(data))
    assert refused.value.args[0] == f"error_panorama_{problem}"


def test_a_panorama_is_cleaned_at_once_and_cut_after_the_commit(web, hub):
    exhibit = hub.add_exhibit(web)
    thing = with_panorama(hub, exhibit, picture(exif=camera_exif(1)))
    assert b"Kamera Geheim" not in thing.panorama.data
    assert thing.panorama.contentType == "image/jpeg" and thing.panorama.filename == "diele.jpg"
    assert ITiles(thing).status == state.WAITING and ITiles(thing).picture("base") is None
    transaction.commit()
    assert waiting(web) == [thing.UID()]
    do_job(web, "panoramas")
    transaction.begin()
    tiles = ITiles(thing)
    assert (tiles.status, tiles.percent, tiles.width) == (state.READY, 100, 2048)
    known = tiles.as_data()
    assert known["levels"] == [{"width": 2048, "cols": 4, "rows": 2}]
    assert waiting(web) == []

    address = known["template"].format(level=0, col=3, row=1)
    assert hub.visitor().get(address, allow_redirects=False).status_code in (302, 401, 403, 404)
    mine = hub.visitor("anna").get(address)
    assert mine.status_code == 200 and mine.headers["Cache-Control"].startswith("private")
    assert Image.open(BytesIO(mine.content)).size == (512, 512)

    notify(ObjectModifiedEvent(thing))  # something else was changed: nothing is cut again
    hub.bring_to(exhibit, "public")
    transaction.commit()
    assert waiting(web) == []
    someone = hub.visitor()
    found = someone.get(address)
    assert found.headers["Content-Type"] == "image/webp"
    assert found.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    again = someone.get(address, headers={"If-None-Match": found.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert Image.open(BytesIO(someone.get(known["small"]).content)).size == (480, 240)
    for wrong in ("0/4_0", "1/0_0", "9/9_9", "0/-1_0", "huge", "0", "0/0_0/0", "0/00_0"):
        url = f"{thing.absolute_url()}/@@kachel/{wrong}"
        assert someone.get(url).status_code == 404, wrong
    assert someone.get(known["base"].partition("?")[0] + "?v=alt").status_code == 404


def test_pages_that_are_kept_are_made_anew_once_the_picture_is_cut(web, hub):
    exhibit = hub.add_exhibit(web)
    with_panorama(hub, exhibit, picture())
    hub.bring_to(exhibit, "public")
    transaction.commit()
    mark = {"If-None-Match": hub.visitor().get(exhibit.absolute_url()).headers["ETag"]}
    assert hub.visitor().get(exhibit.absolute_url(), headers=mark).status_code == 304
    do_job(web, "panoramas")
    assert hub.visitor().get(exhibit.absolute_url(), headers=mark).status_code == 200


def test_what_cannot_be_cut_says_why_and_a_new_one_is_tried(web, hub, monkeypatch):
    thing = with_panorama(hub, hub.add_exhibit(web), picture())
    transaction.commit()

    def fails(stream, told=None):
        raise rules.BadPanorama(rules.HEAVY)

    with monkeypatch.context() as patched:
        patched.setattr(process, "cut", fails)
        assert operations.cut_now(web, thing.UID()) == state.FAILED
    transaction.begin()
    assert ITiles(thing).status == state.FAILED and ITiles(thing).said == "error_panorama_heavy"
    assert operations.cut_now(web, thing.UID()) is None
    transaction.begin()
    thing.panorama = sent(picture(2100, 1050))
    notify(ObjectModifiedEvent(thing))
    transaction.commit()
    assert waiting(web) == [thing.UID()]


def test_a_picture_that_is_another_one_by_now_is_not_kept(web, hub, monkeypatch):
    thing = with_panorama(hub, hub.add_exhibit(web), picture())
    transaction.commit()

    def exchanged(stream, told=None):
        transaction.begin()
        thing.panorama = sent(picture(2400, 1200))
        notify(ObjectModifiedEvent(thing))
        transaction.commit()
        raise rules.BadPanorama(rules.BROKEN)  # of the one that is gone

    with monkeypatch.context() as patched:
        patched.setattr(process, "cut", exchanged)
        assert operations.cut_now(web, thing.UID()) is None
    transaction.begin()
    assert ITiles(thing).status == state.WAITING and waiting(web) == [thing.UID()]
