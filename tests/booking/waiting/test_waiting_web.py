"""The waiting list as people and programs use it: page, mail, REST, tick."""

from icalendar import Calendar
from kommunalhub.booking import bookings
from kommunalhub.booking import operations
from kommunalhub.booking.waiting import operations as waiting
from kommunalhub.core import formatting
from kommunalhub.core.jobs.runner import run
from kommunalhub.notices.operations import ensure_store
from plone import api
from plone.uuid.interfaces import IUUID

import pytest
import re
import transaction


@pytest.fixture
def desk(web, house):
    with api.env.adopt_roles(["Manager"]):
        api.portal.set_registry_record("plone.smtp_host", "localhost")
        api.portal.set_registry_record("plone.email_from_address", "hub@example.org")
        api.portal.set_registry_record("plone.email_from_name", "Digitaler Hub")
    desk = house.add_space(web)
    with house.As("mia"):
        operations.book(desk, *house.at(9, 12), "Klausur")
    transaction.commit()
    return desk


@pytest.fixture
def url(functional, desk):
    base = f"http://localhost:{functional['port']}/{functional['portal'].getId()}"
    return f"{base}/haus/{desk.getId()}/@bookings"


def times(house, first=9, last=12):
    start, end = house.at(first, last)
    return {"start": start.isoformat(), "end": end.isoformat()}


def letters():
    outbox = ensure_store(api.portal.get()).outbox
    return [mail.letter for _id, mail in sorted(outbox.mails.items(), key=lambda m: m[1].created)]


def test_from_the_page_that_says_taken_to_a_booking(functional, web, desk, house):
    visitor = house.browser(functional, "lena")
    visitor.raiseHttpErrors = False
    day = house.workday().isoformat()
    visitor.open(f"{desk.absolute_url()}/@@buchen?date={day}&start=09:00&end=12:00")
    visitor.getControl(name="purpose").value = "Prüfung"
    visitor.getControl("Verbindlich buchen").click()
    assert visitor.headers["status"].startswith("409")
    visitor.getControl("Auf die Warteliste").click()
    assert "Platz 1 der Warteliste" in visitor.contents
    assert "Warteliste, Platz 1" in visitor.contents
    transaction.begin()
    [wait] = operations.waits_of("lena")
    assert wait.purpose == "Prüfung"
    with house.As("mia"):
        [made] = operations.of_person("mia")
        operations.cancel(desk, made.id)
    transaction.commit()
    [told] = [one for one in letters() if one.subject.startswith("Frei für Sie")]
    assert (told.recipient, told.calendar) == ("lena@example.org", "")
    [link] = re.findall(r"https?://\S+@@buchung\S+", told.text)
    visitor.open(f"{web.absolute_url()}/@@meine-buchungen")
    assert "Sie frei bis" in visitor.contents
    visitor.open(f"{desk.absolute_url()}/@@buchung?{link.partition('?')[2]}")
    visitor.getControl("Annehmen").click()
    assert "Gebucht:" in visitor.contents
    transaction.begin()
    letter = letters()[-1]
    [event] = Calendar.from_ical(letter.calendar).walk("VEVENT")
    assert (letter.method, event["uid"].partition("@")[0]) == ("REQUEST", wait.id)
    assert str(event["status"]) == "CONFIRMED"


def test_who_does_not_want_it_lets_the_next_have_it(functional, desk, house):
    first, second = (join(house, desk, who) for who in ("lena", "max"))
    free(house, desk)
    visitor = house.browser(functional, "lena")
    visitor.open(f"{desk.absolute_url()}/@@buchung?id={first.id}")
    visitor.getControl("Nicht mehr warten").click()
    assert "Sie warten nicht mehr" in visitor.contents
    transaction.begin()
    assert operations.get(desk, second.id).state == bookings.OFFERED


def test_over_rest(url, desk, house):
    lena, maxi = house.rest("lena"), house.rest("max")
    assert lena.post(url, json={**times(house), "wait": "ja"}).status_code == 400
    assert lena.post(url, json=times(house)).status_code == 409
    waits = lena.post(url, json={**times(house), "wait": True})
    assert waits.status_code == 201, waits.text
    assert (waits.json()["state"], waits.json()["position"]) == ("waiting", 1)
    again = lena.post(url, json={**times(house), "wait": True})
    assert again.json()["id"] == waits.json()["id"]
    other = maxi.post(url, json={**times(house), "wait": True}).json()
    assert other["position"] == 2
    early = lena.patch(waits.json()["@id"], json={"accept": True})
    assert early.status_code == 400
    assert "noch nicht für Sie frei" in early.json()["errors"][0]["message"]
    free(house, desk)
    offer = lena.get(waits.json()["@id"]).json()
    assert (offer["state"], offer["position"]) == ("offered", None)
    assert offer["until"]
    assert maxi.post(url, json=times(house)).status_code == 409
    assert maxi.patch(offer["@id"], json={"accept": True}).status_code == 403
    taken = lena.patch(offer["@id"], json={"accept": True})
    assert (taken.status_code, taken.json()["state"]) == (200, "confirmed")
    assert lena.patch(offer["@id"], json={"accept": True}).json() == taken.json()
    assert maxi.delete(other["@id"]).status_code == 204
    free_at_once = maxi.post(url, json={**times(house, 13, 14), "wait": True})
    assert free_at_once.json()["state"] == "confirmed"


def test_a_tick_passes_on_what_nobody_takes_and_tells_each_once(web, desk, house, monkeypatch):
    first, second = (join(house, desk, who) for who in ("lena", "max"))
    free(house, desk)
    transaction.begin()
    until = operations.get(desk, first.id).until
    monkeypatch.setattr(formatting, "now", lambda: until)
    for _twice in range(2):
        run(web)
        transaction.begin()
    assert operations.get(desk, first.id).state == bookings.LAPSED
    assert operations.get(desk, second.id).state == bookings.OFFERED
    told = [(one.recipient, one.subject.partition(":")[0]) for one in letters()]
    assert told.count(("lena@example.org", "Ihr Angebot ist abgelaufen")) == 1
    assert told.count(("max@example.org", "Frei für Sie")) == 1


def join(house, desk, who):
    with house.As(who):
        made = waiting.join(desk, *house.at(9, 12))
    transaction.commit()
    return made


def free(house, desk):
    """Let mia cancel what she has."""
    transaction.begin()
    with house.As("mia"):
        for one in operations.of_person("mia"):
            if one.space == IUUID(desk):
                operations.cancel(desk, one.id)
    transaction.commit()
