"""Objects in an exhibit: what comes in, what is missing, what everybody sees and reads."""

from kommunalhub.core import formatting
from kommunalhub.core.jobs.runner import do_job
from kommunalhub.showroom import gaps
from kommunalhub.showroom import making
from kommunalhub.showroom.solids import rules
from kommunalhub.showroom.solids import serving
from kommunalhub.showroom.solids import small
from kommunalhub.showroom.solids import thinning
from kommunalhub.showroom.solids import views
from kommunalhub.showroom.solids.browser.part import SolidPart
from plone.dexterity.utils import createContentInContainer
from plone.namedfile.file import NamedBlobFile
from showroom.solids.objects import ball
from showroom.solids.objects import glb
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent

import base64
import re
import transaction


def add_solid(hub, exhibit, **fields):
    values = {
        "title": "Ein Butterfass",
        "file": NamedBlobFile(glb(), contentType="application/x-unknown", filename="fass.glb"),
        "alternative": "Ein Fass aus Dauben, unten breiter als oben.",
        "measures": "66 cm hoch",
        "licence": "cc_by",
        "credits": "Digital Hub",
    }
    with hub.As("anna"):
        return createContentInContainer(exhibit, "Solid", **{**values, **fields})


def add_view(hub, solid, **fields):
    values = {
        "title": "Von oben",
        "image": hub.picture("oben.jpg"),
        "alternative": "Der Deckel hat in der Mitte ein Loch für den Stößel.",
        "turn": 30,
        "tilt": 55,
    }
    with hub.As("anna"):
        return createContentInContainer(solid, "SolidView", **{**values, **fields})


def missing(exhibit):
    return [str(gap.said) for gap in gaps.gaps_of(exhibit) if gap.keeps_back]


def test_an_object_needs_views_in_words(portal, hub):
    exhibit = hub.add_exhibit(portal, kind="solid")
    assert missing(exhibit) == ["gap_solid_none"]
    solid = add_solid(hub, exhibit)
    assert missing(exhibit) == ["gap_solid_views"]
    view = add_view(hub, solid, alternative="")
    assert missing(exhibit) == ["gap_view_words"]
    with hub.As("anna"):
        view.alternative = "Der Deckel."
        notify(ObjectModifiedEvent(view))
    assert missing(exhibit) == []
    solid.licence = None
    assert sorted(missing(exhibit)) == ["gap_medium_licence", "gap_view_licence"]
    [path] = {gap.path for gap in gaps.gaps_of(exhibit) if gap.said == "gap_view_licence"}
    assert exhibit.unrestrictedTraverse(path.removesuffix("/edit")) == view


def test_it_is_found_by_measures_and_material(exhibit, hub, portal):
    solid = add_solid(hub, exhibit, measures="66 cm hoch", material="Eichenholz", made="gezeichnet")
    for word in ("66", "Eichenholz", "gezeichnet"):
        found = portal.portal_catalog.unrestrictedSearchResults(SearchableText=word)
        assert solid.UID() in [brain.UID for brain in found], word


def test_who_changes_a_view_changes_the_exhibit(exhibit, hub):
    solid = add_solid(hub, exhibit)
    view = add_view(hub, solid)
    with hub.As("arne"):
        notify(ObjectModifiedEvent(view))
    assert exhibit.last_editor == "arne"
    assert view.image.contentType == "image/webp"
    with hub.As("anna"):
        solid.manage_delObjects([view.getId()])
    assert exhibit.last_editor == "anna" and views.of(solid) == []


def test_an_object_over_http(web, hub):
    exhibit = hub.add_exhibit(web)
    solid = add_solid(hub, exhibit)
    view = add_view(hub, solid)
    transaction.commit()
    address = serving.address_of(solid)
    inside = (address, view.absolute_url() + "/@@images/image/large", solid.absolute_url())
    for who in (None, "gast", "lena"):
        for url in inside:
            answer = hub.visitor(who).get(url, allow_redirects=False)
            assert answer.status_code in (302, 401, 403, 404), (who, url)
    hub.bring_to(exhibit, "public")
    transaction.commit()

    someone = hub.visitor()
    sent = someone.get(address)
    assert (sent.status_code, sent.content) == (200, glb())
    assert sent.headers["Content-Type"] == "model/gltf-binary"
    assert sent.headers["Cache-Control"].startswith("public")
    again = someone.get(address, headers={"If-None-Match": sent.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert someone.head(address).headers["Content-Length"] == str(len(glb()))
    assert someone.get(address.partition("?")[0] + "?v=0").status_code == 404

    for url in (exhibit.absolute_url(), solid.absolute_url()):
        page = someone.get(url)
        assert "Der Deckel hat in der Mitte ein Loch" in page.text and "66 cm hoch" in page.text
        assert "img-src 'self' data: blob:" in page.headers["Content-Security-Policy"]
        assert "model-viewer.js" in page.text and "<script src" not in page.text
    moved = someone.get(view.absolute_url(), allow_redirects=False)
    assert moved.headers["Location"].endswith("/ein-butterfass#ein-butterfass-von-oben")
    for name in ("solids.js", "solids.css", "vendor/model-viewer.js"):
        [address] = set(re.findall(rf'"([^"]+kommunalhub-solids/[^"]+/{name})"', page.text))
        assert someone.get(address).status_code == 200, address


def test_a_heavy_object_gets_a_smaller_version_for_phones(web, hub):
    exhibit = hub.add_exhibit(web)
    light, heavy = add_solid(hub, exhibit), add_solid(hub, exhibit, title="Vase", file=a_vase())
    transaction.commit()
    assert small.THINNING.waiting(web, formatting.now()) == [heavy.UID()]
    hub.bring_to(exhibit, "internal")
    transaction.commit()
    do_job(web, "solids")
    transaction.begin()
    assert small.THINNING.waiting(web, formatting.now()) == []
    assert serving.small_address_of(light) is None
    address = serving.small_address_of(heavy)
    assert hub.visitor().get(address, allow_redirects=False).status_code in (302, 401, 403, 404)
    sent = hub.visitor("mia").get(address)
    assert sent.headers["Cache-Control"].startswith("private")
    assert rules.examined(sent.content).triangles <= thinning.MOST_TRIANGLES
    assert len(sent.content) == int(sent.headers["Content-Length"]) < heavy.file.getSize() / 2
    page = hub.visitor("mia").get(heavy.absolute_url()).text
    assert f'data-small="{address}"' in page and "Ein Telefon bekommt" in page
    assert hub.visitor("mia").get(serving.address_of(heavy)).content == ball()

    with hub.As("anna"):  # something else was changed: nothing is made again
        notify(ObjectModifiedEvent(heavy))
    assert small.THINNING.waiting(web, formatting.now()) == []
    heavy.file = NamedBlobFile(glb(), filename="vase.glb")
    notify(ObjectModifiedEvent(heavy))
    assert small.small_of(heavy) is None


def a_vase():
    return NamedBlobFile(ball(), contentType="model/gltf-binary", filename="vase.glb")


def test_what_makes_no_smaller_one_is_shown_whole(web, hub, monkeypatch):
    heavy = add_solid(hub, hub.add_exhibit(web), file=a_vase())
    transaction.commit()
    monkeypatch.setattr(small, "PROGRAM", "json.tool")  # one that ends without a word
    assert small.THINNING.do(web, heavy.UID()) == making.FAILED
    transaction.begin()
    assert small.small_of(heavy) is None
    assert small.THINNING.waiting(web, formatting.now()) == []


def test_search_engines_know_the_object(exhibit, hub):
    solid = add_solid(hub, exhibit)
    part = SolidPart(exhibit, exhibit.REQUEST)
    [told] = part.structured()["associatedMedia"]
    assert (told["@type"], told["name"]) == ("3DModel", "Ein Butterfass")
    assert told["contentUrl"].startswith(solid.absolute_url())


WRONG = (
    ({"file": b"kein Objekt"}, "keine GLB-Datei"),
    ({"file": glb([(("images",), [{"uri": "https://fremd.example/a.png"}])])}, "andere Dateien"),
    ({"file": glb([(("extensionsUsed",), ["KHR_draco_mesh_compression"])])}, "Draco"),
    ({"file": 7}, ""),
    ({"measures": ["x"]}, ""),
)


def test_what_is_wrong_is_said_over_rest(web, hub):
    exhibit = hub.add_exhibit(web)
    transaction.commit()
    for sent, said in WRONG:
        body = {"@type": "Solid", "title": "Fass", "file": glb(), **sent}
        if isinstance(body["file"], bytes):
            data = base64.b64encode(body["file"]).decode()
            body["file"] = {"data": data, "encoding": "base64", "filename": "fass.glb"}
        answer = hub.rest("anna").post(exhibit.absolute_url(), json=body)
        assert answer.status_code == 400, (sent, answer.text)
        assert said in answer.text, (sent, answer.text)
