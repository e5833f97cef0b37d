"""From a draft to what everybody sees: who may, what is missing, what comes with a picture."""

from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.interfaces import NotAllowed
from kommunalhub.approvals.operations import decide
from kommunalhub.showroom import gaps
from people import brain
from people import state
from PIL import Image

import io
import pytest
import transaction


def said(exhibit):
    return [str(gap.said.default) for gap in gaps.gaps_of(exhibit) if gap.keeps_back]


def test_what_lacks_nothing_is_published_by_somebody_else(exhibit, hub):
    hub.add_picture(exhibit)
    hub.bring_to(exhibit, "public")
    assert state(exhibit) == "public"


def test_publishing_says_what_is_missing(portal, hub):
    exhibit = hub.add_exhibit(portal, image=None, text=None)
    hub.add_picture(exhibit, alternative="", licence=None, credits="")
    hub.step(exhibit, "anna", "submit")
    with hub.As("rita"), pytest.raises(NotAllowed) as denied:
        decide(exhibit, "publish")
    reason = str(denied.value)
    assert "Der Text fehlt." in reason and "„Die Herdstelle“" in reason
    assert "Weitere Punkte: 1." in reason
    hub.step(exhibit, "rita", "approve")  # colleagues may look at what is not whole
    assert state(exhibit) == "internal"


def test_a_medium_that_is_mended_is_known_at_once(portal, hub):
    exhibit = hub.add_exhibit(portal)
    made = hub.add_picture(exhibit, licence=None)
    assert brain(exhibit).case_extra["gaps"]
    with hub.As("anna"):
        made.licence = "cc0"
        from zope.event import notify
        from zope.lifecycleevent import ObjectModifiedEvent

        notify(ObjectModifiedEvent(made))
    assert "gaps" not in brain(exhibit).case_extra
    with hub.As("anna"):
        exhibit.manage_delObjects([made.getId()])
    kinds = [(entry["kind"], entry["action"]) for entry in IJournal(exhibit)]
    assert kinds[1:] == [("file", "added"), ("file", "changed"), ("file", "removed")]


def test_who_changed_a_medium_last_does_not_decide(exhibit, hub):
    hub.add_picture(exhibit, who="arne")
    assert exhibit.last_editor == "arne"


def test_no_picture_says_where_it_was_taken(exhibit, hub):
    made = hub.add_picture(exhibit)
    for thing in (exhibit, made):
        with Image.open(io.BytesIO(thing.image.data)) as stored:
            assert stored.format == "WEBP" and not stored.getexif()
        assert thing.image.filename.endswith(".webp")


def test_what_stands_in_an_exhibit_is_seen_where_it_is_seen(exhibit, hub):
    made = hub.add_picture(exhibit)
    hub.bring_to(exhibit, "internal")
    with hub.As("mia"):
        assert made.UID() in found("ExhibitPicture")
    with hub.As("gast"):
        assert found("ExhibitPicture") == found("Exhibit") == []


def found(portal_type):
    from plone import api

    return [one.UID for one in api.portal.get_tool("portal_catalog")(portal_type=portal_type)]


def test_from_the_form_to_the_public_page(web, functional, hub):
    site = web.absolute_url()
    browser = hub.browser(functional, "anna")
    browser.open(f"{site}/@@ausstellungsstueck-anlegen")
    browser.getControl(name="form.widgets.title").value = "Die Kornmühle"
    browser.getControl(name="form.widgets.kind:list").value = ["gallery"]
    browser.getControl(name="form.buttons.save").click()
    assert browser.url.startswith(f"{site}/showroom/die-kornmuehle")
    assert "Das Titelbild fehlt." in browser.text
    browser.getLink("Bild der Galerie").click()
    browser.getControl(name="form.widgets.title").value = "Das Mahlwerk"
    control = browser.getControl(name="form.widgets.image")
    control.add_file(io.BytesIO(b"kein Bild"), "image/jpeg", "mahlwerk.jpg")
    browser.getControl(name="form.buttons.save").click()
    assert "Bitte wählen Sie ein Bild" in browser.text
    control = browser.getControl(name="form.widgets.image")
    control.add_file(io.BytesIO(hub.jpeg()), "image/jpeg", "mahlwerk.jpg")
    browser.getControl(name="form.buttons.save").click()
    browser.open(f"{site}/showroom/die-kornmuehle")
    assert "„Das Mahlwerk“ ist nicht in Worten beschrieben." in browser.text
    assert 'id="bilder"' in browser.contents


def test_a_public_page_tells_nothing_of_the_work_on_it(web, functional, hub):
    exhibit = hub.add_exhibit(web)
    hub.add_picture(exhibit, credits="")
    hub.bring_to(exhibit, "public")
    transaction.commit()
    browser = hub.browser(functional)
    browser.open(exhibit.absolute_url())
    assert "Sie stehen in der Diele." in browser.text and "Die Herdstelle" in browser.text
    assert "Was fehlt" not in browser.text and "++add++" not in browser.contents
    browser.open(f"{web.absolute_url()}/showroom")
    assert "Rundgang durch eine Museumsscheune" in browser.text
