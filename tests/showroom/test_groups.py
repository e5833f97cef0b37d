"""Groups come without an account: nothing is kept before the link, the hall is booked once."""

from booking.conftest import workday
from datetime import timedelta
from hypothesis import given
from hypothesis import strategies as st
from kommunalhub.booking import free
from kommunalhub.booking import operations as booking
from kommunalhub.booking.free import day_span
from kommunalhub.core import formatting
from kommunalhub.core.acting import as_builder
from kommunalhub.notices import ringing
from kommunalhub.notices.box import box_of
from kommunalhub.notices.box import store_of
from kommunalhub.showroom import gaps
from kommunalhub.showroom.groups import operations
from kommunalhub.showroom.groups import rules
from plone import api
from plone.dexterity.utils import createContentInContainer
from plone.uuid.interfaces import IUUID

import pytest
import re
import transaction


GROUP = "Klasse 4b der Grundschule"


@given(st.text())
def test_whatever_is_typed_is_a_value_or_none(text):
    minute, day = rules.minute_in(text), rules.day_in(text)
    assert minute is None or 0 <= minute < 1440
    assert day is None or rules.FIRST_DAY <= day <= rules.LAST_DAY
    number = rules.number_in(text, rules.LEAST, rules.MOST)
    assert number is None or rules.LEAST <= number <= rules.MOST
    name = rules.name_in(text)
    assert name is None or 0 < len(name) <= rules.LONGEST


@pytest.fixture
def hall(web):
    """The hall of the hub, and a server for mails."""
    for name, value in (("smtp_host", "localhost"), ("email_from_address", "hub@example.org")):
        api.portal.set_registry_record(f"plone.{name}", value)
    with as_builder(web):
        folder = api.content.create(web, "Folder", "haus")
        values = {"title": "Halle", "kind": "hall", "seats": 40}
        space = createContentInContainer(folder, "Space", **values)
        api.content.transition(space, to_state="public")
    return space


@pytest.fixture
def exhibit(web, hub, hall):
    exhibit = hub.bring_to(hub.add_exhibit(web, takes_groups=True), "public")
    transaction.commit()
    return exhibit


def letters(portal, recipient="lea@schule.example"):
    transaction.begin()
    store = store_of(portal)
    found = [mail.letter for mail in store.outbox.mails.values()] if store is not None else []
    return [letter for letter in found if letter.recipient == recipient]


def rung(portal, userid):
    box = box_of(portal, userid)
    found = [notice for _key, notice in box.newest()] if box is not None else []
    return sorted(notice["action"] for notice in found if notice["kind"] == ringing.KIND)


def link_in(letter, page, key=True):
    return re.search(rf"https?://\S*{page}" + (r"\?key=\S+" if key else ""), letter.text)[0]


def booked(hall):
    transaction.begin()
    claims = free.claims_of(hall, day_span(workday(5)))
    return [one for one in map(free.booking_of, claims) if one is not None]


def fill(browser, **values):
    wanted = {
        "group": GROUP,
        "persons": "24",
        "date": workday(5).isoformat(),
        "start": "10:00",
        "fullname": "Lea Lehrerin",
        "email": "lea@schule.example",
        **values,
    }
    for name, value in wanted.items():
        browser.getControl(name=name).value = value
    browser.raiseHttpErrors = False
    browser.getControl("Link zusenden").click()


def test_from_the_page_to_the_booked_hall_and_back(functional, web, hub, hall, exhibit):
    browser = hub.browser(functional)
    browser.open(exhibit.absolute_url())
    browser.getLink("Gruppe anmelden").click()
    fill(browser, persons="900", date="9999-12-31", group="a\u202eb")
    assert browser.headers["Status"].startswith("400")
    for said in ("von 2 bis 60", "Bitte wählen Sie einen Tag", "wer kommt"):
        assert said in browser.text, said
    fill(browser, start="3:00")
    assert "Öffnungszeiten" in browser.text
    fill(browser)
    assert "sehen Sie in Ihr Postfach" in browser.text
    assert booked(hall) == []
    [confirming] = letters(web)
    link = link_in(confirming, "gruppe-bestaetigen")
    for _time in range(2):  # followed twice, booked once
        browser.open(link)
        assert browser.headers["Referrer-Policy"] == "no-referrer"
        browser.getControl("Besuch bestätigen").click()
        assert "Die Halle ist für Sie reserviert." in browser.text
    [one] = booked(hall)
    assert GROUP in one.purpose and "24" in one.purpose and one.holder == ""
    [_confirming, told] = letters(web)
    for userid in ("hilde", "anna"):  # the hub management, and editors of whose exhibit it is
        assert rung(web, userid) == ["comes"]
        [mail] = [one for one in letters(web, f"{userid}@example.org") if "Gruppe" in one.subject]
        assert GROUP in mail.text and "lea@" not in mail.text
    assert rung(web, "lena") == rung(web, "mia") == []
    page = f"{web.absolute_url()}/showroom"
    seen = hub.visitor("hilde").get(f"{page}/@@besuche").text
    assert "Diese Gruppen kommen" in seen and GROUP in seen and "lea@" not in seen
    [coming] = hub.rest("hilde").get(f"{page}/@visits").json()["coming"]
    assert coming["@id"] == exhibit.absolute_url() and GROUP in coming["about"]
    assert hub.rest("anna").get(f"{page}/@visits").status_code in (401, 403)
    own = link_in(told, "gruppenbesuch")
    browser.open(own)
    browser.getControl("Besuch absagen").click()
    assert "Der Besuch ist abgesagt." in browser.text
    assert booked(hall) == []
    assert "absagen" not in hub.visitor().get(own).text  # once is enough
    assert rung(web, "hilde") == ["comes", "stays-away"]
    assert hub.rest("hilde").get(f"{page}/@visits").json()["coming"] == []


SENT = {
    "group": GROUP,
    "persons": 24,
    "date": workday(5).isoformat(),
    "start": "10:00",
    "length": 90,
    "fullname": "Lea Lehrerin",
    "email": "Lea@Schule.example",
}


def test_over_rest_as_by_the_form(web, hub, hall, exhibit):
    nobody, url = hub.rest(), f"{exhibit.absolute_url()}/@group-visit"
    answer = nobody.post(url, json=SENT)
    assert answer.status_code == 202 and answer.json()["state"] == "confirm", answer.text
    assert booked(hall) == []
    [mail] = letters(web)
    visit = operations.visit_in(exhibit, link_in(mail, "gruppe-bestaetigen").partition("key=")[2])
    assert (visit.persons, visit.start, visit.length) == (24, 600, 90)
    assert nobody.post(url, json={**SENT, "website": "https://x.example"}).status_code == 202
    assert len(letters(web)) == 1
    for _time in range(10):
        nobody.post(url, json=SENT)
    assert len(letters(web)) < 10, "one address is sent mail after mail"


@pytest.mark.parametrize(
    "name, value, said",
    [
        ("group", " ", "wer kommt"),
        ("group", ["a"], "Text"),
        ("persons", 1, "von 2 bis 60"),
        ("persons", True, "Text"),
        ("persons", 1e9, "Text"),
        ("date", "9999-12-31", "Tag"),
        ("date", None, "Tag"),
        ("start", "24:00", "Uhrzeit"),
        ("start", "03:00", "Öffnungszeiten"),
        ("length", 61, "wie lange"),
        ("fullname", "", "Vor- und Nachnamen"),
        ("email", "lea", "E-Mail-Adresse"),
    ],
)
def test_what_does_not_fit_is_said_at_its_field(web, hub, exhibit, name, value, said):
    answer = hub.rest().post(f"{exhibit.absolute_url()}/@group-visit", json={**SENT, name: value})
    assert answer.status_code == 400, answer.text
    found = str(answer.json())
    assert f"'{name}'" in found and said in found
    assert letters(web) == []


def test_groups_come_to_the_hall_that_was_chosen(web, hub, hall, exhibit):
    with as_builder(web):
        values = {"title": "Alter Speicher", "kind": "hall", "seats": 10}
        other = createContentInContainer(web["haus"], "Space", **values)
        api.content.transition(other, to_state="public")
    transaction.commit()
    url = exhibit.absolute_url()
    assert "Alter Speicher" in hub.visitor().get(url).text  # the first by name
    exhibit.visit_space = IUUID(hall)
    transaction.commit()
    visit = rules.Visit("Lea", "lea@schule.example", GROUP, 24, workday(5).isoformat(), 600, 90)
    page = hub.visitor().get(f"{url}/@@gruppe-anmelden").text
    assert "Halle</strong>" in page and 'max="40"' in page
    one = operations.confirm(exhibit, visit)
    assert one.space == IUUID(hall)
    transaction.commit()
    assert "Halle" in letters(web)[0].text and "Speicher" not in letters(web)[0].text
    exhibit.visit_space = IUUID(other)
    transaction.commit()
    assert operations.confirm(exhibit, visit).id == one.id, "booked in two halls"
    [coming] = hub.rest("hilde").get(f"{web.absolute_url()}/showroom/@visits").json()["coming"]
    assert coming["@id"] == url
    full = hub.rest().post(f"{url}/@group-visit", json=SENT)
    assert full.status_code == 400 and "Alter Speicher" in full.json()["message"]
    with as_builder(web):
        api.content.delete(other)
    transaction.commit()
    assert hub.visitor().get(f"{url}/@@gruppe-anmelden").status_code == 404
    assert "gap_visit_hall" in [gap.said for gap in gaps.gaps_of(exhibit)]


def test_a_link_ends_after_two_days_and_serves_one_exhibit(web, hub, hall, exhibit, monkeypatch):
    visit = rules.Visit("Lea", "lea@schule.example", GROUP, 24, workday(5).isoformat(), 600, 90)
    asked = formatting.now()
    monkeypatch.setattr(formatting, "now", lambda: asked)
    for _click in range(2):
        operations.ask(exhibit, exhibit.REQUEST, visit)
    transaction.commit()
    [mail] = letters(web)
    link = link_in(mail, "gruppe-bestaetigen")
    key = link.partition("key=")[2]
    assert operations.visit_in(exhibit, key) == visit
    assert operations.visit_in(exhibit, f"{key[:-1]}x") is None
    other = hub.bring_to(hub.add_exhibit(web, title="Anderes", takes_groups=True), "public")
    assert operations.visit_in(other, key) is None
    late = asked + operations.VALID + timedelta(minutes=1)
    monkeypatch.setattr(formatting, "now", lambda: late)
    assert operations.visit_in(exhibit, key) is None


def test_a_group_is_told_when_the_house_cancels(web, hub, hall, exhibit):
    visit = rules.Visit("Lea", "lea@schule.example", GROUP, 24, workday(5).isoformat(), 600, 90)
    one = operations.confirm(exhibit, visit)
    with hub.As("hilde"):
        booking.give_back(hall, one, formatting.now(), "Die Heizung ist ausgefallen.")
    transaction.commit()
    _booked, told = sorted(letters(web), key=lambda letter: "reserviert" not in letter.text)
    assert "kann nicht stattfinden" in told.subject and "Heizung" in told.text
    assert link_in(told, "gruppe-anmelden", key=False)


@given(st.builds(rules.Visit, st.text(), st.just("a.b@c.example"), st.text(), *[st.just(2)] * 4))
def test_who_registered_is_found_in_what_is_kept(visit):
    kept = f"Besuch „{visit.group}“: {visit.group}, 2 Personen ({visit.name}, {visit.email})"
    assert rules.address_in(kept) == visit.email


def test_a_time_that_is_taken_is_said_with_what_is_free(functional, web, hub, hall, exhibit):
    visit = rules.Visit("Lea", "lea@schule.example", GROUP, 24, workday(5).isoformat(), 600, 90)
    other = rules.Visit("Ole", "ole@schule.example", "Verein", 8, visit.day, 630, 60)
    operations.confirm(exhibit, visit)
    with pytest.raises(operations.Refused, match="group_taken_free"):
        operations.confirm(exhibit, other)
    transaction.commit()
    browser = hub.browser(functional)
    browser.open(f"{exhibit.absolute_url()}/@@gruppe-anmelden")
    fill(browser, start="10:30")
    assert "Die Halle ist dann belegt. An dem Tag ist frei:" in browser.text


def test_nobody_registers_where_no_groups_are_taken(web, hub, hall):
    closed = hub.bring_to(hub.add_exhibit(web), "public")
    draft = hub.add_exhibit(web, title="Entwurf", takes_groups=True)
    transaction.commit()
    for exhibit in (closed, draft):
        answer = hub.visitor().get(f"{exhibit.absolute_url()}/@@gruppe-anmelden")
        assert answer.status_code == 404
        answer = hub.rest().post(f"{exhibit.absolute_url()}/@group-visit", json=SENT)
        assert answer.status_code in (401, 404)
    wrong = hub.visitor().get(f"{web.absolute_url()}/@@gruppenbesuch?key=falsch")
    assert wrong.status_code == 404 and "kein Besuch" in wrong.text
    assert "nicht mehr" in hub.visitor().get(f"{closed.absolute_url()}/@@gruppe-bestaetigen").text
