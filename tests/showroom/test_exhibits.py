"""From a draft to what everybody sees: who may, what is missing, what comes with a picture."""

from datetime import date
from datetime import datetime
from datetime import UTC
from kommunalhub.approvals.case.facts import due_of
from kommunalhub.approvals.clock import operations as clock
from kommunalhub.approvals.interfaces import IJournal
from kommunalhub.approvals.interfaces import NotAllowed
from kommunalhub.approvals.operations import decide
from kommunalhub.core import formatting
from kommunalhub.showroom import gaps
from kommunalhub.showroom import operations
from kommunalhub.showroom.interfaces import IExhibit
from kommunalhub.showroom.interfaces import IGaps
from kommunalhub.showroom.rules import Gap
from people import brain
from people import state
from PIL import Image
from plone import api
from types import SimpleNamespace
from zope.component import adapter
from zope.component import getGlobalSiteManager
from zope.event import notify
from zope.interface import implementer
from zope.lifecycleevent import ObjectModifiedEvent

import io
import json
import pytest
import re
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
        notify(ObjectModifiedEvent(made))
    assert "gaps" not in brain(exhibit).case_extra
    with hub.As("anna"):
        exhibit.manage_delObjects([made.getId()])
    kinds = [(entry["kind"], entry["action"]) for entry in IJournal(exhibit)]
    assert kinds[2:] == [("file", "added"), ("file", "changed"), ("file", "removed")]


def test_who_changed_a_medium_last_does_not_decide(exhibit, hub):
    hub.add_picture(exhibit, who="arne")
    assert exhibit.last_editor == "arne"


def test_no_picture_says_where_it_was_taken(exhibit, hub):
    made = hub.add_picture(exhibit)
    for thing in (exhibit, made):
        with Image.open(io.BytesIO(thing.image.data)) as stored:
            assert stored.format == "WEBP" and not stored.getexif()
        assert thing.image.filename.endswith(".webp")


@pytest.fixture
def promised(portal):
    """Promise captions of every exhibit by 1 December 2026."""
    day = date(2026, 12, 1)
    until = SimpleNamespace(gaps=lambda: [Gap("Die Untertitel folgen.", "film", until=day)])
    factory = adapter(IExhibit)(implementer(IGaps)(lambda exhibit: until))
    getGlobalSiteManager().registerSubscriptionAdapter(factory, (IExhibit,), IGaps)
    yield day
    getGlobalSiteManager().unregisterSubscriptionAdapter(factory, (IExhibit,), IGaps)


def test_what_was_promised_is_a_task_of_the_editors(exhibit, hub, promised):
    hub.bring_to(exhibit, "public")
    found = brain(exhibit)
    assert formatting.to_local(due_of(exhibit)).date() == promised
    catalog = api.portal.get_tool("portal_catalog")
    awaiting = catalog.unrestrictedSearchResults(awaiting="malente-editors", portal_type="Exhibit")
    assert [one.UID for one in awaiting] == [exhibit.UID()]
    assert found.case_extra == {"awaits": ("partner-editors",)}
    clock.remind(exhibit, datetime(2026, 12, 2, 9, tzinfo=UTC))
    assert "reminder" in [entry["kind"] for entry in IJournal(exhibit)]


def test_what_was_kept_is_no_task_any_more(exhibit, hub, promised, monkeypatch):
    hub.bring_to(exhibit, "public")
    monkeypatch.setattr("kommunalhub.showroom.rules.next_day", lambda gaps: None)
    operations.look_anew(exhibit)
    assert due_of(exhibit) is None and "awaits" not in brain(exhibit).case_extra


def test_what_stands_in_an_exhibit_is_seen_where_it_is_seen(exhibit, hub):
    made = hub.add_picture(exhibit)
    hub.bring_to(exhibit, "internal")
    with hub.As("mia"):
        assert made.UID() in found("ExhibitPicture")
    with hub.As("gast"):
        assert found("ExhibitPicture") == found("Exhibit") == []


def found(portal_type):
    return [one.UID for one in api.portal.get_tool("portal_catalog")(portal_type=portal_type)]


def test_from_the_form_to_the_public_page(web, functional, hub):
    site = web.absolute_url()
    browser = hub.browser(functional, "anna")
    browser.open(f"{site}/@@ausstellungsstueck-anlegen")
    browser.getControl(name="form.widgets.title").value = "Die Kornmühle"
    browser.getControl(name="form.widgets.kind:list").value = ["gallery"]
    browser.getControl(name="form.buttons.save").click()
    assert browser.url.startswith(f"{site}/showroom/die-kornmuehle")
    assert browser.url.endswith("#luecken") and "Das Titelbild fehlt." in browser.text
    assert "Unten steht, was als Nächstes kommt." in browser.text
    assert re.search(r"Als Nächstes:</b>\s+Es ist noch kein Bild da\.", browser.text)
    assert browser.getLink("Damit weitermachen").url.endswith("/@@bilder-bearbeiten")
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
    assert re.search(r"Als Nächstes:</b>\s+Die Zusammenfassung fehlt\.", browser.text)
    assert 'id="bilder"' in browser.contents


def test_a_public_page_tells_nothing_of_the_work_on_it(web, functional, hub):
    place = {"place": "Museumshof", "opening_hours": "Mi–So", "map_link": "https://karte.example/1"}
    exhibit = hub.add_exhibit(
        web, title="Die Diele </script>", simple_text="Das ist ein Haus.\n\nEs ist alt.", **place
    )
    hub.add_picture(exhibit, credits="")
    hub.bring_to(exhibit, "public")
    hub.add_exhibit(web, title="Noch ein Entwurf")
    transaction.commit()
    browser = hub.browser(functional)
    browser.open(exhibit.absolute_url())
    assert "Sie stehen in der Diele." in browser.text and "Die Herdstelle" in browser.text
    assert "Was noch fehlt" not in browser.text and "++add++" not in browser.contents
    assert "Das ist ein Haus." in browser.text and "andere Website" in browser.text
    data = re.search(r'ld\+json"\s*>(.+?)</script>', browser.contents, re.DOTALL)[1]
    told = json.loads(data)
    assert told["name"] == "Die Diele </script>" and told["@type"] == "ImageGallery"
    assert told["image"].startswith(web.absolute_url())
    shared = dict(re.findall(r'property="og:(\S+)"\s+content="([^"]*)"', browser.contents))
    assert shared["image"].startswith(exhibit.absolute_url())
    assert shared["image:alt"] == "Eine hohe Diele, links das offene Tor."
    browser.open(f"{web.absolute_url()}/showroom?kind=gallery")
    assert "1 Ausstellungsstück" in browser.text
    assert 'alt="Eine hohe Diele, links das offene Tor."' in browser.contents
    browser.open(f"{web.absolute_url()}/showroom?kind=tour")
    assert "0 Ausstellungsstücke" in browser.text
    browser.open(f"{web.absolute_url()}/@@hub-home")
    assert "Jetzt im Showroom" in browser.text and "Noch ein Entwurf" not in browser.text


def test_over_rest(web, hub):
    exhibit = hub.add_exhibit(web, topics={"history"}, image=None)
    transaction.commit()
    base, anna, nobody = web.absolute_url(), hub.rest("anna"), hub.rest()
    found = anna.get(f"{base}/showroom/@exhibits?topic=history").json()
    assert [one["UID"] for one in found["items"]] == [exhibit.UID()]
    assert found["items"][0]["kind"] == "gallery" and found["items_total"] == 1
    assert nobody.get(f"{base}/@exhibits").json()["items"] == []
    for wrong in ("kind=x", "kind=tour&kind=film", "language=%00", "b_size=1000", "b_start=-1"):
        assert nobody.get(f"{base}/@exhibits?{wrong}").status_code == 400, wrong
    told = anna.get(f"{exhibit.absolute_url()}/@gaps").json()
    assert not told["publishable"]
    assert told["items"][0]["message"] == "Das Titelbild fehlt." and told["items"][0]["blocks"]
    assert nobody.get(f"{exhibit.absolute_url()}/@gaps").status_code in (401, 404)
    assert hub.rest("lena").get(f"{exhibit.absolute_url()}/@gaps").status_code == 404
    made = anna.post(
        exhibit.absolute_url(),
        json={
            "@type": "ExhibitPicture",
            "title": "Herd",
            "image": {"data": "eA==", "filename": "x"},
        },
    )
    assert made.status_code == 400 and "JPEG" in made.json()["message"]
    wrong = anna.patch(
        exhibit.absolute_url(), json={"embed_sites": "https://a.example/x", "kind": 3}
    )
    assert wrong.status_code == 400
    assert hub.rest("lena").post(exhibit.absolute_url(), json={}).status_code == 404
