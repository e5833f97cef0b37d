"""A material for participants: reachable for them, and for nobody else by any channel.

Rules, who reads it through all that happens to a registration, and a walk over the channels.
"""

from kommunalhub.core import formatting
from kommunalhub.lib.filetext.parts import Part
from kommunalhub.materials.operations import ensure_sections
from kommunalhub.search.reading import state as reading
from kommunalhub.search.reading.process import Reading
from kommunalhub.workshops import letters
from kommunalhub.workshops import operations
from kommunalhub.workshops import retention
from kommunalhub.workshops import storage
from kommunalhub.workshops.handouts import operations as handouts
from kommunalhub.workshops.handouts import rules
from kommunalhub.workshops.rules import Registration
from matrix.walk import DIRECT
from matrix.walk import GATHERING
from matrix.walk import KEPT_OUT
from matrix.words import JSON
from matrix.words import PDF
from plone import api
from plone.dexterity.utils import createContentInContainer
from plone.namedfile.file import NamedBlobFile

import gzip
import pytest
import requests
import transaction


WORD, INSIDE = "Kassenzeichen", "Zahlungsweglotse"
PICTURE = b"RIFF\x04\x00\x00\x00WEBP"
#: What else leads to the file and its picture.
CHANNELS = DIRECT | {
    "download": ("/@@download/file", {}, "sees"),
    "file shown": ("/@@display-file/file", {}, "sees"),
    "picture of the page": ("/@@preview", {}, "sees"),
    "REST comparison": ("/@versions", JSON, "sees"),
    "REST actions": ("/@actions", JSON, "sees"),
    "REST journal": ("/@journal", JSON, "follows"),
}
WIDE = GATHERING | {
    "word of the file": (f"/@@search?SearchableText={INSIDE}", {}, True),
    "REST word of the file": (f"/@search?SearchableText={INSIDE}&metadata_fields=_all", JSON, True),
    "live search, word of the file": (f"/@@ajax-search?SearchableText={INSIDE}", JSON, True),
    "library": (f"/materialien?q={INSIDE}", {}, True),
    "metadata": ("/@search?portal_type=WorkshopMaterial&metadata_fields=_all", JSON, True),
    "workshop": ("/workshops/{workshop}", {}, True),
    "REST handouts": ("/workshops/{workshop}/@handouts", JSON, True),
    "sitemap": ("/sitemap.xml.gz", {}, False),
}


@pytest.mark.parametrize(
    ("when", "stage", "attended", "expected"),
    [
        (rules.TAKING_PART, rules.COMING, None, True),
        (rules.TAKING_PART, rules.HELD, True, True),
        (rules.TAKING_PART, rules.HELD, False, False),
        (rules.TOOK_PART, rules.COMING, None, False),
        (rules.TOOK_PART, rules.HELD, None, True),
        (rules.TOOK_PART, rules.HELD, False, False),
        (rules.TAKING_PART, "", None, False),
    ],
)
@pytest.mark.parametrize("state", ["registered", "offered", "waiting", "cancelled", "lapsed"])
def test_who_has_a_seat_reads(when, stage, attended, expected, state):
    now = formatting.now()
    one = Registration(1, "Mia", "m@example.org", state, now, now, attended=attended)
    assert rules.is_reader(one, when, stage) == (expected and state == "registered")


def add_material(hub, portal, **fields):
    """Return a material of Malente that is released for participants, its file read."""
    with hub.As("trude"):
        material = createContentInContainer(
            portal["materialien"],
            "WorkshopMaterial",
            title=f"Leitfaden {WORD}",
            partner="malente",
            file=NamedBlobFile(PDF, filename="leitfaden.pdf", contentType="application/pdf"),
            **fields,
        )
        hub.step(material, "submit")
    with hub.As("rita"):
        hub.step(material, "reserve")
    parts = (Part("page", 1, "1", f"Hier steht {INSIDE}."),)
    result = Reading("ok", kind="pdf", parts=parts, picture=PICTURE)
    reading.keep(material, material.file, result, formatting.now())
    material.reindexObject()
    return material


@pytest.fixture
def stage(hub, web):
    """(workshop, material): two seats, mia and gesa have one, max waits; lena was never here."""
    ensure_sections(web)
    workshop = hub.add_workshop(web, is_public=True, capacity=2)
    material = add_material(hub, web)
    with hub.As("trude"):
        handouts.hand_out(workshop, {material.UID(): rules.TAKING_PART})
    hub.register(workshop, "mia", "gesa", "max")
    transaction.commit()
    return workshop, material


def reads(hub, material, who):
    """Return whether a person gets the page, and the catalog shows it to them."""
    with hub.As(who):
        allowed = bool(api.user.has_permission("View", obj=material))
        found = bool(api.portal.get_tool("portal_catalog")(UID=material.UID()))
    assert allowed == found, who
    return allowed


def readers(hub, material):
    people = ("mia", "max", "lena", "lutz", "olga", "gesa")
    return {who for who in people if reads(hub, material, who)}


def test_the_right_follows_the_seat(hub, stage):
    workshop, material = stage
    assert readers(hub, material) == {"mia", "gesa"}
    assert reads(hub, material, "trude") and reads(hub, material, "hilde")
    operations.give_back(workshop, 1)  # the seat is offered to max now
    assert readers(hub, material) == {"gesa"}
    operations.accept(workshop, 3)
    assert readers(hub, material) == {"gesa", "max"}
    operations.give_back(workshop, 2, by_trainer=True)
    assert readers(hub, material) == {"max"}


def test_the_right_follows_attendance_and_ends_with_the_names(hub, stage, later):
    workshop, material = stage
    with hub.As("trude"):
        handouts.hand_out(workshop, {material.UID(): rules.TOOK_PART})
    assert readers(hub, material) == set()
    later(days=20)
    operations.note_attendance(workshop, 1, True)
    operations.note_attendance(workshop, 2, False)
    with hub.As("trude"):
        hub.step(workshop, "close_registration")
        hub.step(workshop, "hold")
    assert readers(hub, material) == {"mia"}
    operations.note_attendance(workshop, 2, None)
    assert readers(hub, material) == {"mia", "gesa"}
    retention.forget_people(storage.book_of(workshop), storage.PEOPLE)
    handouts.follow(workshop.UID())
    assert readers(hub, material) == set()


def test_nobody_reads_it_once_the_workshop_is_called_off_or_gone(hub, stage):
    workshop, material = stage
    with hub.As("trude"):
        hub.step(workshop, "cancel", "Krank")
    assert readers(hub, material) == set()
    with api.env.adopt_roles(["Manager"]):
        api.content.delete(workshop)
    assert readers(hub, material) == set()


def test_for_all_after_the_workshop_means_the_staff_not_others(hub, stage, later):
    workshop, material = stage
    with hub.As("trude"):
        handouts.hand_out(workshop, {material.UID(): rules.AFTER})
    assert readers(hub, material) == set()
    later(days=20)
    with hub.As("trude"):
        hub.step(workshop, "close_registration")
        hub.step(workshop, "hold")
    assert readers(hub, material) == {"mia", "max", "lena", "lutz", "olga"}


def test_no_channel_leads_anybody_else_to_it(hub, functional, stage):
    workshop, material = stage
    site = functional["portal"].absolute_url()
    api.portal.set_registry_record("plone.enable_sitemap", True)
    transaction.commit()
    names = {"type": "WorkshopMaterial", "place": "materialien", "section": "materialien"}
    names["workshop"] = workshop.getId()
    wrong = []
    for who in (None, "max", "lena", "mia", "gesa"):
        session, allowed = hub.visitor(who), who in ("mia", "gesa")
        for channel, (below, headers, right) in CHANNELS.items():
            url = material.absolute_url() + below
            answer = session.get(url, headers=headers, allow_redirects=False)
            if right == "sees" and allowed:
                if answer.status_code != 200:
                    wrong.append(f"{who} does not get: {channel} ({answer.status_code})")
            elif not allowed and answer.status_code not in KEPT_OUT:
                wrong.append(f"{who} gets: {channel} ({answer.status_code})")
        for channel, (below, headers, whole) in WIDE.items():
            answer = session.get(site + below.format(**names), headers=headers)
            data = gzip.decompress(answer.content) if channel == "sitemap" else answer.content
            shown = WORD in data.decode() or material.getId() in data.decode()
            if shown and not allowed:
                wrong.append(f"{who} is shown it by: {channel}")
            if whole and allowed and not shown and "Pruefstein" not in below:
                wrong.append(f"{who} is not shown it by: {channel}")
    assert not wrong, "\n".join(wrong)


def test_names_of_participants_are_not_told_by_the_material(hub, functional, stage):
    _workshop, material = stage
    for who in ("rita", "mia"):
        for below in ("", "/@@warum", "/@journal", "/@why"):
            text = hub.visitor(who).get(material.absolute_url() + below, headers=JSON).text
            assert "Gesa" not in text, (who, below)


def test_people_without_an_account_read_it_by_their_link(hub, functional, stage):
    workshop, material = stage
    [one] = operations.register(
        hub.add_workshop(functional["portal"], is_public=True),
        operations.Applicant("Ute Ufer", "ute@example.org"),
    )
    other = workshop
    workshop = workshop.aq_parent[workshop.aq_parent.objectIds()[-1]]
    with hub.As("trude"):
        handouts.hand_out(workshop, {material.UID(): rules.TAKING_PART})
    key = letters.key_for(workshop, one.number)
    transaction.commit()
    site = functional["portal"].absolute_url()
    page = requests.get(f"{site}/@@meine-anmeldung", params={"key": key})
    assert WORD in page.text
    url, asked = f"{site}/@@unterlage", {"material": material.UID()}
    answer = requests.get(url, params={**asked, "key": key})
    assert (answer.status_code, answer.content) == (200, PDF)
    assert answer.headers["Cache-Control"] == "no-store"
    assert requests.get(url, params={**asked, "key": key[:-2]}).status_code == 404
    assert requests.get(url, params=asked).status_code == 404
    elsewhere = letters.key_for(other, 3)  # max, who waits there
    assert requests.get(url, params={**asked, "key": elsewhere}).status_code == 404
    operations.give_back(workshop, one.number)
    transaction.commit()
    assert requests.get(url, params={**asked, "key": key}).status_code == 404


def test_a_trainer_hands_out_and_takes_it_out_again(hub, functional, stage):
    workshop, material = stage
    browser = hub.browser(functional, "trude")
    browser.open(f"{workshop.absolute_url()}/@@unterlagen")
    browser.getControl("Nicht mehr austeilen").click()
    assert "Noch nichts wird ausgeteilt." in browser.text
    assert hub.visitor("mia").get(material.absolute_url()).status_code in KEPT_OUT
    browser.getControl(name="material").value = [material.UID()]
    browser.getControl(name="when").value = [rules.TAKING_PART]
    browser.getControl("Austeilen").click()
    got = {who: hub.visitor(who).get(material.absolute_url()).status_code for who in ("mia", "max")}
    assert (got["mia"], got["max"] in KEPT_OUT) == (200, True)


def test_rest_refuses_what_others_read_already(hub, functional, stage):
    workshop, material = stage
    with hub.As("rita"):
        hub.step(material, "approve")
    transaction.commit()
    url = f"{workshop.absolute_url()}/@handouts"
    items = [{"UID": material.UID(), "when": rules.TAKING_PART}]
    answer = hub.rest("trude").put(url, json={"items": items})
    assert answer.status_code == 400
    assert "lesen andere schon" in answer.text
    items[0]["when"] = "after"
    answer = hub.rest("trude").put(url, json={"items": items})
    assert (answer.status_code, answer.json()["items"][0]["when"]) == (200, "after")
    for wrong in ({"items": 1}, {"items": ["x"]}, {"items": [{"UID": 3}]}, {}):
        assert hub.rest("trude").put(url, json=wrong).status_code == 400
    assert hub.rest("mia").put(url, json={"items": []}).status_code == 401
    assert hub.rest(None).get(url).json()["items"] == []
