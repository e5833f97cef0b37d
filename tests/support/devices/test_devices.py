"""Devices: who sees which, what a ticket means by a text, the list, the labels, the form."""

from kommunalhub.core.acting import as_builder
from kommunalhub.core.asking import may
from kommunalhub.support.devices import finding
from kommunalhub.support.devices import operations
from plone import api
from plone.dexterity.utils import createContentInContainer
from plone.uuid.interfaces import IUUID
from zope.lifecycleevent import modified

import pytest
import transaction


def add_device(portal, number="M-D-1", partner="malente", **fields):
    """Return a device in the list."""
    values = {"title": "Drucker Flur 1", "kind": "printer", "place": "Rathaus", **fields}
    with as_builder(portal):
        return createContentInContainer(
            portal["support"]["geraete"], "Device", number=number, partner=partner, **values
        )


def add_space(portal, title="Halle"):
    with as_builder(portal):
        space = createContentInContainer(
            portal, "Space", checkConstraints=False, title=title, kind="room", seats=10
        )
        api.content.transition(space, to_state="internal")
    return space


@pytest.fixture
def site(web):
    return web.absolute_url()


@pytest.mark.parametrize(
    ("who", "sees", "edits"),
    [
        ("mia", {"M-D-1"}, False),
        ("rita", {"M-D-1"}, False),
        ("sven", {"M-D-1", "L-D-1"}, True),
        ("hilde", {"M-D-1", "L-D-1"}, True),
        ("gesa", set(), False),
    ],
)
def test_who_sees_which(portal, hub, who, sees, edits):
    mine, other = add_device(portal), add_device(portal, "L-D-1", "lensahn")
    with hub.As(who):
        assert {one.number for one in finding.devices()} == sees
        assert {one.number for one in (mine, other) if may("View", one)} == sees
        assert may("Modify portal content", mine) == edits
        assert may("Add portal content", portal["support"]["geraete"]) == edits


@pytest.mark.parametrize(
    "text", ["Drucker Flur 1 (M-D-1)", "m-d-1", " M-D-1 ", "Drucker im Gang (M-D-1)"]
)
def test_a_ticket_knows_its_device(portal, hub, clock, text):
    device = add_device(portal)
    ticket = hub.report(portal, device=text)
    assert ticket.device_uid == IUUID(device) and ticket.device == text
    extra = hub.brain(ticket).case_extra
    assert (extra["device"], extra["device_uid"]) == (text, IUUID(device))


def test_free_text_rooms_and_addresses(portal, hub, clock):
    device, hall = add_device(portal), add_space(portal)
    assert hub.report(portal, device="Der rote Kasten").device_uid == ""
    assert hub.report(portal, device="halle").device_uid == IUUID(hall)
    by_uid = hub.report(portal, device=IUUID(device))
    assert by_uid.device == "Drucker Flur 1 (M-D-1)" and by_uid.device_uid == IUUID(device)
    with hub.As("sven"):
        by_uid.device = "Anderes"
        modified(by_uid)
    assert by_uid.device_uid == ""
    assert hub.report(portal, device="0" * 32).device is None


def test_the_form_offers_what_one_may_see(portal, hub):
    add_device(portal)
    add_device(portal, "L-D-1", "lensahn")
    add_device(portal, "M-D-2", condition="retired")
    add_space(portal)
    offers = operations.Offers()
    with hub.As("mia"):
        assert offers() == ["Drucker Flur 1 (M-D-1)", "Halle"]
    with hub.As("gesa"):
        assert offers() == []


def test_words_and_facets(portal, hub, clock):
    add_device(portal)
    add_device(portal, "M-D-2", title="Beamer", kind="projector", place="Halle")
    with hub.As("sven"):
        every = finding.devices()
        assert [one.number for one in finding.fitting(every, {"q": "beamer halle"})] == ["M-D-2"]
        assert finding.facet(every, {"kind": "printer"}, "kind") == {"printer": 1, "projector": 1}
        assert finding.facet(every, {"kind": "printer"}, "place") == {"Rathaus": 1}


def test_a_device_is_added_once_and_listed(web, hub, functional, site, clock):
    support = hub.browser(functional, "sven")
    support.raiseHttpErrors = False

    def add(number):
        support.open(f"{site}/support/geraete/++add++Device")
        support.getControl(name="form.widgets.title").value = "Beamer Halle"
        support.getControl(name="form.widgets.kind:list").value = ["projector"]
        support.getControl(name="form.widgets.number").value = number
        support.getControl(name="form.widgets.IPartnered.partner:list").value = ["malente"]
        support.getControl(name="form.buttons.save").click()

    add("M-B-1")
    assert "Das Gerät steht in der Liste." in support.text
    add("m-b-1")
    assert "Diese Inventarnummer hat schon ein anderes Gerät." in support.text
    mia = hub.browser(functional, "mia")
    mia.open(f"{site}/support/geraete?q=beamer")
    assert "1 Gerät" in mia.text and "Gerät eintragen" not in mia.text
    mia.getLink("Beamer Halle").click()
    mia.getLink("Störung an diesem Gerät melden").click()
    assert mia.getControl(name="form.widgets.device").value == "Beamer Halle (M-B-1)"
    mia.getControl(name="form.widgets.title").value = "Bleibt dunkel"
    mia.getControl(name="form.buttons.report").click()
    assert "Beamer Halle (M-B-1)</a>" in mia.contents
    support.open(f"{site}/support/geraete?q=M-B-1")
    support.getLink("Beamer Halle").click()
    assert "Bleibt dunkel" in support.text
    max_ = hub.browser(functional, "max")
    max_.open(support.url)
    assert "Bleibt dunkel" not in max_.text


def test_labels(web, hub, functional, site):
    device = add_device(web)
    other = add_device(web, "L-D-1", "lensahn")
    transaction.commit()
    support = hub.browser(functional, "sven")
    support.open(f"{site}/support/geraete/@@qr-etiketten?uid={IUUID(device)}")
    assert f"/@@stoerung-melden?device={IUUID(device)}" in support.contents
    assert IUUID(other) not in support.contents
    support.getLink("Als PDF").click()
    assert support.headers["Content-Type"] == "application/pdf"


def test_the_list_over_rest(web, hub, site):
    add_device(web)
    add_device(web, "L-D-1", "lensahn")
    transaction.commit()
    answer = hub.Session(site, "mia").get("support/geraete/@devices")
    assert [item["number"] for item in answer.json()["items"]] == ["M-D-1"]
    assert answer.json()["facets"]["partner"] == {"malente": 1}
    assert hub.Session(site, "mia").get("support/geraete/@devices?b_size=x").status_code == 400
    assert hub.Session(site).get("support/geraete/@devices").status_code in (401, 404)
    made = hub.Session(site, "sven").post(
        "support/geraete",
        json={"@type": "Device", "title": "PC", "kind": "computer", "number": "m-d-1"}
        | {"partner": "malente"},
    )
    assert made.status_code == 400 and "Inventarnummer" in made.text
    refused = hub.Session(site, "mia").post(
        "support/geraete", json={"@type": "Device", "title": "PC", "number": "9"}
    )
    assert refused.status_code in (401, 403)
